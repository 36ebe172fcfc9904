#pragma once

#include "base/bytes.h"
#include "base/secret.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <vector>

/// Known-answer vectors and who checks them. Files are as described in tests/vectors/README.md.
namespace mmm::vectors {

struct Vector
{
    QString file; ///< name of the file
    QString id;
    QJsonObject inputs;
    QJsonObject expected;
    QJsonObject all; ///< the whole vector, for "corrected…", "checks" and the like
};

/// Compares what the program makes of the inputs with what is expected, by QCOMPARE and QVERIFY.
using Check = std::function<void(const Vector&)>;

/// The kinds of vectors. A kind is recognised by the names of its inputs and expected values, not by ids, so
/// that further vectors of the same kind need no change here.
class VectorRegistry
{
public:
    using Predicate = std::function<bool(const Vector&)>;

    void add(const char* kind, Predicate predicate, Check check)
    {
        m_kinds.push_back({kind, std::move(predicate), std::move(check)});
    }

    struct Kind
    {
        const char* name;
        Predicate predicate;
        Check check;
    };
    /// Every kind that the vector belongs to: all of them are checked; none is a failure.
    [[nodiscard]] std::vector<const Kind*> kindsOf(const Vector& vector) const
    {
        std::vector<const Kind*> kinds;
        for (const Kind& kind : m_kinds) {
            if (kind.predicate(vector))
                kinds.push_back(&kind);
        }
        return kinds;
    }

private:
    std::vector<Kind> m_kinds;
};

// what checks need again and again

/// Whether the object has all these members.
[[nodiscard]] bool has(const QJsonObject& object, std::initializer_list<const char*> members);
/// The member's text.
[[nodiscard]] std::string text(const QJsonObject& object, const char* member);
/// The octets of a member written in hex; empty (and a failed test) if it is not hex.
[[nodiscard]] Bytes hex(const QJsonObject& object, const char* member);
/// The octets of a member written in base64url.
[[nodiscard]] Bytes base64url(const QJsonObject& object, const char* member);
/// The same as a secret.
[[nodiscard]] Secret secretHex(const QJsonObject& object, const char* member);
/// Lower-case hex, for comparisons that print well when they fail.
[[nodiscard]] QString toHex(BytesView octets);
/// A member that is JSON itself, as compact text; the order of members is not kept.
[[nodiscard]] QByteArray compact(const QJsonValue& value);
/// The vector with this id in any file of the folder; for vectors that refer to another one.
[[nodiscard]] Vector findVector(const QString& id);
/// All vectors of the folder.
[[nodiscard]] const std::vector<Vector>& allVectors();

} // namespace mmm::vectors

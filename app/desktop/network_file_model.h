#pragma once

#include "form_list.h"
#include "interchange/nm_vpn.h"
#include "mail/smime.h"

#include <QString>
#include <optional>

namespace mmm::desktop {

/// Of the first certificate in the text, if there is one.
[[nodiscard]] std::optional<mail::CertificateInfo> certificateIn(std::string_view pem);

/// The certificates and keys of a network, as a form shows them: those that are there, and those that are
/// usual or asked for.
class NetworkFileModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of NetworkEditor")
    /// There are kinds that are neither usual nor there.
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY countChanged)
public:
    enum Role
    {
        LabelRole = Qt::UserRole + 1, ///< such as "Your certificate"
        PresentRole,
        OwnerRole,       ///< of a certificate whom it is for; of a key how it is protected
        TimeRole,        ///< of a certificate from when to when it is valid
        FingerprintRole, ///< of a certificate, SHA-256
        WarningRole,     ///< such as that it has expired
        ElsewhereRole,   ///< a file of some computer that the network names instead
    };

    explicit NetworkFileModel(QObject* parent = nullptr) : FormList(parent) {}

    void setNetwork(const schema::CatalogedNetwork& network);
    void writeTo(schema::CatalogedNetwork& network) const;

    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] std::optional<interchange::KeyMaterial> kindOf(int row) const;
    void setPem(int row, SharedSecret pem);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void remove(int row);
    /// Shows all kinds that there may be.
    Q_INVOKABLE void showAll();

private:
    struct Row
    {
        interchange::NmFile file;
        SharedSecret pem;
        QString elsewhere;
        std::optional<mail::CertificateInfo> info = std::nullopt;
    };
    static void describe(Row& row);

    std::vector<Row> m_rows;
    std::vector<Row> m_further; ///< that are not shown
    bool m_hasMore = false;
};

} // namespace mmm::desktop

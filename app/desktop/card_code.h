#pragma once

#include "mesh/messaging.h"
#include "mesh_link.h"

#include <QImage>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Contacts between people who meet: one's own card as a QR code, and the card behind somebody else's.
class CardCode : public QObject, public Published<CardCode>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// One's own code; null while there is none.
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(QString expiresText READ expiresText NOTIFY changed)
    /// What a code that was read leads to.
    Q_PROPERTY(QString foundName READ foundName NOTIFY changed)
    Q_PROPERTY(QString foundAddress READ foundAddress NOTIFY changed)
    Q_PROPERTY(QString foundFingerprint READ foundFingerprint NOTIFY changed)
    /// It is a group's card: nothing is sent to anybody when it is added.
    Q_PROPERTY(bool foundIsGroup READ foundIsGroup NOTIFY changed)
    Q_PROPERTY(bool foundIsContact READ foundIsContact NOTIFY changed)
    /// What the service told both about its log, if the code says it and it is the same service.
    Q_PROPERTY(QString foundLogText READ foundLogText NOTIFY changed)
    Q_PROPERTY(bool foundLogWrong READ isFoundLogWrong NOTIFY changed)
public:
    explicit CardCode(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QImage qr() const { return m_qr; }
    [[nodiscard]] bool isActive() const { return m_code.has_value(); }
    [[nodiscard]] QString expiresText() const;
    [[nodiscard]] QString foundName() const;
    [[nodiscard]] QString foundAddress() const;
    [[nodiscard]] QString foundFingerprint() const;
    [[nodiscard]] bool foundIsGroup() const { return m_found && m_found->isGroup; }
    [[nodiscard]] bool foundIsContact() const { return m_found && !m_found->contactId.empty(); }

    [[nodiscard]] QString foundLogText() const;
    [[nodiscard]] bool isFoundLogWrong() const;

    /// A code for this one display, or one to be printed.
    Q_INVOKABLE void show(bool printed, bool fullCard);
    /// A code of a group's card, which stays good.
    Q_INVOKABLE void showGroup(const QString& groupId);
    Q_INVOKABLE void hide();
    Q_INVOKABLE void copyText();
    /// Looks at the card behind a code; nothing is added.
    Q_INVOKABLE void read(const QString& text);
    Q_INVOKABLE void forget();
    /// Adds the one that was read and sends the own card.
    Q_INVOKABLE void add(bool fullCard);

signals:
    void changed();
    void added(const QString& contactId, const QString& name);

private:
    void setBusy(bool busy);
    using Explanation = QString (*)(const Error&);
    template<typename Work>
    void make(Work work, Explanation explain);

    MeshLink& m_link;
    bool m_busy = false;
    int m_number = 0; ///< of the latest display; older answers do not count
    QString m_errorText;
    std::optional<mesh::ContactCode> m_code;
    QImage m_qr;
    SharedSecret m_readText;
    std::optional<mesh::ScannedContact> m_found;
    std::optional<Result<mesh::LogComparison>> m_log; ///< with m_found
    QTimer m_ticks;
};

} // namespace mmm::desktop

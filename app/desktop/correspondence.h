#pragma once

#include "mesh/messaging.h"
#include "mesh_link.h"

#include <QDateTime>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Writing to other people: asking for a contact, for a confirmation, proposing a task. What is sent is on
/// the disk before `sent` is emitted.
class Correspondence : public QObject, public Published<Correspondence>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// Roles of the own card in whose name one can write.
    Q_PROPERTY(QStringList organisations READ organisations NOTIFY changed)
    /// When a proposed task can remind of itself.
    Q_PROPERTY(QStringList reminderTexts READ reminderTexts NOTIFY changed)
    /// The account that was looked up last; empty before.
    Q_PROPERTY(QString foundAddress READ foundAddress NOTIFY changed)
    Q_PROPERTY(QString foundFingerprint READ foundFingerprint NOTIFY changed)
    /// What the address itself proves, and whether the account is a contact's already.
    Q_PROPERTY(QString foundText READ foundText NOTIFY changed)
public:
    explicit Correspondence(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QStringList organisations() const { return m_organisations; }
    [[nodiscard]] static QStringList reminderTexts();
    [[nodiscard]] QString foundAddress() const;
    [[nodiscard]] QString foundFingerprint() const;
    [[nodiscard]] QString foundText() const;

    /// For a new letter: forgets what was found and wrong, reads the organisations.
    Q_INVOKABLE void begin();
    /// What is wrong with an address as it stands; empty if nothing is.
    Q_INVOKABLE QString addressError(const QString& address) const;
    Q_INVOKABLE void find(const QString& address);
    Q_INVOKABLE void askForContact(const QString& address, const QString& subject, bool fullCard,
                                   const QString& organisation);
    Q_INVOKABLE void askConfirmation(const QString& address, const QString& text,
                                     const QString& organisation);
    /// `reminder` is a place among reminderTexts, -1 for none; without a date there is none.
    Q_INVOKABLE void proposeTask(const QString& address, const QString& title, const QString& description,
                                 const QString& place, const QDateTime& start, const QDateTime& finish,
                                 int reminder, const QString& organisation);

signals:
    void changed();
    void sent(const QString& address);

private:
    template<typename Work>
    void send(const QString& address, Work work);
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
    QString m_errorText;
    QStringList m_organisations;
    std::optional<mesh::FoundAccount> m_found;
};

} // namespace mmm::desktop

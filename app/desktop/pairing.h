#pragma once

#include "mesh_link.h"

#include <QImage>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// A PIN for one further device, as digits to type, as a QR code and as a text to paste.
class Pairing : public QObject, public Published<Pairing>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// In groups of four, to be typed.
    Q_PROPERTY(QString pin READ pin NOTIFY changed)
    /// The account to be typed with the PIN.
    Q_PROPERTY(QString account READ account NOTIFY changed)
    /// Where the new device reaches the service if the DNS does not know it: "host:port", or empty.
    Q_PROPERTY(QString serviceAddress READ serviceAddress NOTIFY changed)
    Q_PROPERTY(QString offerText READ offerText NOTIFY changed)
    /// For QrView.
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    Q_PROPERTY(QString expiresText READ expiresText NOTIFY expiresTextChanged)
public:
    explicit Pairing(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isActive() const { return m_offer.has_value(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString pin() const;
    [[nodiscard]] QString account() const { return m_account; }
    [[nodiscard]] QString serviceAddress() const { return m_serviceAddress; }
    [[nodiscard]] QString offerText() const;
    [[nodiscard]] QImage qr() const { return m_qr; }
    [[nodiscard]] QString expiresText() const;

    /// Issues a PIN; a PIN that is shown already is withdrawn.
    Q_INVOKABLE void start();
    /// Withdraws the PIN.
    Q_INVOKABLE void stop();
    /// Copies the text of the offer; it leaves the clipboard like any secret.
    Q_INVOKABLE void copyOffer();
    Q_INVOKABLE void copyPin();

signals:
    void changed();
    void expiresTextChanged();

private:
    void withdraw();
    void tick();

    MeshLink& m_link;
    std::optional<mesh::PinOffer> m_offer;
    QString m_account;
    QString m_serviceAddress;
    QImage m_qr;
    bool m_busy = false;
    QString m_errorText;
    QTimer m_ticks;
    int m_number = 0;
};

} // namespace mmm::desktop

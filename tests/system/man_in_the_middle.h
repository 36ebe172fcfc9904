#pragma once

#include "service/tls_identity.h"

#include <QtGlobal>

#include <memory>
#include <vector>

namespace mmm::system_test {

/// Somebody between devices and their service, with a certificate of his own unless he has the service's:
/// passes every request on and every answer back, and reads along.
class ManInTheMiddle
{
public:
    /// Listens at a port of this computer in front of the service at another.
    ManInTheMiddle(quint16 port, quint16 servicePort);
    /// The same with the service's own certificate, as a computer that ends TLS for it.
    ManInTheMiddle(quint16 port, quint16 servicePort, const service::TlsIdentity& identity);
    ~ManInTheMiddle();
    ManInTheMiddle(const ManInTheMiddle&) = delete;
    ManInTheMiddle& operator=(const ManInTheMiddle&) = delete;

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] int requests() const;
    /// Requests that are no bare Hello: what should never have come to him.
    [[nodiscard]] int otherThanHello() const;
    /// The requests so far, octet by octet.
    [[nodiscard]] std::vector<Bytes> overheard() const;

private:
    void listen(quint16 port, quint16 servicePort, const service::TlsIdentity& identity);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mmm::system_test

#pragma once

#include <QtGlobal>

#include <memory>

namespace mmm::system_test {

/// Somebody with a certificate of his own between devices and their service: passes every request on and
/// every answer back, and reads along.
class ManInTheMiddle
{
public:
    /// Listens at a port of this computer in front of the service at another.
    ManInTheMiddle(quint16 port, quint16 servicePort);
    ~ManInTheMiddle();
    ManInTheMiddle(const ManInTheMiddle&) = delete;
    ManInTheMiddle& operator=(const ManInTheMiddle&) = delete;

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] int requests() const;
    /// Requests that are no bare Hello: what should never have come to him.
    [[nodiscard]] int otherThanHello() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mmm::system_test

#include "keystore/secret_service.h"

#include <QLibrary>

namespace mmm::keystore {

// GLib is no dependency of this program: QtKeychain loads it when it is there, and only then it matters.
// The declarations below are the few parts of its stable C interface that are needed.
namespace {

using BusGet = void* (*)(int busType, void* cancellable, void** error);
using SetExitOnClose = void (*)(void* connection, int exitOnClose);
using ObjectUnref = void (*)(void* object);
using ServiceDisconnect = void (*)();

constexpr int sessionBusType = 2;

} // namespace

void surviveLossOfBus()
{
    static const auto busGet =
        reinterpret_cast<BusGet>(QLibrary::resolve(QStringLiteral("gio-2.0"), 0, "g_bus_get_sync"));
    static const auto setExitOnClose = reinterpret_cast<SetExitOnClose>(
        QLibrary::resolve(QStringLiteral("gio-2.0"), 0, "g_dbus_connection_set_exit_on_close"));
    static const auto unref =
        reinterpret_cast<ObjectUnref>(QLibrary::resolve(QStringLiteral("gobject-2.0"), 0, "g_object_unref"));
    if (!busGet || !setExitOnClose || !unref)
        return;
    if (void* connection = busGet(sessionBusType, nullptr, nullptr)) {
        setExitOnClose(connection, 0);
        unref(connection);
    }
}

void forgetSession()
{
    static const auto disconnect = reinterpret_cast<ServiceDisconnect>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

} // namespace mmm::keystore

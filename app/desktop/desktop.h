#pragma once

#include "auto_lock.h"
#include "card_code.h"
#include "catalogs.h"
#include "clipboard.h"
#include "correspondence.h"
#include "devices.h"
#include "messages.h"
#include "notifications.h"
#include "pairing.h"
#include "pending_requests.h"
#include "preferences.h"
#include "session.h"
#include "sync_status.h"

namespace mmm::desktop {

/// The object graph: everything that QML finds as a singleton of Mesh.App, built by hand, in one place.
/// Made before the QML engine and destroyed after it.
class Desktop
{
public:
    Desktop(Engine engine, const mesh::Options& options, const QString& dataFolder)
        : link(std::move(engine)),
          preferences(link, clipboard, dataFolder),
          session(link, options),
          contacts(link),
          bookmarks(link),
          tasks(link),
          credentials(link),
          devices(link),
          pendingRequests(link),
          pairing(link),
          correspondence(link),
          cardCode(link),
          inbox(link),
          outbox(link),
          notifications(link, inbox),
          syncStatus(link),
          autoLock(session, preferences)
    {
        QObject::connect(&session, &Session::locked, &clipboard, &Clipboard::clearSecret);
    }
    /// Work in other threads may still speak to the objects below until it has ended.
    ~Desktop() { link.close(); }

    /// Those that give texts to QML, to be asked again in another language.
    [[nodiscard]] QList<QObject*> speaking()
    {
        return {&session,         &contacts, &bookmarks, &tasks,  &credentials, &devices,
                &pendingRequests, &pairing,  &inbox,     &outbox, &syncStatus,  syncStatus.problems()};
    }

    Clipboard clipboard;
    MeshLink link;
    Preferences preferences;
    Session session;
    Contacts contacts;
    Bookmarks bookmarks;
    Tasks tasks;
    Credentials credentials;
    Devices devices;
    PendingRequests pendingRequests;
    Pairing pairing;
    Correspondence correspondence;
    CardCode cardCode;
    Inbox inbox;
    Outbox outbox;
    Notifications notifications;
    SyncStatus syncStatus;
    AutoLock autoLock;
};

} // namespace mmm::desktop

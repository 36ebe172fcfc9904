#pragma once

#include "account_archive.h"
#include "account_services.h"
#include "accounts.h"
#include "auto_lock.h"
#include "card_code.h"
#include "catalogs.h"
#include "clipboard.h"
#include "correspondence.h"
#include "device_claim.h"
#include "devices.h"
#include "escrow.h"
#include "file_locators.h"
#include "group_files.h"
#include "groups.h"
#include "inheritance.h"
#include "log_check.h"
#include "messages.h"
#include "notifications.h"
#include "pairing.h"
#include "pending_requests.h"
#include "preferences.h"
#include "reminders.h"
#include "security.h"
#include "service_move.h"
#include "service_statement.h"
#include "session.h"
#include "ssh_agent.h"
#include "ssh_files.h"
#include "sync_status.h"

namespace mmm::desktop {

/// The object graph: everything that QML finds as a singleton of Mesh.App, built by hand, in one place.
/// Made before the QML engine and destroyed after it.
class Desktop
{
public:
    /// `runtimeFolder` as SshAgent has it.
    Desktop(Engine engine, const mesh::Options& options, const QString& dataFolder,
            const QString& runtimeFolder = {})
        : link(std::move(engine)),
          preferences(link, clipboard, dataFolder),
          session(link, options),
          accounts(link, preferences),
          contacts(link),
          bookmarks(link),
          tasks(link),
          credentials(link),
          networks(link),
          sshProfiles(link),
          mailAccounts(link),
          sshAgent(accounts, preferences, dataFolder, runtimeFolder),
          devices(link),
          pendingRequests(link),
          pairing(link),
          deviceClaim(link),
          escrow(link),
          inheritance(link),
          serviceMove(link),
          accountServices(link),
          fileLocators(link),
          accountArchive(link),
          correspondence(link),
          cardCode(link),
          groups(link),
          groupFiles(link),
          inbox(link),
          outbox(link),
          confirmations(link),
          reminders(accounts, preferences, options.clock),
          notifications(accounts, inbox, sshAgent, reminders),
          syncStatus(link),
          security(link, session, preferences, syncStatus),
          logCheck(link),
          serviceStatement(link),
          autoLock(session, preferences)
    {
        QObject::connect(&session, &Session::locked, &clipboard, &Clipboard::clearSecret);
        QObject::connect(escrow.sets(), &ShareSetModel::countChanged, &security, &Security::refresh);
        QObject::connect(&escrow, &Escrow::movedAway, &security, &Security::refresh);
        QObject::connect(&logCheck, &LogCheck::compared, &security, &Security::refresh);
    }
    /// Work in other threads may still speak to the objects below until it has ended.
    ~Desktop() { link.close(); }

    /// Those that give texts to QML, to be asked again in another language.
    [[nodiscard]] QList<QObject*> speaking()
    {
        return {&session,
                &accounts,
                &contacts,
                &bookmarks,
                &tasks,
                &credentials,
                &networks,
                &sshProfiles,
                &mailAccounts,
                &sshAgent,
                &devices,
                &pendingRequests,
                &pairing,
                &deviceClaim,
                &inbox,
                &outbox,
                &confirmations,
                &syncStatus,
                syncStatus.problems(),
                &escrow,
                escrow.sets(),
                escrow.made(),
                &inheritance,
                &serviceMove,
                &fileLocators,
                &accountArchive,
                &groups,
                &cardCode,
                &logCheck,
                &security,
                security.safeguards(),
                security.chain(),
                &accountServices,
                accountServices.services(),
                &serviceStatement};
    }

    Clipboard clipboard;
    MeshLink link;
    Preferences preferences;
    Session session;
    Accounts accounts;
    Contacts contacts;
    Bookmarks bookmarks;
    Tasks tasks;
    Credentials credentials;
    Networks networks;
    SshProfiles sshProfiles;
    MailAccounts mailAccounts;
    SshAgent sshAgent;
    Devices devices;
    PendingRequests pendingRequests;
    Pairing pairing;
    DeviceClaim deviceClaim;
    Escrow escrow;
    Inheritance inheritance;
    ServiceMove serviceMove;
    AccountServices accountServices;
    FileLocators fileLocators;
    AccountArchive accountArchive;
    Correspondence correspondence;
    CardCode cardCode;
    Groups groups;
    GroupFiles groupFiles;
    Inbox inbox;
    Outbox outbox;
    Confirmations confirmations;
    Reminders reminders;
    Notifications notifications;
    SyncStatus syncStatus;
    Security security;
    LogCheck logCheck;
    ServiceStatement serviceStatement;
    AutoLock autoLock;
};

} // namespace mmm::desktop

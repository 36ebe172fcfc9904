#include "session.h"

#include "address_text.h"
#include "fault_text.h"
#include "group_text.h"
#include "log.h"
#include "set_aside.h"
#include "store/data_folder.h"
#include "text.h"

#include <QSysInfo>

namespace mmm::desktop {

namespace {

constexpr std::size_t shortestPassphrase = 10;
/// Longer than anything takes that is not waiting for a keychain, a network or a person.
constexpr std::chrono::seconds patience{3};

Session::Trouble troubleOf(Fault fault)
{
    switch (fault) {
    case Fault::NoKeychain:
        return Session::KeychainMissing;
    case Fault::KeychainLocked:
        return Session::KeychainLocked;
    case Fault::KeychainRefused:
        return Session::KeychainRefused;
    case Fault::KeychainTimeout:
        return Session::KeychainSilent;
    case Fault::KeyNotFound:
        return Session::KeysMissing;
    case Fault::KeychainFailed:
        return Session::OtherTrouble;
    default:
        return Session::NoTrouble;
    }
}

} // namespace

QString stepText(mesh::Step step)
{
    switch (step) {
    case mesh::Step::MakingKeys:
        return Session::tr("Setting up this device…");
    case mesh::Step::FindingService:
        return Session::tr("Looking for the service…");
    case mesh::Step::MakingAccount:
        return Session::tr("Setting up your account…");
    case mesh::Step::Asking:
        return Session::tr("Asking your other device…");
    case mesh::Step::CollectingKeys:
        return Session::tr("Taking over your data…");
    case mesh::Step::LoadingEntries:
        return Session::tr("Loading your data…");
    case mesh::Step::Uploading:
        break;
    }
    return Session::tr("Sending…");
}

Session::Session(MeshLink& link, mesh::Options options, QObject* parent)
    : QObject(parent),
      Published<Session>(this),
      m_link(link),
      m_options(std::move(options))
{
    connect(&link, &MeshLink::meshStageChanged, this, &Session::enter);
    m_slow.setSingleShot(true);
    m_slow.setInterval(patience);
    connect(&m_slow, &QTimer::timeout, this, &Session::progressChanged);
}

Session::~Session() = default;

// texts for the forms

QString Session::suggestedAccountName()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("USERNAME");
    QString name;
    for (const QChar character : user.toLower()) {
        if ((character >= QLatin1Char('a') && character <= QLatin1Char('z')) || character.isDigit())
            name.append(character);
    }
    return name == QLatin1String("root") ? QString() : name.left(32);
}

QString Session::suggestedDeviceName()
{
    const QString name = QSysInfo::machineHostName().section(QLatin1Char('.'), 0, 0);
    return name.isEmpty() ? tr("My computer") : name;
}

QString Session::accountNameError(const QString& name) const
{
    return desktop::accountNameError(name);
}

QString Session::serviceAddressError(const QString& address) const
{
    return desktop::serviceAddressError(address);
}

QString Session::offerError(const QString& text) const
{
    if (m_link.engine().parseOffer(fromText(text.trimmed())))
        return {};
    return tr("This is not a connection code. Copy the whole text from the other device.");
}

QString Session::witness() const
{
    return m_request ? toText(m_request->witness) : QString();
}

QString Session::connectingAccount() const
{
    return m_request ? toText(m_request->account) : QString();
}

bool Session::isConnectingWithPin() const
{
    return m_request && m_request->withPin;
}

bool Session::isConnectingHailing() const
{
    return m_request && m_request->isHailing;
}

QString Session::connectingExpires() const
{
    return m_request && !m_request->isHailing ? untilText(m_request->expires, nowForText()) : QString();
}

// the work under way

void Session::begin(const QString& text)
{
    setError({});
    m_busyText = text;
    m_progress = -1;
    m_step.reset();
    m_busy = true;
    m_slow.start();
    emit progressChanged();
    emit busyChanged();
}

void Session::end()
{
    m_busy = false;
    m_slow.stop();
    m_busyText.clear();
    m_progress = -1;
    emit progressChanged();
    emit busyChanged();
}

QString Session::busyNote() const
{
    if (!m_busy || m_slow.isActive() || m_stage == Connecting)
        return {};
    if (m_step == mesh::Step::FindingService || m_step == mesh::Step::MakingAccount ||
        m_step == mesh::Step::Asking || m_step == mesh::Step::Uploading)
        return tr("The service takes its time to answer. You can stop and try again later.");
    return tr("Your keychain takes its time; with some it is half a minute. See whether it asks you for "
              "something.");
}

void Session::fail(const Error& error, Explanation explain)
{
    qCInfo(logDesktop) << "a ceremony failed:" << int(error.fault) << error.detail.c_str();
    setError(error.fault == Fault::Cancelled ? QString() : explain(error));
}

void Session::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

mesh::Progress Session::reporter()
{
    return [this, number = m_number](mesh::Step step, double share) {
        QMetaObject::invokeMethod(
            this,
            [this, number, step, share] {
                if (number != m_number || !m_busy)
                    return;
                m_busyText = stepText(step);
                m_step = step;
                m_progress = share;
                emit progressChanged();
            },
            Qt::QueuedConnection);
    };
}

void Session::cancel()
{
    m_running.request_stop();
}

// opening

bool Session::isLikelyReady() const
{
    return store::DataFolder::holdsAccounts(m_options.folder);
}

void Session::open()
{
    setStage(Opening);
    begin(tr("Opening…"));
    // in one go where nothing is to be asked, so that all of it is done while the window is being made
    struct Found
    {
        Result<KeyPlace> place;
        std::optional<Opened> opened;
    };
    const int number = ++m_number;
    m_running = m_link.run(
        Concern::Ceremony, this,
        [openMesh = m_link.engine().open, options = m_options](const std::stop_token& stop) mutable {
            Found found{findKeys(options.folder, stop), std::nullopt};
            if (found.place && found.place->need == KeyNeed::Nothing) {
                options.keyStore = found.place->store;
                found.opened = openMesh(options, stop);
            }
            return found;
        },
        [this, number](Found found) {
            if (number != m_number)
                return;
            if (found.place)
                m_keyStore = found.place->store;
            if (found.opened)
                opened(std::move(*found.opened));
            else
                keysFound(found.place);
        });
}

void Session::retryOpen()
{
    m_link.close();
    open();
}

void Session::keysFound(const Result<KeyPlace>& place)
{
    end();
    if (!place) {
        failToOpen(place.error());
        return;
    }
    switch (place->need) {
    case KeyNeed::Passphrase:
        setStage(KeychainTrouble, PassphraseNeeded,
                 tr("The keys of this device are in a file that opens with your passphrase."));
        return;
    case KeyNeed::Choice:
        setStage(KeychainTrouble, NoKeychain, faultText(Fault::NoKeychain));
        return;
    case KeyNeed::Nothing:
        openWith(place->store);
        return;
    }
}

void Session::openWith(std::shared_ptr<keystore::KeyStore> store)
{
    begin(tr("Opening…"));
    mesh::Options options = m_options;
    m_keyStore = store;
    options.keyStore = std::move(store);
    const int number = ++m_number;
    m_running = m_link.run(
        Concern::Ceremony, this,
        [open = m_link.engine().open, options](const std::stop_token& stop) { return open(options, stop); },
        [this, number](Opened mesh) {
            if (number == m_number)
                opened(std::move(mesh));
        });
}

void Session::opened(Opened mesh)
{
    end();
    if (mesh)
        m_link.setMesh(std::move(*mesh));
    else
        failToOpen(mesh.error());
}

void Session::failToOpen(const Error& error)
{
    qCWarning(logDesktop) << "the data folder cannot be opened:" << int(error.fault) << error.detail.c_str();
    const Trouble trouble = troubleOf(error.fault);
    if (trouble != NoTrouble) {
        setStage(KeychainTrouble, trouble, faultText(error));
        return;
    }
    setError(faultText(error));
    setStage(Failed);
}

void Session::usePassphraseFile(const SharedSecret& passphrase, const SharedSecret& repeated)
{
    if (m_busy)
        return;
    if (passphrase.size() < shortestPassphrase) {
        setError(
            tr("Use at least %n characters, such as four or more words.", nullptr, int(shortestPassphrase)));
        return;
    }
    if (!(passphrase == repeated)) {
        setError(tr("The two passphrases are not the same."));
        return;
    }
    begin(tr("Making the key file…"));
    takeKeyFile(
        [folder = m_options.folder, passphrase] { return createKeyFile(folder, Secret(passphrase.view())); });
}

void Session::takeKeyFile(std::function<Result<KeyPlace>()> take)
{
    const int number = ++m_number;
    m_link.run(
        Concern::Ceremony, this, [take = std::move(take)](const std::stop_token&) { return take(); },
        [this, number](const Result<KeyPlace>& place) {
            if (number != m_number)
                return;
            end();
            if (place)
                keysFound(place);
            else
                fail(place.error());
        });
}

void Session::unlock(const SharedSecret& passphrase)
{
    if (m_busy || passphrase.empty())
        return;
    if (m_stage == Locked) {
        reopen([store = m_keyStore, passphrase] {
            return unlockWithPassphrase(*store, Secret(passphrase.view()));
        });
        return;
    }
    begin(tr("Opening the key file…"));
    takeKeyFile(
        [folder = m_options.folder, passphrase] { return openKeyFile(folder, Secret(passphrase.view())); });
}

// the lock

bool Session::locksWithPassphrase() const
{
    return m_keyStore && m_keyStore->backend() == keystore::Backend::PassphraseFile;
}

keystore::Backend Session::keyBackend() const
{
    return m_keyStore ? m_keyStore->backend() : keystore::Backend::Memory;
}

void Session::lock()
{
    if (m_stage != Ready)
        return;
    ++m_number;
    emit locked();
    begin(tr("Locking…"));
    m_link.lock([store = m_keyStore] { lockKeys(*store); },
                [this](const Status& status) {
                    end();
                    if (!status)
                        fail(status.error());
                });
    setStage(Locked);
}

void Session::unlockMesh()
{
    if (m_stage == Locked && !m_busy && !locksWithPassphrase())
        reopen([] { return Status(); });
}

void Session::reopen(std::function<Status()> prepare)
{
    begin(tr("Unlocking…"));
    m_link.unlock(std::move(prepare), [this](const Status& status) {
        end();
        if (!status)
            fail(status.error());
    });
}

// what the mesh comes to

void Session::enter(mesh::Stage stage)
{
    switch (stage) {
    case mesh::Stage::New:
        m_request.reset();
        m_account.clear();
        m_isNameHeld = false;
        emit identityChanged();
        setStage(New);
        return;
    case mesh::Stage::Creating: {
        // by itself after a start; after a failure the person decides
        const bool isInterrupted = m_stage == Opening;
        m_account = toText(m_link.mesh()->service().account);
        emit identityChanged();
        setStage(Creating);
        if (isInterrupted && !m_busy)
            resumeCreation();
        return;
    }
    case mesh::Stage::Connecting:
        m_request = m_link.mesh()->ownRequest();
        setStage(Connecting);
        emit connectingChanged();
        if (!m_busy && m_errorText.isEmpty())
            await();
        return;
    case mesh::Stage::Ready: {
        if (m_stage == Ready) {
            // the account has gone to another service
            if (m_link.account() != nullptr && m_account != toText(m_link.account()->address())) {
                m_account = toText(m_link.account()->address());
                emit identityChanged();
            }
            return;
        }
        m_request.reset();
        if (m_link.account() != nullptr)
            m_account = toText(m_link.account()->address());
        emit identityChanged();
        setStage(Ready);
        struct Started
        {
            QString deviceName;
        };
        m_link.runOnMesh(
            Concern::Sync, this,
            [](mesh::PersonalMesh& mesh, const std::stop_token&) {
                mesh.startSync();
                Started started;
                if (const auto devices = mesh.devices()) {
                    for (const mesh::DeviceInfo& device : *devices) {
                        if (device.isThisDevice)
                            started.deviceName = toText(device.name);
                    }
                }
                return started;
            },
            [this](const Started& started) {
                m_deviceName = started.deviceName;
                emit identityChanged();
            });
        return;
    }
    case mesh::Stage::Removed:
        setStage(Removed);
        return;
    case mesh::Stage::Locked:
        setStage(Locked);
        return;
    }
}

void Session::setStage(Stage stage, Trouble trouble, const QString& troubleText)
{
    if (m_stage == stage && m_trouble == trouble && m_troubleText == troubleText)
        return;
    m_stage = stage;
    m_trouble = trouble;
    m_troubleText = troubleText;
    emit stageChanged();
}

void Session::deleteAccount()
{
    if (m_stage != Ready || m_busy || !m_link.showsHome())
        return; // Accounts ends the others
    begin(tr("Deleting the account…"));
    const int number = ++m_number;
    m_running = m_link.runOnMesh(
        Concern::Ceremony, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token& stop) { return mesh.deleteAccount(stop); },
        [this, number](const Status& status) {
            if (number != m_number)
                return;
            if (!status) {
                end();
                fail(status.error(), deletionFaultText);
                return;
            }
            // the mesh erases its data when it is opened again; not from within its own queue
            QTimer::singleShot(0, this, [this] {
                m_link.close();
                end();
                forgetIdentity();
                setStage(Opening);
                openWith(m_keyStore);
            });
        });
}

void Session::forgetIdentity()
{
    m_account.clear();
    m_deviceName.clear();
    emit identityChanged();
}

void Session::forgetMesh()
{
    if (m_stage != Removed || m_busy)
        return;
    m_link.close();
    begin(tr("Setting the old data aside…"));
    const int number = ++m_number;
    m_link.run(
        Concern::Ceremony, this,
        [folder = m_options.folder](const std::stop_token&) { return setAside(folder); },
        [this, number](const Status& status) {
            if (number != m_number)
                return;
            end();
            if (!status) {
                failToOpen(status.error());
                return;
            }
            forgetIdentity();
            open();
        });
}

} // namespace mmm::desktop

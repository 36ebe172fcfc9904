#include "system/device_commands.h"

#include "system/letter_commands.h"
#include "system/move_commands.h"
#include "system/pin_guesser.h"

#include <QJsonDocument>

#include <iostream>
#include <thread>

namespace mmm::system_test {

namespace {

std::string text(const QJsonArray& arguments, qsizetype place)
{
    return arguments.at(place).toString().toStdString();
}

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// Entries are spread over two catalogs: what ends with an odd digit is a credential, everything else a
/// bookmark.
bool isCredential(const std::string& name)
{
    return !name.empty() && name.back() >= '0' && name.back() <= '9' && (name.back() - '0') % 2 == 1;
}

schema::CatalogedBookmark bookmark(const std::string& name, const std::string& value)
{
    schema::CatalogedBookmark entry;
    entry.path = name;
    entry.uri = "https://" + name + ".example/";
    entry.title = value;
    return entry;
}

schema::CatalogedCredential credential(const std::string& name, const std::string& value)
{
    schema::CatalogedCredential entry;
    entry.protocol = "https";
    entry.service = name;
    entry.username = "alice";
    entry.password = {SharedSecret(Secret(bytesOf(value)))};
    return entry;
}

/// The entry's place in its catalog.
template<typename Entry, typename NameOf>
Result<std::string> idOf(mesh::SharedCatalog<Entry>& catalog, const std::string& name, NameOf nameOf)
{
    std::optional<std::string> found;
    catalog.visit([&](const auto& row) {
        if (nameOf(row.entry) == name)
            found = row.id;
    });
    if (!found)
        return fail(Fault::NotFound, "there is no " + name);
    return *found;
}

std::string nameOfBookmark(const schema::CatalogedBookmark& entry)
{
    return entry.path;
}

std::string nameOfCredential(const schema::CatalogedCredential& entry)
{
    return entry.service;
}

Result<std::string> idOf(mesh::Account& account, const std::string& name)
{
    return isCredential(name) ? idOf(account.credentials(), name, nameOfCredential)
                              : idOf(account.bookmarks(), name, nameOfBookmark);
}

Result<QJsonValue> plain(const Status& status)
{
    if (!status)
        return tl::unexpected<Error>(status.error());
    return QJsonValue(true);
}

QString nameOf(mesh::PinProof proof)
{
    switch (proof) {
    case mesh::PinProof::None:
        return QStringLiteral("None");
    case mesh::PinProof::Wrong:
        return QStringLiteral("Wrong");
    case mesh::PinProof::Used:
        return QStringLiteral("Used");
    case mesh::PinProof::Expired:
        return QStringLiteral("Expired");
    case mesh::PinProof::Locked:
        return QStringLiteral("Locked");
    }
    return {};
}

} // namespace

void print(const QJsonObject& line)
{
    std::cout << QJsonDocument(line).toJson(QJsonDocument::Compact).constData() << std::endl;
}

QJsonObject answerOf(const QJsonValue& value)
{
    return {{QStringLiteral("value"), value}};
}

QJsonObject answerOf(const Error& error)
{
    return {{QStringLiteral("fault"), int(error.fault)}, {QStringLiteral("detail"), shown(error.detail)}};
}

void Device::Listener::problem(const mesh::Problem& found)
{
    const std::scoped_lock lock(m_mutex);
    QJsonObject line = answerOf(found.error);
    line.insert(QStringLiteral("container"), shown(found.container));
    line.insert(QStringLiteral("frame"), qint64(found.frame));
    m_problems.append(line);
}

QJsonArray Device::Listener::problems() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problems;
}

Device::Device(std::unique_ptr<mesh::PersonalMesh> mesh, mesh::Options options)
    : m_options(std::move(options)),
      m_mesh(std::move(mesh))
{
    m_mesh->addObserver(&m_listener);
    m_mesh->startSync();
}

Device::~Device()
{
    m_mesh->stopSync();
    m_mesh->removeObserver(&m_listener);
}

QJsonValue Device::stage() const
{
    switch (m_mesh->stage()) {
    case mesh::Stage::New:
        return QStringLiteral("New");
    case mesh::Stage::Creating:
        return QStringLiteral("Creating");
    case mesh::Stage::Connecting:
        return QStringLiteral("Connecting");
    case mesh::Stage::Ready:
        return QStringLiteral("Ready");
    case mesh::Stage::Locked:
        return QStringLiteral("Locked");
    case mesh::Stage::Removed:
        break;
    }
    return QStringLiteral("Removed");
}

Result<QJsonValue> Device::perform(const QJsonArray& command)
{
    const QString verb = command.first().toString();
    QJsonArray arguments = command;
    arguments.removeFirst();
    if (verb == u"stage")
        return stage();
    if (verb == u"create")
        return create(arguments);
    if (verb == u"resume")
        return resume();
    if (verb == u"abandon")
        return plain(m_mesh->abandonCreation(false));
    if (verb == u"pin")
        return pin(arguments);
    if (verb == u"request")
        return request(arguments);
    if (verb == u"await")
        return await();
    if (verb == u"guess")
        return plain(guessPin(m_options, text(arguments, 0)));
    if (verb == u"pending")
        return pending();
    if (verb == u"decide")
        return decide(arguments);
    if (verb == u"devices")
        return devices();
    if (verb == u"shares")
        return shares(arguments);
    if (verb == u"recover")
        return recover(arguments);
    if (verb == u"publish")
        return publish(arguments);
    if (verb == u"fetch")
        return fetch(arguments);
    if (verb == u"add")
        return add(text(arguments, 0), text(arguments, 1));
    if (verb == u"edit")
        return edit(text(arguments, 0), text(arguments, 1));
    if (verb == u"remove")
        return remove(text(arguments, 0));
    if (verb == u"stream")
        return stream(arguments);
    if (verb == u"list")
        return list();
    if (const auto done = performLetter(*m_mesh, verb, arguments))
        return *done;
    if (const auto done = performMove(*m_mesh, verb, arguments))
        return *done;
    if (verb == u"sync") {
        m_listener.m_isFresh = false;
        m_mesh->syncNow();
    }
    if (verb == u"sync" || verb == u"state")
        return state();
    return fail(Fault::Unsupported, "unknown verb");
}

/// [account name, domain]
Result<QJsonValue> Device::create(const QJsonArray& arguments)
{
    mesh::NewMesh choice;
    choice.accountName = text(arguments, 0);
    choice.deviceName = "First";
    choice.service.embedded = false;
    choice.service.domain = text(arguments, 1);
    MMM_CHECK(m_mesh->create(choice));
    m_mesh->startSync();
    return stage();
}

Result<QJsonValue> Device::resume()
{
    MMM_CHECK(m_mesh->resumeCreation());
    m_mesh->startSync();
    return stage();
}

/// [how many are needed, how many are made]: the shares as their codes say them
Result<QJsonValue> Device::shares(const QJsonArray& arguments)
{
    mesh::NewShares wanted;
    wanted.threshold = static_cast<unsigned>(arguments.at(0).toInt());
    wanted.count = static_cast<unsigned>(arguments.at(1).toInt());
    MMM_TRY(const mesh::MadeShares made, m_mesh->recovery().makeShares(wanted));
    QJsonArray texts;
    for (const mesh::EscrowShare& share : made.shares)
        texts.append(shown(std::string(share.uri().text())));
    return texts;
}

/// [name, content]: the locator
Result<QJsonValue> Device::publish(const QJsonArray& arguments)
{
    MMM_TRY(const SharedSecret locator,
            m_mesh->files().publish(text(arguments, 0), Secret(bytesOf(text(arguments, 1)))));
    return shown(std::string(locator.text()));
}

/// [locator]: the content
Result<QJsonValue> Device::fetch(const QJsonArray& arguments)
{
    MMM_TRY(const mesh::FetchedFile file, m_mesh->files().fetch(text(arguments, 0)));
    return shown(std::string(file.content.text()));
}

/// [account address, share…]
Result<QJsonValue> Device::recover(const QJsonArray& arguments)
{
    mesh::RecoverMesh wanted;
    wanted.account = text(arguments, 0);
    wanted.deviceName = "Recovered";
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        MMM_TRY(mesh::EscrowShare share, mesh::EscrowShare::parse(text(arguments, i)));
        wanted.shares.push_back(std::move(share));
    }
    MMM_CHECK(m_mesh->recover(wanted));
    m_mesh->startSync();
    return stage();
}

/// [minutes of validity]: the offer as text
Result<QJsonValue> Device::pin(const QJsonArray& arguments)
{
    MMM_TRY(const mesh::PinOffer offer, m_mesh->issuePin(std::chrono::minutes(arguments.at(0).toInt())));
    return QJsonValue(shown(std::string(offer.text.text())));
}

/// [offer, device name]
Result<QJsonValue> Device::request(const QJsonArray& arguments)
{
    MMM_TRY(const mesh::ConnectionOffer offer, mesh::ConnectionOffer::parse(text(arguments, 0)));
    MMM_CHECK(m_mesh->requestConnection(offer, text(arguments, 1)));
    return stage();
}

Result<QJsonValue> Device::await()
{
    MMM_CHECK(m_mesh->awaitConnection());
    m_mesh->startSync();
    return stage();
}

/// Requests that wait here for a decision: their identifiers, names, and how their PIN proved itself.
Result<QJsonValue> Device::pending()
{
    MMM_TRY(const auto requests, m_mesh->pendingRequests());
    QJsonArray all;
    for (const mesh::PendingRequest& request : requests)
        all.append(QJsonArray{shown(request.messageId), shown(request.deviceName), nameOf(request.pin)});
    return QJsonValue(all);
}

/// [message, accept]
Result<QJsonValue> Device::decide(const QJsonArray& arguments)
{
    return plain(arguments.at(1).toBool() ? m_mesh->acceptRequest(text(arguments, 0))
                                          : m_mesh->rejectRequest(text(arguments, 0)));
}

Result<QJsonValue> Device::devices()
{
    MMM_TRY(const auto known, m_mesh->devices());
    QJsonArray names;
    for (const mesh::DeviceInfo& device : known)
        names.append(shown(device.name));
    return QJsonValue(names);
}

Result<QJsonValue> Device::add(const std::string& name, const std::string& value)
{
    MMM_TRY(const std::string id, isCredential(name)
                                      ? m_mesh->account()->credentials().add(credential(name, value))
                                      : m_mesh->account()->bookmarks().add(bookmark(name, value)));
    return QJsonValue(shown(id));
}

Result<QJsonValue> Device::edit(const std::string& name, const std::string& value)
{
    MMM_TRY(const std::string id, idOf(*m_mesh->account(), name));
    return plain(isCredential(name) ? m_mesh->account()->credentials().update(id, credential(name, value))
                                    : m_mesh->account()->bookmarks().update(id, bookmark(name, value)));
}

Result<QJsonValue> Device::remove(const std::string& name)
{
    MMM_TRY(const std::string id, idOf(*m_mesh->account(), name));
    return plain(isCredential(name) ? m_mesh->account()->credentials().removeAll({id})
                                    : m_mesh->account()->bookmarks().removeAll({id}));
}

/// [prefix, number of entries, pause in milliseconds]: adds, and now and then edits and removes what it
/// added. Says what it is about to do and what is done; ends with the first failure.
Result<QJsonValue> Device::stream(const QJsonArray& arguments)
{
    const QString prefix = arguments.at(0).toString();
    const auto say = [](const char* what, const QString& name, const QJsonValue& value) {
        print({{QString::fromLatin1(what), QJsonArray{name, value}}});
    };
    const auto put = [&](int number, const QJsonValue& value, bool isNew) -> Status {
        const QString name = prefix + QString::number(number);
        say("doing", name, value);
        const auto done = value.isNull() ? remove(name.toStdString())
                          : isNew        ? add(name.toStdString(), value.toString().toStdString())
                                         : edit(name.toStdString(), value.toString().toStdString());
        if (!done)
            return tl::unexpected<Error>(done.error());
        say("done", name, value);
        return {};
    };
    for (int number = 0; number < arguments.at(1).toInt(); ++number) {
        MMM_CHECK(put(number, QStringLiteral("written"), true));
        if (number % 4 == 3)
            MMM_CHECK(put(number - 2, QStringLiteral("edited"), false));
        if (number % 6 == 5)
            MMM_CHECK(put(number - 5, QJsonValue::Null, false));
        std::this_thread::sleep_for(std::chrono::milliseconds(arguments.at(2).toInt()));
    }
    return QJsonValue(true);
}

/// Every entry as it is read, secrets included: an entry that cannot be read is a failure.
Result<QJsonValue> Device::list()
{
    QJsonArray all;
    const auto readAll = [&all](auto& catalog, auto nameOf, auto valueOf) -> Status {
        std::vector<std::string> ids;
        catalog.visit([&ids](const auto& row) { ids.push_back(row.id); });
        for (const std::string& id : ids) {
            MMM_TRY(const auto row, catalog.read(id));
            all.append(QJsonArray{shown(nameOf(row.entry)), shown(std::string(valueOf(row.entry)))});
        }
        return {};
    };
    MMM_CHECK(readAll(m_mesh->account()->bookmarks(), nameOfBookmark,
                      [](const auto& entry) { return entry.title; }));
    MMM_CHECK(readAll(m_mesh->account()->credentials(), nameOfCredential,
                      [](const auto& entry) { return entry.password.secret.text(); }));
    return QJsonValue(all);
}

/// Where the exchange with the service stands, and what was reported since the start.
QJsonValue Device::state() const
{
    const mesh::SyncState sync = m_mesh->syncState();
    QJsonObject shownState{
        {QStringLiteral("pending"), qint64(sync.pending)},
        {QStringLiteral("conflicts"), qint64(sync.conflicts)},
        {QStringLiteral("idle"), m_listener.m_isFresh && sync.phase == mesh::SyncPhase::Idle},
        {QStringLiteral("offline"), sync.phase == mesh::SyncPhase::Offline},
        {QStringLiteral("problems"), m_listener.problems()}};
    if (sync.fault) {
        shownState.insert(QStringLiteral("fault"), int(sync.fault->fault));
        shownState.insert(QStringLiteral("detail"), shown(sync.fault->detail));
    }
    return shownState;
}

} // namespace mmm::system_test

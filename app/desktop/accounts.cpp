#include "accounts.h"

#include "accounts_held.h"
#include "fault_text.h"
#include "log.h"
#include "messages.h"
#include "text.h"

namespace mmm::desktop {

namespace {

const QString currentKey = QStringLiteral("accounts/current");
/// How long nothing is shown while the account that was shown last is opened.
constexpr std::chrono::seconds slowAfter{3};
/// After which an account that could not be collected, or not follow the devices, is tried again.
constexpr std::chrono::minutes pause{5};
/// In a row, before the person hears of it.
constexpr int lastingFailures = 2;

/// Passes with time, and by itself.
bool isPassing(Fault fault)
{
    return fault == Fault::Offline || fault == Fault::Timeout || fault == Fault::NotYet ||
           fault == Fault::Cancelled;
}

struct Listed
{
    Result<std::vector<mesh::PersonaInfo>> all;
    bool isAdministrator = false;
    bool isEmbedded = false;
};

struct Read
{
    int unread = 0;
    std::vector<mesh::MessageInfo> wanted; ///< new ones that wait for an answer
};

} // namespace

bool Accounts::Turn::begin()
{
    isWanted = isUnderWay;
    return !std::exchange(isUnderWay, true);
}

bool Accounts::Turn::end()
{
    isUnderWay = false;
    return std::exchange(isWanted, false);
}

Accounts::Accounts(MeshLink& link, Preferences& preferences, QObject* parent)
    : RowModel(parent),
      Published<Accounts>(this),
      m_link(link),
      m_preferences(preferences),
      m_held(std::make_shared<Held>()),
      m_goingOn(new QTimer(this))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(slowAfter);
    connect(&m_patience, &QTimer::timeout, this, &Accounts::stopWaiting);
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, [this] {
        refresh();
        followAll();
    });
    m_goingOn->setSingleShot(true);
    m_goingOn->setObjectName(QStringLiteral("goingOn"));
    connect(m_goingOn, &QTimer::timeout, this, &Accounts::goOnWithAll);
    link.setPutAway([this] { return putAway(); });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available && m_held->home == nullptr && m_link.showsHome())
            begin();
    });
}

Accounts::~Accounts()
{
    putAway()();
    m_link.setPutAway([] { return [] {}; });
}

// the life of all

void Accounts::begin()
{
    mesh::Account& account = *m_link.account();
    m_home = m_current = account.udf();
    m_held->home = m_link.home();
    m_held->homeUdf = m_home;
    One& home = hold(m_home);
    home.mesh = m_held->home;
    home.mesh->addObserver(&home.ear);
    State& state = m_states[m_home];
    state.info = {m_home, account.address(), true, true};
    state.standing = Open;
    m_remembered = fromText(m_preferences.value(currentKey).toString());
    if (m_remembered == m_home)
        m_remembered.clear();
    if (!m_remembered.empty()) {
        setSwitching(true);
        m_patience.start();
    }
    publish();
    refresh();
    read(m_home);
}

std::function<void()> Accounts::putAway()
{
    const std::shared_ptr<Held> held = std::exchange(m_held, std::make_shared<Held>());
    m_patience.stop();
    m_again.stop();
    m_goingOn->stop();
    m_wait = {};
    m_isStopped = false;
    m_states.clear();
    m_home.clear();
    m_current.clear();
    m_remembered.clear();
    m_listing = {};
    m_mayManage = false;
    m_isMaking = false;
    endWish();
    setError({});
    setSwitching(false);
    publish();
    return [held] { held->putAway(); };
}

Accounts::One& Accounts::hold(const std::string& udf)
{
    std::unique_ptr<One>& one = m_held->all[udf];
    if (!one)
        one = std::make_unique<One>(*this, udf);
    return *one;
}

/// Not from within the queue of the account.
void Accounts::letGo(const std::string& udf)
{
    if (const auto found = m_held->all.find(udf); found != m_held->all.end()) {
        const std::shared_ptr<One> one = std::move(found->second);
        m_held->all.erase(found);
        QTimer::singleShot(0, this, [this, one] {
            one->queue.finish();
            one->close();
            QTimer::singleShot(0, this, [one] {}); // what it still had to say is heard by then
        });
    }
}

Accounts::State* Accounts::find(const std::string& udf)
{
    const auto found = m_states.find(udf);
    return found == m_states.end() ? nullptr : &found->second;
}

void Accounts::refresh()
{
    if (m_held->home == nullptr || !m_listing.begin())
        return;
    m_held->listing.run(
        this,
        [held = m_held.get(), personas = m_link.engine().personas](const std::stop_token&) {
            Listed listed;
            listed.isAdministrator = held->home->isAdministrator();
            listed.isEmbedded = held->home->service().embedded;
            if (!held->personas) {
                auto door = personas(*held->home);
                if (!door) {
                    listed.all = tl::unexpected<Error>(door.error());
                    return listed;
                }
                held->personas = std::move(*door);
            }
            listed.all = held->personas->list();
            return listed;
        },
        [this, held = std::weak_ptr(m_held)](const Listed& listed) {
            if (held.lock() != m_held)
                return;
            m_mayManage = listed.isAdministrator;
            if (listed.all) {
                take(*listed.all);
                m_states[m_home].isEmbedded = listed.isEmbedded;
            } else {
                qCInfo(logDesktop) << "the accounts cannot be listed:" << int(listed.all.error().fault);
                stopWaiting();
            }
            publish();
            if (m_listing.end())
                refresh();
        });
}

void Accounts::take(const std::vector<mesh::PersonaInfo>& listed)
{
    std::erase_if(m_states, [&](const auto& known) {
        const auto& udf = known.first;
        const bool isListed = std::ranges::find(listed, udf, &mesh::PersonaInfo::accountUdf) != listed.end();
        if (!isListed && udf != m_home)
            letGo(udf);
        return !isListed && udf != m_home;
    });
    for (const mesh::PersonaInfo& info : listed) {
        if (m_isMaking && find(info.accountUdf) == nullptr)
            continue; // it has a folder already, and is open there
        State& state = m_states[info.accountUdf];
        const std::string known = state.info.address;
        state.info = info;
        if (info.isHere && info.address.empty() && !state.isBegun)
            state.isStopped = std::exchange(m_isStopped, false);
        if (info.address.empty())
            state.info.address = known;
    }
    const State* remembered = find(m_remembered);
    if (!m_remembered.empty() && (remembered == nullptr || !remembered->info.isHere))
        stopWaiting();
    // the one that will be shown first
    if (!m_remembered.empty() && !find(m_remembered)->isBegun)
        open(m_remembered);
    for (const auto& [udf, state] : m_states) {
        const bool isCalledOff = state.opening.stop_requested();
        if (udf != m_home && (!state.isBegun || (state.standing == Elsewhere && !isCalledOff)))
            open(udf);
    }
}

// the life of one

void Accounts::open(const std::string& udf)
{
    State& state = m_states[udf];
    state.isBegun = true;
    state.standing = state.info.isHere ? Opening : Collecting;
    state.problem.clear();
    publish();
    state.opening = hold(udf).queue.run(
        this,
        [held = m_held.get(), one = &hold(udf), udf](const std::stop_token& stop) -> Result<Place> {
            MMM_TRY(auto mesh, held->personas->open(udf, {}, stop));
            const mesh::Stage stage = mesh->stage();
            const mesh::ServiceInfo service = mesh->service();
            if (stage == mesh::Stage::Ready)
                mesh->startSync();
            if (stage != mesh::Stage::Removed)
                one->keep(std::move(mesh));
            return Place{stage, service.account, service.embedded};
        },
        [this, udf, held = std::weak_ptr(m_held)](const Result<Place>& place) {
            if (held.lock() == m_held)
                opened(udf, place);
        });
}

void Accounts::opened(const std::string& udf, const Result<Place>& place)
{
    State* state = find(udf);
    if (state == nullptr)
        return;
    if (place) {
        enter(*state, *place);
    } else {
        qCInfo(logDesktop) << "an account cannot be opened:" << int(place.error().fault)
                           << place.error().detail.c_str();
        state->standing =
            state->standing == Collecting || isPassing(place.error().fault) ? Elsewhere : Failed;
        state->problem = isPassing(place.error().fault) ? QString() : faultText(place.error());
        m_again.start();
    }
    if (udf == m_remembered) {
        m_remembered.clear();
        m_patience.stop();
        if (state->standing == Open)
            show(udf);
        else
            setSwitching(false);
    }
    publish();
}

void Accounts::enter(State& state, const Place& place)
{
    const std::string udf = state.info.accountUdf;
    if (!place.address.empty())
        state.info.address = place.address;
    state.isEmbedded = place.isEmbedded;
    switch (place.stage) {
    case mesh::Stage::Ready:
        state.standing = Open;
        read(udf);
        follow(udf);
        return;
    case mesh::Stage::Creating:
        state.standing = Making;
        goOn(udf);
        return;
    case mesh::Stage::Connecting:
        state.standing = Elsewhere;
        return;
    default:
        state.standing = Deleted;
        return;
    }
}

/// It is not to be used here any more: shows another one, and closes it.
void Accounts::lose(const std::string& udf)
{
    const auto close = [this, udf] {
        struct Closed
        {};
        One& one = hold(udf);
        one.queue.run(
            this,
            [held = &one](const std::stop_token&) {
                held->close();
                return Closed();
            },
            [](const Closed&) {});
    };
    if (State* state = find(udf)) {
        state->standing = Deleted;
        state->unread = 0;
    }
    if (udf == m_current && udf != m_home)
        show(m_home, close);
    else
        close();
    publish();
}

/// `udf` is of an account that is open.
void Accounts::show(const std::string& udf, std::function<void()> then)
{
    mesh::PersonalMesh* mesh = hold(udf).mesh;
    if (mesh == nullptr) {
        setSwitching(false);
        return;
    }
    setSwitching(true);
    m_link.show(*mesh, [this, udf, then = std::move(then)] {
        const std::string before = std::exchange(m_current, udf);
        if (m_link.account() == nullptr && udf != m_home) {
            show(m_home, then); // it has ended meanwhile
            return;
        }
        m_preferences.setValue(currentKey, toText(udf));
        if (State* state = find(udf); state != nullptr && state->failures < lastingFailures)
            state->problem.clear(); // it was told of
        publish();
        setSwitching(false);
        read(before);
        if (then)
            then();
    });
}

void Accounts::stopWaiting()
{
    m_patience.stop();
    if (m_remembered.empty())
        return;
    m_remembered.clear();
    setSwitching(false);
}

// what an open one says

void Accounts::stageChanged(const std::string& udf, mesh::Stage stage)
{
    State* state = find(udf);
    if (state == nullptr || state->standing == Making)
        return;
    if (udf != m_home) {
        if (state->standing == Open && stage == mesh::Stage::Removed) {
            lose(udf);
        } else if (stage == mesh::Stage::Ready) {
            follow(udf); // it may have gone to another service, of which the other devices should know
        }
    } else if (stage != mesh::Stage::Ready && !m_link.showsHome()) {
        show(m_home); // the session says what has become of the mesh
    }
    refresh();
}

void Accounts::devicesChanged(const std::string& udf)
{
    if (udf != m_home)
        return;
    refresh();
    followAll();
}

void Accounts::applicationsChanged(const std::string& udf)
{
    if (udf == m_home)
        refresh();
}

void Accounts::read(const std::string& udf)
{
    State* state = find(udf);
    if (state == nullptr || state->standing != Open || !state->reading.begin())
        return;
    One& one = hold(udf);
    one.queue.run(
        this,
        [held = &one](const std::stop_token&) {
            Read read;
            if (held->mesh == nullptr || held->mesh->stage() != mesh::Stage::Ready)
                return read;
            const auto messages = held->mesh->inbox();
            if (!messages)
                return read;
            for (const mesh::MessageInfo& message : *messages) {
                read.unread += message.state == mesh::MessageState::Unread ? 1 : 0;
                const bool isNew = held->known.insert(message.id).second && held->isRead;
                if (isNew && message.needsAnswer && !message.isHeld)
                    read.wanted.push_back(message);
            }
            held->isRead = true;
            return read;
        },
        [this, udf](const Read& read) {
            State* state = find(udf);
            if (state == nullptr)
                return;
            const bool again = state->reading.end();
            if (state->unread != read.unread) {
                state->unread = read.unread;
                publish();
            }
            for (const mesh::MessageInfo& message : read.wanted) {
                if (udf != m_current) // the inbox itself tells of those
                    emit answerWanted(toText(udf), toText(message.id),
                                      MessageModel::titleOf(message, MessageModel::Box::In),
                                      toText(message.text).simplified(),
                                      message.kind == mesh::MessageKind::ConfirmationRequest);
            }
            if (again)
                this->read(udf);
        });
}

void Accounts::problem(const std::string& udf, const mesh::Problem& problem)
{
    State* state = find(udf);
    if (state == nullptr || udf == m_current)
        return; // SyncStatus tells it
    state->problem = faultText(problem.error);
    publish();
    emit problemFound(addressOf(toText(udf)), state->problem);
}

// following the devices of the home account

void Accounts::followAll()
{
    std::vector<std::string> all;
    for (const auto& [udf, state] : m_states)
        all.push_back(udf);
    for (const std::string& udf : all)
        follow(udf);
}

void Accounts::follow(const std::string& udf)
{
    State* state = find(udf);
    if (!m_mayManage || state == nullptr || udf == m_home || state->standing != Open ||
        !state->following.begin())
        return;
    One& one = hold(udf);
    one.queue.run(
        this,
        [held = m_held.get(), one = &one](const std::stop_token& stop) {
            return one->mesh == nullptr ? Status() : held->personas->align(*one->mesh, stop);
        },
        [this, udf](const Status& status) {
            State* state = find(udf);
            if (state == nullptr)
                return;
            const bool again = state->following.end();
            if (status) {
                if (std::exchange(state->failures, 0) >= lastingFailures)
                    state->problem.clear();
            } else if (status.error().fault != Fault::Cancelled) {
                qCInfo(logDesktop) << "an account does not follow the devices:" << int(status.error().fault)
                                   << status.error().detail.c_str();
                m_again.start();
                if (++state->failures == lastingFailures) {
                    state->problem = tr("The changes of your devices have not reached this account. %1")
                                         .arg(faultText(status.error()));
                    emit problemFound(addressOf(toText(udf)), state->problem);
                }
            }
            publish();
            if (again)
                follow(udf);
        });
}

void Accounts::setSwitching(bool switching)
{
    if (m_switching == switching)
        return;
    m_switching = switching;
    emit switchingChanged();
}

void Accounts::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

// the list

void Accounts::publish()
{
    std::vector<Row> rows;
    for (const auto& [udf, state] : m_states) {
        Row row;
        row.udf = udf;
        row.address = toText(state.info.address);
        row.place = state.isEmbedded        ? tr("Kept on this computer")
                    : row.address.isEmpty() ? QString()
                                            : tr("Kept at %1").arg(row.address.section(QLatin1Char('@'), -1));
        row.standing = state.standing;
        switch (state.standing) {
        case Open:
            break;
        case Opening:
            row.state = tr("Opening…");
            break;
        case Collecting:
            row.state = tr("Collecting its keys…");
            break;
        case Elsewhere:
            row.state = tr("Not on this device yet");
            break;
        case Making:
            row.state = tr("Its service has not agreed yet");
            break;
        case Deleted:
            row.state = tr("Ended: it was deleted, or this device was taken out");
            break;
        case Failed:
            row.state = tr("Cannot be opened");
            break;
        }
        row.problem = state.problem;
        row.isHome = udf == m_home;
        row.isCurrent = udf == m_current;
        row.unread = state.unread;
        rows.push_back(std::move(row));
    }
    const QCollator collator = listCollator();
    std::ranges::sort(rows, [&](const Row& a, const Row& b) {
        if (a.isHome != b.isHome || a.address.isEmpty() != b.address.isEmpty())
            return a.isHome || (!b.isHome && b.address.isEmpty());
        return collator.compare(a.address, b.address) < 0;
    });
    updateRows(m_rows, std::move(rows), [](const Row& row) { return row.udf; });
    emit changed();
}

QString Accounts::currentId() const
{
    return toText(m_current);
}

QString Accounts::homeId() const
{
    return toText(m_home);
}

QString Accounts::addressOf(const QString& accountId) const
{
    const auto found = m_states.find(fromText(accountId));
    return found == m_states.end() ? QString() : toText(found->second.info.address);
}

int Accounts::unreadElsewhere() const
{
    int unread = 0;
    for (const Row& row : m_rows)
        unread += row.isCurrent ? 0 : row.unread;
    return unread;
}

std::vector<OpenAccount> Accounts::openOnes()
{
    std::vector<OpenAccount> open;
    for (const Row& row : m_rows) {
        const State* state = find(row.udf);
        if (state == nullptr || state->standing != Open || state->isEnding)
            continue;
        if (One& one = hold(row.udf); one.mesh != nullptr)
            open.insert(row.isCurrent ? open.begin() : open.end(),
                        {row.udf, row.address, one.mesh, &one.prompt});
    }
    return open;
}

int Accounts::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant Accounts::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case AccountIdRole:
        return toText(row.udf);
    case Qt::DisplayRole:
    case AddressRole:
        return row.address.isEmpty() ? tr("Account without an address") : row.address;
    case PlaceTextRole:
        return row.place;
    case StateTextRole:
        return row.state;
    case ProblemTextRole:
        return row.problem;
    case StandingRole:
        return row.standing;
    case IsHomeRole:
        return row.isHome;
    case IsCurrentRole:
        return row.isCurrent;
    case UnreadRole:
        return row.unread;
    default:
        return {};
    }
}

QHash<int, QByteArray> Accounts::roleNames() const
{
    return {{AccountIdRole, "accountId"}, {AddressRole, "address"},     {PlaceTextRole, "placeText"},
            {StateTextRole, "stateText"}, {StandingRole, "standing"},   {ProblemTextRole, "problemText"},
            {IsHomeRole, "isHome"},       {IsCurrentRole, "isCurrent"}, {UnreadRole, "unread"}};
}

} // namespace mmm::desktop

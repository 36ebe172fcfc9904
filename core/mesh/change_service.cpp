#include "mesh/change_service.h"

#include "mesh/account_addresses.h"
#include "mesh/account_move.h"
#include "mesh/account_place.h"
#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "mesh/further_services.h"
#include "mesh/keep_in_step.h"
#include "mesh/late_messages.h"
#include "mesh/manage_devices.h"
#include "mesh/mesh_change.h"
#include "mesh/new_first.h"
#include "mesh/people.h"
#include "service/account_name.h"
#include "udf/strong_name.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

namespace {

/// The former service is looked at as often as an idle device looks at its own.
constexpr std::chrono::seconds lookInterval{60};

struct StepName
{
    MoveStep step;
    std::string_view name;
};
constexpr std::array stepNames{StepName{MoveStep::Copying, "Copying"}, StepName{MoveStep::Closing, "Closing"},
                               StepName{MoveStep::Telling, "Telling"},
                               StepName{MoveStep::Leaving, "Leaving"}};

std::string_view nameOf(MoveStep step)
{
    return std::ranges::find(stepNames, step, &StepName::step)->name;
}

MoveStep stepOf(const MoveRecord& move)
{
    const auto* found = std::ranges::find(stepNames, move.step, &StepName::name);
    return found == stepNames.end() ? MoveStep::Copying : found->step;
}

std::optional<MoveRecord> planned(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return state.record.move;
}

/// Whether the service will not have the account. After any other failure it may have it.
bool isRefusal(Fault fault)
{
    constexpr std::array refusals{Fault::NameTaken, Fault::NameInvalid, Fault::NotServed, Fault::Refused};
    return std::ranges::find(refusals, fault) != refusals.end();
}

/// Whether that is for lack of the former service, without which the person wants to go on.
bool isBearable(const MoveRecord& move, const Status& status)
{
    constexpr std::array lasting{Fault::TlsFailed, Fault::WrongService, Fault::NotServed};
    if (status || !move.isFormerLost)
        return status.has_value();
    const Fault fault = status.error().fault;
    return meansUnreachable(fault) || isGone(fault) || std::ranges::find(lasting, fault) != lasting.end();
}

/// The further services that the account has before and afterwards.
std::vector<std::string> othersOf(const MoveRecord& move, const std::optional<AccountPlace>& told)
{
    std::vector<std::string> others;
    for (const FurtherPlace& place : told ? told->further : std::vector<FurtherPlace>()) {
        if (place.address != move.address && place.address != move.formerAddress)
            others.push_back(place.address);
    }
    return others;
}

/// Whether the account goes to a service that has it already, so that it stays at the one it comes from. Then
/// the two have but changed places.
bool isExchange(const MoveRecord& move, const std::optional<AccountPlace>& told)
{
    return told && (isAmong(told->further, move.address) ||
                    (told->address == move.address && isAmong(told->further, move.formerAddress)));
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& more)
{
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

class Mover
{
public:
    Mover(MeshState& state, MoveProgress progress, std::stop_token stop)
        : m_state(state),
          m_progress(std::move(progress)),
          m_stop(std::move(stop)),
          m_member(state.member())
    {}

    Status plan(const NewService& wanted)
    {
        if (planned(m_state))
            return fail(Fault::Conflict, "the account is on its way already");
        const auto told = toldPlace(*m_member);
        MMM_TRY(const FurtherPlace to, destinationOf(m_state, m_member->address(), told, wanted));
        const auto link =
            std::make_shared<ServiceLink>(to.service, m_state.discovery(), m_state.options.clock);
        MMM_CHECK(link->hello(m_stop));
        MMM_TRY(const bool isThere, followTo(m_state, to, m_stop));
        if (isThere)
            return {};
        MMM_TRY(const AdministrationKeys keys, administration());
        report(MoveStep::Copying, 0);
        MMM_TRY(auto begun, begunByOther(to.address, link->record()));
        if (begun)
            return m_state.changeRecord([&](LocalRecord& record) { record.move = std::move(*begun); });
        // what waits here goes where the account still is, so that it comes over with the rest
        MMM_CHECK(exchangeAll(m_state, m_stop));

        const std::scoped_lock oneAtATime(m_state.changing);
        MoveRecord move;
        move.step = nameOf(MoveStep::Copying);
        move.address = to.address;
        move.service = link->record();
        dare::Envelope profile;
        {
            const std::scoped_lock lock(m_state.mutex);
            if (m_state.record.change)
                return fail(Fault::Conflict, "another change of the mesh is under way");
            if (m_state.record.service.serviceUdf == move.service.serviceUdf)
                return fail(Fault::Exists, "the account is at that service already");
            move.formerAddress = m_state.record.account;
            move.formerService = m_state.record.service;
            profile = m_state.record.profileAccount;
        }
        MMM_TRY(const auto present, schema::verifyProfileAccount(profile));
        const TimePoint announced = laterThan(present->updated, m_state.now());
        const std::vector<std::string> others = othersOf(move, told);
        MMM_TRY(move.announced,
                withAddresses(profile, keys, joined({move.formerAddress, move.address}, others), announced));
        MMM_TRY(move.profile, withAddresses(profile, keys, joined({move.address, move.formerAddress}, others),
                                            laterThan(announced, m_state.now())));
        return m_state.changeRecord([&](LocalRecord& record) { record.move = std::move(move); });
    }

    /// All steps until the account is at the new service and everybody is told.
    Status run()
    {
        for (auto move = planned(m_state); move; move = planned(m_state)) {
            const MoveStep step = stepOf(*move);
            if (step == MoveStep::Leaving)
                return {};
            MMM_CHECK(open(*move));
            MMM_CHECK(step == MoveStep::Copying   ? copy(*move)
                      : step == MoveStep::Closing ? close(*move)
                                                  : tell(*move));
        }
        return {};
    }

    Status cancel()
    {
        const auto move = planned(m_state);
        if (!move)
            return {};
        if (stepOf(*move) != MoveStep::Copying)
            return fail(Fault::Unsupported, "the account cannot stay any more");
        return withdraw(*move);
    }

    Status goOnWithoutFormer()
    {
        const auto move = planned(m_state);
        if (!move)
            return {};
        if (stepOf(*move) == MoveStep::Copying)
            return fail(Fault::Unsupported, "the account can stay where it is");
        MMM_CHECK(setFormerLost(true));
        return stepOf(*move) == MoveStep::Leaving ? look(true) : run();
    }

    /// Brings what has come to the former service, and leaves it if there is nothing to wait for.
    Status look(bool isImpatient)
    {
        auto move = planned(m_state);
        if (!move || stepOf(*move) != MoveStep::Leaving)
            return {};
        MMM_CHECK(open(*move));
        if (move->isFormerLost) {
            const Status heard = tellFormer(*move);
            if (!isBearable(*move, heard))
                return heard;
            if (heard) {
                MMM_CHECK(setFormerLost(false));
                move->isFormerLost = false;
            } else if (!isImpatient) {
                return {}; // it may come back
            }
        }
        if (const Status brought = bring(*move); !isBearable(*move, brought))
            return brought;
        if (!isImpatient)
            MMM_CHECK(askStatus(m_state, {}, m_stop).map([](const auto&) {}));
        if (!isImpatient && !waitingFor(*m_member).empty())
            return {};
        return leave(*move);
    }

    /// Names of the devices that the new service has not seen.
    static std::vector<std::string> waitingFor(Membership& member)
    {
        std::vector<std::string> names;
        const std::scoped_lock lock(member.mutex);
        for (const std::string& id : member.containers->devices().ids()) {
            if (member.lastSeen.contains(id))
                continue;
            const auto entry = readDevice(member, id);
            names.push_back(entry && !entry->name.empty() ? entry->name : id);
        }
        return names;
    }

private:
    void report(MoveStep step, double share) const
    {
        if (m_progress)
            m_progress(step, share);
    }

    /// A move that another administration device has begun, and that cannot be called off any more: the
    /// present service says where the account goes. Should that device be lost, this one finishes it.
    Result<std::optional<MoveRecord>> begunByOther(const std::string& address, const ServiceRecord& service)
    {
        const auto profile = publishedProfile(m_state, *m_member, m_stop);
        if (!profile &&
            (profile.error().fault == Fault::NotFound || profile.error().fault == Fault::NotAuthorised))
            return std::nullopt; // nothing that this device would follow
        if (!profile)
            return tl::unexpected<Error>(profile.error());
        const std::vector<std::string>& addresses = (*profile)->serviceIds;
        if (addresses.empty() || service::asciiLower(addresses.front()) == m_member->address())
            return std::nullopt;
        if (service::asciiLower(addresses.front()) != address)
            return fail(Fault::Conflict, "the account is on its way to another service already");
        MoveRecord move;
        move.step = nameOf(MoveStep::Closing);
        move.address = address;
        move.service = service;
        move.announced = profile->envelope();
        move.profile = profile->envelope();
        const std::scoped_lock lock(m_state.mutex);
        move.formerAddress = m_state.record.account;
        move.formerService = m_state.record.service;
        return move;
    }

    Result<AdministrationKeys> administration() const
    {
        const std::scoped_lock lock(m_member->mutex);
        return m_member->keys->administration
                   ? Result<AdministrationKeys>(*m_member->keys->administration)
                   : fail(Fault::NotAuthorised, "the account is moved by an administration device");
    }

    /// Both ends, with the key of an administrator: it writes where devices do not.
    Status open(const MoveRecord& move)
    {
        MMM_TRY(const AdministrationKeys keys, administration());
        const protocol::Identity identity{keys.signature, {{"ProfileAccount", move.profile}}};
        ServiceRecord former = move.formerService;
        {
            const std::scoped_lock lock(m_state.mutex);
            if (auto known = m_state.formerService(former.domain))
                former = std::move(*known);
        }
        const auto link = [this](const ServiceRecord& service) {
            return std::make_shared<ServiceLink>(service, m_state.discovery(), m_state.options.clock);
        };
        m_from = {link(former), identity, move.formerAddress};
        m_to = {link(move.service), identity, move.address};
        return {};
    }

    Status setStep(MoveStep step)
    {
        return m_state.changeRecord([&](LocalRecord& record) { record.move->step = nameOf(step); });
    }

    Status setFormerLost(bool isLost)
    {
        return m_state.changeRecord([&](LocalRecord& record) { record.move->isFormerLost = isLost; });
    }

    dare::Envelope profileMesh() const
    {
        const std::scoped_lock lock(m_state.mutex);
        return m_state.record.profileMesh;
    }

    Status publish(const AccountEnd& end, const dare::Envelope& profile, const protocol::Identity& identity)
    {
        protocol::CreateRequest request;
        request.serviceId = end.address;
        request.signedProfileMesh = profileMesh();
        request.signedAssertionAccount = profile;
        return end.link->transact<protocol::CreateResponse>(identity, std::move(request), m_stop)
            .map([](const auto&) {});
    }

    /// The new service gets the account, which nobody finds there yet, and all that the present one has.
    Status copy(const MoveRecord& move)
    {
        protocol::Identity device;
        {
            const std::scoped_lock lock(m_state.mutex);
            device = {m_state.device->authentication.keyInUse(),
                      {{"ProfileDevice", m_state.device->profile}}};
        }
        if (const Status made = publish(m_to, move.announced, device); !made) {
            if (isRefusal(made.error().fault))
                MMM_CHECK(forget());
            return made;
        }
        constexpr double share = 0.8;
        MMM_CHECK(copyFrames(
            m_from, m_to, {}, [this](double part) { report(MoveStep::Copying, part * share); }, m_stop));
        if (m_stop.stop_requested())
            return fail(Fault::Cancelled);
        return setStep(MoveStep::Closing);
    }

    /// The present service hears where the account is, and takes nothing more from its devices; what came
    /// since goes over.
    Status close(const MoveRecord& move)
    {
        report(MoveStep::Closing, 0.8);
        const Status published = publish(m_from, move.profile, m_from.identity);
        if (!published && published.error().fault == Fault::Conflict) {
            // the profiles of before are not to be used any more, and nothing has happened so far
            MMM_CHECK(withdraw(move));
            return fail(Fault::Conflict, "another device has changed the mesh meanwhile");
        }
        if (!published && isBearable(move, published))
            return closeWithoutFormer(move);
        MMM_CHECK(published);
        MMM_CHECK(catchUp(m_state, m_stop));
        const auto told = toldPlace(*m_member);
        if (told && told->address == move.address) {
            // while this device was away, another one has finished what it had begun
            MMM_CHECK(forget());
            return followPlace(m_state, m_stop).map([](bool) {});
        }
        MMM_CHECK(copyFrames(m_from, m_to, {}, {}, m_stop));
        MMM_TRY(const Inventory there, inventory(m_from, m_stop));
        MMM_TRY(const Inventory here, inventory(m_to, m_stop));
        MMM_CHECK(compare(there, here));
        return arrive(move);
    }

    /// The new service opens the account, and gets from this device what it has not got from the former one.
    Status closeWithoutFormer(MoveRecord move)
    {
        MMM_TRY(const AdministrationKeys keys, administration());
        dare::Envelope present;
        {
            const std::scoped_lock lock(m_state.mutex);
            present = m_state.record.profileAccount;
        }
        MMM_TRY(const auto known, schema::verifyProfileAccount(present));
        MMM_TRY(const auto intended, schema::verifyProfileAccount(move.profile));
        // other devices may have changed it since
        const TimePoint updated = laterThan(std::max(known->updated, intended->updated), m_state.now());
        MMM_TRY(move.profile, withAddresses(present, keys, intended->serviceIds, updated));
        MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) { record.move->profile = move.profile; }));
        MMM_CHECK(open(move));
        MMM_CHECK(publish(m_to, move.profile, m_to.identity));
        MMM_CHECK(rejoin(*m_member, m_to, m_stop));
        MMM_CHECK(checkArrival(*m_member, *m_to.link, move.address, m_stop));
        return arrive(move);
    }

    /// From now on this device exchanges with the new service.
    Status arrive(const MoveRecord& move)
    {
        report(MoveStep::Closing, 0.9);
        MeshChange change;
        {
            const std::scoped_lock lock(m_member->mutex);
            MMM_TRY(change, entriesWith(m_state, *m_member, move.profile, move.address));
        }
        MMM_TRY(const auto profile, schema::verifyProfileAccount(move.profile));
        LocalRecord known;
        {
            const std::scoped_lock lock(m_state.mutex);
            known = m_state.record;
        }
        const AccountPlace place =
            placeAfter(known, move.address, m_to.link->record(), profile->updated.value_or(m_state.now()));
        std::int64_t seen = 0;
        {
            const std::scoped_lock lock(m_member->mutex);
            seen = m_member->containers->find(schema::store_name::inbound)->head().count;
        }
        return enterPlace(m_state, place, m_to.link, [&](LocalRecord& record) {
            record.move->seen = seen;
            record.move->step = nameOf(MoveStep::Telling);
            record.change = change;
        });
    }

    /// The services and this device must have the same.
    Status compare(const Inventory& there, const Inventory& here) const
    {
        for (const auto& [name, state] : there) {
            const auto known = here.find(name);
            if (name != protocol::lateSpool && (known == here.end() || known->second != state))
                return fail(Fault::Forked, "the services have different things in " + name);
        }
        const std::scoped_lock lock(m_member->mutex);
        for (const std::string& name : m_member->containers->names()) {
            const auto known = here.find(name);
            const store::Catalog& container = *m_member->containers->find(name);
            const auto finding = known == here.end()
                                     ? container.compare(0, {})
                                     : container.compare(known->second.first, known->second.second);
            if (finding)
                return fail(finding->fault(), finding->detail);
        }
        return {};
    }

    Status tell(const MoveRecord& move)
    {
        report(MoveStep::Telling, 0.92);
        // makes the profile known at the new service, which opens the account there, and to the devices
        MMM_CHECK(finishChange(m_state, m_stop));
        if (const Status brought = bring(move); !isBearable(move, brought))
            return brought;
        // if this is done again, what was written the first time is there
        MMM_CHECK(catchUp(m_state, m_stop));
        const auto told = toldPlace(*m_member);
        const bool staysThere = isExchange(move, told);
        {
            LocalRecord known;
            {
                const std::scoped_lock lock(m_state.mutex);
                known = m_state.record;
            }
            AccountPlace place =
                placeAfter(known, known.account, known.service, known.placeUpdated.value_or(m_state.now()));
            FurtherPlace former;
            former.address = move.formerAddress;
            former.service = move.formerService;
            place.further = furtherAfter(told, former, move.address);
            std::vector<std::string> addresses{move.address};
            for (const FurtherPlace& further : place.further)
                addresses.push_back(further.address);
            const std::scoped_lock lock(m_member->mutex);
            MMM_CHECK(tellPlace(*m_member, place));
            m_state.settle(*m_member, known.service.hostKey); // who reads the contacts has changed
            MMM_CHECK(writeContactsAnew(*m_member));
            MMM_CHECK(nameOnCard(m_state, *m_member, addresses, {move.formerAddress}));
        }
        MMM_CHECK(uploadAll(m_state, m_stop));
        report(MoveStep::Telling, 0.97);
        if (const Status heard = tellDevicesThere();
            !heard && !isGone(heard.error().fault) && !isBearable(move, heard))
            return heard;
        MMM_CHECK(staysThere ? forget() : setStep(MoveStep::Leaving));
        report(MoveStep::Leaving, 1);
        return {};
    }

    /// Devices that still look at the former service find there where the account is.
    Status tellDevicesThere()
    {
        const std::vector<std::string> telling{std::string(schema::store_name::device),
                                               std::string(schema::store_name::application)};
        return copyFrames(m_to, m_from, telling, {}, m_stop);
    }

    /// A former service that was given up hears where the account is, should it be there again.
    Status tellFormer(const MoveRecord& move)
    {
        const Status published = publish(m_from, move.profile, m_from.identity);
        if (!published && published.error().fault != Fault::Conflict)
            return published;
        MMM_CHECK(bringUnseen(move));
        // where something else has come there meanwhile, its devices find the way by the profile
        const Status heard = tellDevicesThere();
        return !heard && heard.error().fault == Fault::Forked ? Status() : heard;
    }

    /// Messages that no device had brought from there when it was given up.
    Status bringUnseen(const MoveRecord& move)
    {
        const std::string spool(schema::store_name::inbound);
        MMM_TRY(const Inventory there, inventory(m_from, m_stop));
        const auto found = there.find(spool);
        const std::int64_t count = found == there.end() ? 0 : found->second.first;
        for (std::int64_t next = move.seen; next < count;) {
            MMM_TRY(const auto frames, fetchFrames(m_from, spool, next, count - 1, m_stop));
            for (const dare::Envelope& frame : frames)
                MMM_CHECK(deliver(m_to, frame, m_stop));
            next += std::max<std::int64_t>(1, static_cast<std::int64_t>(frames.size()));
        }
        return {};
    }

    /// What has come to the former service since. The former service may have forgotten the account.
    Status bring(const MoveRecord& move)
    {
        return bringLate(
            *m_member, m_from, m_to, move.lateFrom,
            [this](std::int64_t next) {
                return m_state.changeRecord([&](LocalRecord& record) { record.move->lateFrom = next; });
            },
            m_stop);
    }

    Status leave(const MoveRecord& move)
    {
        MMM_CHECK(finishChange(m_state, m_stop));
        protocol::DeleteRequest request;
        request.account = m_from.address;
        const auto deleted =
            m_from.link->transact<protocol::DeleteResponse>(m_from.identity, std::move(request), m_stop);
        if (const Status left = deleted.map([](const auto&) {});
            !left && !isGone(left.error().fault) && !isBearable(move, left))
            return left;
        MMM_TRY(const AdministrationKeys keys, administration());
        dare::Envelope present;
        {
            const std::scoped_lock lock(m_state.mutex);
            present = m_state.record.profileAccount;
        }
        MMM_TRY(const auto verified, schema::verifyProfileAccount(present));
        MMM_TRY(const dare::Envelope profile,
                withAddresses(present, keys, joined({move.address}, othersOf(move, toldPlace(*m_member))),
                              laterThan(verified->updated, m_state.now())));
        {
            const std::scoped_lock lock(m_member->mutex);
            MMM_TRY(const MeshChange change, entriesWith(m_state, *m_member, profile, move.address));
            MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) {
                record.move.reset();
                record.change = change;
            }));
        }
        return finishChange(m_state, m_stop);
    }

    /// Nothing of it remains, except at a new service that cannot be asked: that one forgets an account that
    /// does not come.
    Status withdraw(const MoveRecord& move)
    {
        if (isExchange(move, toldPlace(*m_member)))
            return forget();
        MMM_CHECK(open(move));
        protocol::DeleteRequest request;
        request.account = m_to.address;
        (void)m_to.link->transact<protocol::DeleteResponse>(m_to.identity, std::move(request), m_stop);
        return forget();
    }

    Status forget()
    {
        return m_state.changeRecord([](LocalRecord& record) { record.move.reset(); });
    }

    MeshState& m_state;
    const MoveProgress m_progress;
    const std::stop_token m_stop;
    const std::shared_ptr<Membership> m_member;
    AccountEnd m_from;
    AccountEnd m_to;
};

class ServiceChangeDoor final : public ServiceChange
{
public:
    ServiceChangeDoor(MeshState& state, KeepInStep& inStep, const WithoutExchange& withoutExchange)
        : m_state(state),
          m_withoutExchange(withoutExchange),
          m_further(makeFurtherServices(state, inStep, withoutExchange))
    {}

    std::optional<MoveState> state() const override
    {
        const auto move = planned(m_state);
        const auto member = m_state.member();
        if (!move || !member)
            return std::nullopt;
        MoveState shown;
        shown.from = move->formerAddress;
        shown.to = move->address;
        shown.step = stepOf(*move);
        if (shown.step == MoveStep::Leaving)
            shown.waitingFor = Mover::waitingFor(*member);
        shown.isWithoutFormer = move->isFormerLost;
        return shown;
    }

    Status begin(const NewService& wanted, const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return moveAccount(m_state, wanted, progress, stop); });
    }
    Status resume(const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, progress, stop).run(); });
    }
    Status cancel(std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, {}, stop).cancel(); });
    }
    Status leave(std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, {}, stop).look(true); });
    }
    Status goOnWithoutFormer(const MoveProgress& progress, std::stop_token stop) override
    {
        return alone([&] { return Mover(m_state, progress, stop).goOnWithoutFormer(); });
    }
    FurtherServices& further() override { return *m_further; }

private:
    Status alone(const std::function<Status()>& work)
    {
        return m_state.member() ? m_withoutExchange(work) : fail(Fault::Unsupported, "there is no account");
    }

    MeshState& m_state;
    const WithoutExchange m_withoutExchange;
    const std::unique_ptr<FurtherServices> m_further;
};

} // namespace

namespace {

Result<schema::Verified<schema::ProfileAccount>> ownProfile(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return schema::verifyProfileAccount(state.record.profileAccount);
}

} // namespace

Result<FurtherPlace> destinationOf(const MeshState& state, const std::string& presentAddress,
                                   const std::optional<AccountPlace>& told, const NewService& wanted)
{
    MMM_TRY(const service::AccountAddress present, service::parseAddress(presentAddress));
    // a strong internet name's fingerprint is that of the account, or of the service if it names none
    std::optional<udf::Udf> subject;
    std::string text = service::asciiLower(wanted.address);
    if (auto strong = udf::StrongName::parse(text)) {
        text = std::move(strong->address);
        subject = strong->subject;
    } else if (strong.error().fault != Fault::Missing) {
        return fail(Fault::NameInvalid, strong.error().detail);
    }
    const bool isOfAccount = text.find('@') != std::string::npos;
    if (subject && isOfAccount) {
        MMM_TRY(const auto own, ownProfile(state));
        if (!isSubject(*subject, own))
            return fail(Fault::Contradiction, "the address demands another account than this one");
    }
    const std::string demanded = subject && !isOfAccount ? subject->text() : std::string();
    const auto parsed = service::parseAddress(isOfAccount ? text : present.name + "@" + text);
    if (!parsed || !protocol::isDnsName(parsed->domain))
        return fail(Fault::NameInvalid, "not the name of a service");
    const service::AccountAddress& parts = *parsed;
    MMM_CHECK(service::checkName(parts.name, {}));
    if (service::asciiLower(parts.domain) == service::asciiLower(present.domain))
        return fail(Fault::Exists, "the account is at that service already");
    for (const FurtherPlace& further : told ? told->further : std::vector<FurtherPlace>()) {
        if (further.service.domain != parts.domain)
            continue;
        if (!demanded.empty() && !udf::sameText(further.service.serviceUdf, demanded))
            return fail(Fault::WrongService, "the service is not the one that its name demands");
        return further;
    }
    FurtherPlace place;
    ConnectionOffer offer;
    offer.account = parts.canonical();
    offer.serviceUdf = demanded;
    if (!wanted.place.empty()) {
        MMM_TRY(const auto given, ConnectionOffer::parse("mcu://x@" + parts.domain + "/?h=" + wanted.place));
        offer.endpoints = given.endpoints;
    }
    place.address = offer.account;
    place.service = placeOf(state, offer);
    return place;
}

Status moveAccount(MeshState& state, const NewService& wanted, const MoveProgress& progress,
                   std::stop_token stop)
{
    Mover mover(state, progress, std::move(stop));
    MMM_CHECK(mover.plan(wanted));
    return mover.run();
}

std::unique_ptr<ServiceChange> makeServiceChange(MeshState& state, KeepInStep& inStep,
                                                 const WithoutExchange& withoutExchange)
{
    return std::make_unique<ServiceChangeDoor>(state, inStep, withoutExchange);
}

Status endMove(MeshState& state, std::stop_token stop)
{
    const auto move = planned(state);
    if (!move)
        return {};
    Mover mover(state, {}, std::move(stop));
    if (stepOf(*move) == MoveStep::Copying)
        return mover.cancel();
    MMM_CHECK(mover.run());
    return mover.look(true);
}

bool isOnItsWay(const LocalRecord& record)
{
    return record.move && stepOf(*record.move) != MoveStep::Leaving;
}

Status continueMove(MeshState& state, std::stop_token stop)
{
    const auto move = planned(state);
    if (!move || stepOf(*move) == MoveStep::Copying)
        return {};
    const auto member = state.member();
    const TimePoint now = state.options.clock->now();
    const bool wasTelling = stepOf(*move) != MoveStep::Leaving;
    {
        const std::scoped_lock lock(member->mutex);
        const bool isDue =
            !member->formerAsked || now >= *member->formerAsked + lookInterval || now < *member->formerAsked;
        if (!isDue)
            return {};
        member->formerAsked = now;
    }
    Mover mover(state, {}, stop);
    MMM_CHECK(mover.run());
    const Status looked = mover.look(false);
    if (wasTelling || !planned(state))
        state.observers.tell([](Observer& o) { o.devicesChanged(); });
    return looked;
}

} // namespace mmm::mesh

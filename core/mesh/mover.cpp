#include "mesh/mover.h"

#include "mesh/account_addresses.h"
#include "mesh/exchange.h"
#include "mesh/late_messages.h"
#include "mesh/manage_devices.h"
#include "mesh/mesh_change.h"
#include "mesh/new_first.h"
#include "mesh/service_here.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

namespace {

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

} // namespace

MoveStep stepOf(const MoveRecord& move)
{
    const auto* found = std::ranges::find(stepNames, move.step, &StepName::name);
    return found == stepNames.end() ? MoveStep::Copying : found->step;
}

std::optional<MoveRecord> plannedMove(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return state.record.move;
}

Mover::Mover(MeshState& state, MoveProgress progress, std::stop_token stop)
    : m_state(state),
      m_progress(std::move(progress)),
      m_stop(std::move(stop)),
      m_member(state.member())
{}

Status Mover::plan(const NewService& wanted)
{
    if (plannedMove(m_state))
        return fail(Fault::Conflict, "the account is on its way already");
    const auto told = toldPlace(*m_member);
    if (wanted.isHere)
        MMM_CHECK(administration().map([](const auto&) {}));
    ServiceHere here(m_state);
    MMM_TRY(const FurtherPlace to, wanted.isHere ? here.open(wanted.address)
                                                 : destinationOf(m_state, m_member->address(), told, wanted));
    const auto link = std::make_shared<ServiceLink>(to.service, m_state.discovery(), m_state.options.clock);
    MMM_CHECK(link->hello(m_stop));
    MMM_TRY(const bool isThere, followTo(m_state, to, m_stop));
    if (isThere)
        return {};
    MMM_TRY(const AdministrationKeys keys, administration());
    report(MoveStep::Copying, 0);
    MMM_TRY(auto begun, begunByOther(to.address, link->record()));
    if (begun)
        return keep(std::move(*begun), here);
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
    return keep(std::move(move), here);
}

Status Mover::keep(MoveRecord move, ServiceHere& here)
{
    MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) {
        record.move = std::move(move);
        here.enter(record);
    }));
    here.forKeeps();
    return {};
}

Status Mover::run()
{
    for (auto move = plannedMove(m_state); move; move = plannedMove(m_state)) {
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

Status Mover::cancel()
{
    const auto move = plannedMove(m_state);
    if (!move)
        return {};
    if (stepOf(*move) != MoveStep::Copying)
        return fail(Fault::Unsupported, "the account cannot stay any more");
    return withdraw(*move);
}

Status Mover::goOnWithoutFormer()
{
    const auto move = plannedMove(m_state);
    if (!move)
        return {};
    if (stepOf(*move) == MoveStep::Copying)
        return fail(Fault::Unsupported, "the account can stay where it is");
    MMM_CHECK(setFormerLost(true));
    return stepOf(*move) == MoveStep::Leaving ? look(true) : run();
}

Status Mover::look(bool isImpatient)
{
    auto move = plannedMove(m_state);
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

std::vector<std::string> Mover::waitingFor(Membership& member)
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

void Mover::report(MoveStep step, double share) const
{
    if (m_progress)
        m_progress(step, share);
}

Result<std::optional<MoveRecord>> Mover::begunByOther(const std::string& address,
                                                      const ServiceRecord& service)
{
    const auto profile = publishedProfile(m_state, *m_member, m_stop);
    if (!profile &&
        (profile.error().fault == Fault::NotFound || profile.error().fault == Fault::NotAuthorised))
        return std::nullopt; // nothing that this device would follow
    if (!profile)
        return tl::unexpected<Error>(profile.error());
    const std::vector<std::string>& addresses = (*profile)->serviceIds;
    if (addresses.empty() || asciiLower(addresses.front()) == m_member->address())
        return std::nullopt;
    if (asciiLower(addresses.front()) != address)
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

Result<AdministrationKeys> Mover::administration() const
{
    const std::scoped_lock lock(m_member->mutex);
    return m_member->keys->administration
               ? Result<AdministrationKeys>(*m_member->keys->administration)
               : fail(Fault::NotAuthorised, "the account is moved by an administration device");
}

Status Mover::open(const MoveRecord& move)
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
    m_to = {link(asReachedNow(m_state, move.service)), identity, move.address};
    return {};
}

Status Mover::setStep(MoveStep step)
{
    return m_state.changeRecord([&](LocalRecord& record) { record.move->step = nameOf(step); });
}

Status Mover::setFormerLost(bool isLost)
{
    return m_state.changeRecord([&](LocalRecord& record) { record.move->isFormerLost = isLost; });
}

dare::Envelope Mover::profileMesh() const
{
    const std::scoped_lock lock(m_state.mutex);
    return m_state.record.profileMesh;
}

Status Mover::publish(const AccountEnd& end, const dare::Envelope& profile,
                      const protocol::Identity& identity)
{
    protocol::CreateRequest request;
    request.serviceId = end.address;
    request.signedProfileMesh = profileMesh();
    request.signedAssertionAccount = profile;
    return end.link->transact<protocol::CreateResponse>(identity, std::move(request), m_stop)
        .map([](const auto&) {});
}

Status Mover::copy(const MoveRecord& move)
{
    protocol::Identity device;
    {
        const std::scoped_lock lock(m_state.mutex);
        device = {m_state.device->authentication.keyInUse(), {{"ProfileDevice", m_state.device->profile}}};
    }
    if (const Status made = publish(m_to, move.announced, device); !made) {
        if (isRefusal(made.error().fault))
            MMM_CHECK(giveUp(move));
        return made;
    }
    constexpr double share = 0.8;
    MMM_CHECK(copyFrames(
        m_from, m_to, {}, [this](double part) { report(MoveStep::Copying, part * share); }, m_stop));
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    return setStep(MoveStep::Closing);
}

Status Mover::close(const MoveRecord& move)
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

Status Mover::closeWithoutFormer(MoveRecord move)
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

Status Mover::arrive(const MoveRecord& move)
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

Status Mover::compare(const Inventory& there, const Inventory& here) const
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

Status Mover::tell(const MoveRecord& move)
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

Status Mover::tellDevicesThere()
{
    const std::vector<std::string> telling{std::string(schema::store_name::device),
                                           std::string(schema::store_name::application)};
    return copyFrames(m_to, m_from, telling, {}, m_stop);
}

Status Mover::tellFormer(const MoveRecord& move)
{
    const Status published = publish(m_from, move.profile, m_from.identity);
    if (!published && published.error().fault != Fault::Conflict)
        return published;
    MMM_CHECK(bringUnseen(move));
    // where something else has come there meanwhile, its devices find the way by the profile
    const Status heard = tellDevicesThere();
    return !heard && heard.error().fault == Fault::Forked ? Status() : heard;
}

Status Mover::bringUnseen(const MoveRecord& move)
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

Status Mover::bring(const MoveRecord& move)
{
    return bringLate(
        *m_member, m_from, m_to, move.lateFrom,
        [this](std::int64_t next) {
            return m_state.changeRecord([&](LocalRecord& record) { record.move->lateFrom = next; });
        },
        m_stop);
}

Status Mover::leave(const MoveRecord& move)
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

Status Mover::withdraw(const MoveRecord& move)
{
    if (isExchange(move, toldPlace(*m_member)))
        return forget();
    MMM_CHECK(open(move));
    protocol::DeleteRequest request;
    request.account = m_to.address;
    (void)m_to.link->transact<protocol::DeleteResponse>(m_to.identity, std::move(request), m_stop);
    return giveUp(move);
}

Status Mover::giveUp(const MoveRecord& move)
{
    MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) {
        record.move.reset();
        if (move.isStartedHere) {
            record.embedded = false;
            record.embeddedDomain.clear();
        }
        if (move.isStartedHere || move.isShownHere)
            record.networkVisible = false;
    }));
    closeHere(m_state, move);
    return {};
}

Status Mover::forget()
{
    return m_state.changeRecord([](LocalRecord& record) { record.move.reset(); });
}

} // namespace mmm::mesh

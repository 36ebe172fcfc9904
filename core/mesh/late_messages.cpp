#include "mesh/late_messages.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

namespace {

/// What has become of messages that were sent from there.
Status takeNews(Membership& member, const dare::Envelope& frame)
{
    const auto news = schema::payloadOf<schema::MessageComplete>(frame);
    if (!news)
        return {};
    const std::scoped_lock lock(member.mutex);
    store::Spool& outbound = member.containers->outbound();
    for (const schema::Reference& reference : news->references) {
        for (const store::MessageState state :
             {store::MessageState::Full, store::MessageState::Received, store::MessageState::Failed}) {
            if (reference.relationship == store::relationshipOf(state) &&
                outbound.message(reference.messageId) && outbound.state(reference.messageId) != state)
                MMM_CHECK(outbound.setState({reference.messageId}, state));
        }
    }
    return {};
}

Status take(Membership& member, const dare::Envelope& frame, const AccountEnd& to, std::stop_token stop)
{
    const auto meta = frame.contentMeta();
    if (!meta || meta->messageType.empty())
        return {}; // the first frame
    if (meta->messageType == schema::MessageComplete::className)
        return takeNews(member, frame);
    {
        const std::scoped_lock lock(member.mutex);
        if (member.containers->inbound().message(meta->uniqueId))
            return {};
    }
    return deliver(to, frame, stop);
}

} // namespace

Status bringLate(Membership& member, const AccountEnd& from, const AccountEnd& to, std::int64_t firstFrame,
                 const std::function<Status(std::int64_t)>& next, std::stop_token stop)
{
    const Status brought = visitLate(
        from, firstFrame,
        [&](const dare::Envelope& frame, std::int64_t count) -> Status {
            MMM_CHECK(take(member, frame, to, stop));
            return next(count);
        },
        stop);
    return brought || isGone(brought.error().fault) ? Status() : brought;
}

bool isGone(Fault fault)
{
    constexpr std::array gone{Fault::NotFound, Fault::Disconnected, Fault::AccountClosed};
    return std::ranges::find(gone, fault) != gone.end();
}

} // namespace mmm::mesh

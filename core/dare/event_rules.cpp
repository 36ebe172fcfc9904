#include "dare/event_rules.h"

namespace mmm::dare {

namespace {

bool contradicts(const std::optional<std::int64_t>& stated, std::int64_t actual)
{
    return stated && *stated != actual;
}

} // namespace

std::string_view eventName(Event event)
{
    switch (event) {
    case Event::New:
        return "New";
    case Event::Update:
        return "Update";
    case Event::Delete:
        break;
    }
    return "Delete";
}

Result<Event> eventByName(std::string_view name)
{
    for (const Event event : {Event::New, Event::Update, Event::Delete}) {
        if (name == eventName(event))
            return event;
    }
    return fail(Fault::Malformed, "unknown event");
}

Result<ObjectState> stateAfter(const ObjectState* current, const ContentMeta& meta, std::int64_t frameIndex)
{
    if (meta.uniqueId.empty())
        return fail(Fault::Missing, "an object needs a UniqueID");
    MMM_TRY(const Event event, eventByName(meta.event));
    const bool isLive = current && current->isLive;
    if (event == Event::New) {
        if (isLive)
            return fail(Fault::Conflict, "a new object exists already");
        return ObjectState{frameIndex, frameIndex, true};
    }
    if (!isLive)
        return fail(Fault::Conflict, "no such object to change");
    if (contradicts(meta.first, current->first) || contradicts(meta.previous, current->last))
        return fail(Fault::Conflict, "the object was changed meanwhile");
    return ObjectState{current->first, frameIndex, event == Event::Update};
}

Result<ContentMeta> metaFor(Event event, std::string uniqueId, const ObjectState* current)
{
    const bool isLive = current && current->isLive;
    if (isLive == (event == Event::New))
        return fail(Fault::Conflict, isLive ? "a new object exists already" : "no such object to change");
    ContentMeta meta;
    meta.uniqueId = std::move(uniqueId);
    meta.event = eventName(event);
    if (event != Event::New) {
        meta.first = current->first;
        meta.previous = current->last;
    }
    return meta;
}

Status EventRules::apply(const ContentMeta& meta, std::int64_t frameIndex)
{
    MMM_TRY(const ObjectState state, stateAfter(find(meta.uniqueId), meta, frameIndex));
    m_objects[meta.uniqueId] = state;
    return {};
}

const ObjectState* EventRules::find(const std::string& uniqueId) const
{
    const auto found = m_objects.find(uniqueId);
    return found == m_objects.end() ? nullptr : &found->second;
}

} // namespace mmm::dare

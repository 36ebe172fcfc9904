#pragma once

#include "dare/header.h"

#include <string>
#include <unordered_map>

/// What may happen to an object of a persistent sequence: (New Update* Delete)* (DARE 06 §7.1, WIRE C.10).
namespace mmm::dare {

enum class Event : std::uint8_t
{
    New,
    Update,
    Delete,
};

[[nodiscard]] std::string_view eventName(Event event);
/// Malformed for anything but the three names.
[[nodiscard]] Result<Event> eventByName(std::string_view name);

/// Where an object stands after its latest frame.
struct ObjectState
{
    std::int64_t first = 0; ///< frame of the latest New
    std::int64_t last = 0;  ///< latest frame
    bool isLive = false;
    bool operator==(const ObjectState&) const = default;
};

/// The state after a frame; `current` is null for an object never seen. Conflict if the event is not allowed
/// now, or First or Previous are stated and wrong; Missing without UniqueID; Malformed for an unknown event.
[[nodiscard]] Result<ObjectState> stateAfter(const ObjectState* current, const ContentMeta& meta,
                                             std::int64_t frameIndex);

/// ContentMeta members for the next event of an object: UniqueID, Event, First and Previous. Conflict if it
/// is not allowed now.
[[nodiscard]] Result<ContentMeta> metaFor(Event event, std::string uniqueId, const ObjectState* current);

/// The states of all objects of one sequence. One thread at a time.
class EventRules
{
public:
    /// Checks a frame and takes it in; nothing changes if it is refused.
    [[nodiscard]] Status apply(const ContentMeta& meta, std::int64_t frameIndex);
    /// Null if the object was never seen. Valid until the next apply().
    [[nodiscard]] const ObjectState* find(const std::string& uniqueId) const;
    [[nodiscard]] const std::unordered_map<std::string, ObjectState>& objects() const { return m_objects; }

private:
    std::unordered_map<std::string, ObjectState> m_objects;
};

} // namespace mmm::dare

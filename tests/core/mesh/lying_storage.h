#pragma once

#include "service/storage.h"

#include <functional>
#include <map>
#include <mutex>

namespace scenario {

/// Changes all frames of a container on their way to the devices.
using Lie = std::function<void(std::vector<mmm::service::FrameRecord>&)>;

/// Changes what the service has for a member of a group.
using MemberLie = std::function<void(mmm::service::MemberRecord&)>;

/// What the service lies about at the moment, by container, and what it was given. Any thread.
class Lies
{
public:
    void tell(const std::string& container, Lie lie);
    void tellOfMembers(MemberLie lie);
    [[nodiscard]] MemberLie aboutMembers() const;
    void end();
    [[nodiscard]] Lie about(const std::string& container) const;

    void noteAppended(const std::string& container) const;
    /// Names of the containers of all accounts in the order in which something was appended to them.
    [[nodiscard]] std::vector<std::string> appended() const;

private:
    mutable std::mutex m_mutex;
    std::map<std::string, Lie> m_lies;
    MemberLie m_memberLie;
    mutable std::vector<std::string> m_appended;
};

/// A storage that keeps what it is given as it should, and gives back what the lies make of it.
[[nodiscard]] mmm::service::StorageFactory lyingStorage(mmm::service::StorageFactory honest,
                                                        std::shared_ptr<const Lies> lies);

// Lies that a service may think of. All of them keep the frames numbered in order, since everything else is
// found out at once.

[[nodiscard]] Lie alterBody(std::size_t frame);
[[nodiscard]] Lie drop(std::size_t frame);
[[nodiscard]] Lie swapFrames(std::size_t one, std::size_t other);
/// Puts a copy of one frame in the place of another, or behind the last.
[[nodiscard]] Lie replay(std::size_t frame, std::size_t place);
/// Gives the content the name of another entry.
[[nodiscard]] Lie relabel(std::size_t frame, const std::string& to);
/// Puts the frame of another container there.
[[nodiscard]] Lie move(const mmm::service::FrameRecord& from, std::size_t place);
[[nodiscard]] Lie rollBack(std::size_t count);
[[nodiscard]] Lie stripSignature(std::size_t frame);
/// Says that somebody else has signed.
[[nodiscard]] Lie renameSigner(std::size_t frame, const std::string& kid);
/// Adds a frame behind the last.
[[nodiscard]] Lie add(const std::vector<mmm::service::FrameRecord>& frames);

} // namespace scenario

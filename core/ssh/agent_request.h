#pragma once

#include "ssh/public_key.h"

#include <optional>
#include <variant>
#include <vector>

/// The protocol of SSH agents (draft-miller-ssh-agent; session-bind of OpenSSH's PROTOCOL.agent). Messages
/// here are without their length.
namespace mmm::ssh {

/// Octets of the largest message, as in OpenSSH.
inline constexpr std::size_t largestMessage = 256U << 10U;

struct ListKeys
{};
struct SignRequest
{
    Bytes blob; ///< the public key
    Bytes data;
};
/// The client says which server it speaks to, and proves that the server takes part.
struct SessionBind
{
    Bytes hostKey;
    Bytes session;
    Bytes signature;
    bool isForwarding = false; ///< whoever asks from now on does so from that server
};
/// Anything else: keys to be added or removed, locks, extensions that are not known.
struct OtherRequest
{
    bool isExtension = false;
};
using AgentRequest = std::variant<ListKeys, SignRequest, SessionBind, OtherRequest>;

/// Malformed unless the message is exactly one request.
[[nodiscard]] Result<AgentRequest> readRequest(BytesView message);

struct ListedKey
{
    Bytes blob;
    std::string comment;
};

// Answers, with their length.
[[nodiscard]] Bytes failureAnswer();
[[nodiscard]] Bytes extensionFailureAnswer();
[[nodiscard]] Bytes successAnswer();
[[nodiscard]] Bytes keysAnswer(const std::vector<ListedKey>& keys);
/// With an Ed25519 signature.
[[nodiscard]] Bytes signatureAnswer(BytesView signature);

/// Cuts what a client sends into messages.
class MessageCutter
{
public:
    /// TooLarge, Malformed: the client is not to be listened to any longer.
    [[nodiscard]] Status add(BytesView octets);
    /// The next message that is complete.
    [[nodiscard]] std::optional<Bytes> next();

private:
    Bytes m_octets;
};

/// What the client wants to have signed, as the octets themselves say.
struct Purpose
{
    enum class Kind
    {
        Login,  ///< at a server (RFC 4252 §7)
        Signed, ///< a file or text (OpenSSH's PROTOCOL.sshsig)
    };
    Kind kind = Kind::Login;
    std::string userName;  ///< Login
    Bytes session;         ///< Login
    Bytes hostKey;         ///< Login, if the client names it
    std::string nameSpace; ///< Signed: such as file, git
};

/// Unsupported for anything that is not one of the two, or is for another key.
[[nodiscard]] Result<Purpose> purposeOf(BytesView data, BytesView keyBlob);

} // namespace mmm::ssh

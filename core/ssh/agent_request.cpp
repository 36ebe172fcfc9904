#include "ssh/agent_request.h"

#include "ssh/wire.h"

#include <algorithm>

namespace mmm::ssh {

namespace {

enum Number : std::uint8_t
{
    Failure = 5,
    Success = 6,
    RequestIdentities = 11,
    IdentitiesAnswer = 12,
    SignRequestNumber = 13,
    SignResponse = 14,
    Extension = 27,
    ExtensionFailure = 28,
};

constexpr std::string_view sessionBind = "session-bind@openssh.com";
constexpr std::uint8_t userAuthRequest = 50; // RFC 4252 §6

Bytes framed(Bytes content)
{
    return Writer().string(content).take();
}

Bytes plain(Number number)
{
    return framed(Writer().octet(number).take());
}

Result<AgentRequest> readSign(Reader& reader)
{
    SignRequest request;
    MMM_TRY(const BytesView blob, reader.string());
    MMM_TRY(const BytesView data, reader.string());
    MMM_CHECK(reader.number()); // flags choose among RSA's digests
    MMM_CHECK(reader.end());
    request.blob = copyOf(blob);
    request.data = copyOf(data);
    return request;
}

Result<AgentRequest> readExtension(Reader& reader)
{
    MMM_TRY(const std::string_view name, reader.text());
    if (name != sessionBind)
        return OtherRequest{true};
    SessionBind bind;
    MMM_TRY(const BytesView hostKey, reader.string());
    MMM_TRY(const BytesView session, reader.string());
    MMM_TRY(const BytesView signature, reader.string());
    MMM_TRY(const std::uint8_t isForwarding, reader.octet());
    MMM_CHECK(reader.end());
    bind.hostKey = copyOf(hostKey);
    bind.session = copyOf(session);
    bind.signature = copyOf(signature);
    bind.isForwarding = isForwarding != 0;
    return bind;
}

Result<Purpose> readLogin(BytesView data, BytesView keyBlob)
{
    Reader reader(data);
    Purpose purpose;
    MMM_TRY(const BytesView session, reader.string());
    MMM_TRY(const std::uint8_t number, reader.octet());
    MMM_TRY(const std::string_view user, reader.text());
    MMM_TRY(const std::string_view service, reader.text());
    MMM_TRY(const std::string_view method, reader.text());
    MMM_TRY(const std::uint8_t hasSignature, reader.octet());
    MMM_TRY(const std::string_view algorithm, reader.text());
    MMM_TRY(const BytesView key, reader.string());
    const bool namesHost = method == "publickey-hostbound-v00@openssh.com";
    if (namesHost) {
        MMM_TRY(const BytesView host, reader.string());
        purpose.hostKey = copyOf(host);
    }
    MMM_CHECK(reader.end());
    if (number != userAuthRequest || service != "ssh-connection" || (method != "publickey" && !namesHost) ||
        hasSignature != 1 || algorithm != ed25519Type || session.empty() || !std::ranges::equal(key, keyBlob))
        return fail(Fault::Unsupported, "not a login with this key");
    purpose.userName = user;
    purpose.session = copyOf(session);
    return purpose;
}

} // namespace

Result<AgentRequest> readRequest(BytesView message)
{
    Reader reader(message);
    MMM_TRY(const std::uint8_t number, reader.octet());
    switch (number) {
    case RequestIdentities:
        MMM_CHECK(reader.end());
        return ListKeys();
    case SignRequestNumber:
        return readSign(reader);
    case Extension:
        return readExtension(reader);
    default:
        return OtherRequest();
    }
}

Bytes failureAnswer()
{
    return plain(Failure);
}

Bytes extensionFailureAnswer()
{
    return plain(ExtensionFailure);
}

Bytes successAnswer()
{
    return plain(Success);
}

Bytes keysAnswer(const std::vector<ListedKey>& keys)
{
    Writer writer;
    writer.octet(IdentitiesAnswer).number(static_cast<std::uint32_t>(keys.size()));
    for (const ListedKey& key : keys)
        writer.string(key.blob).text(key.comment);
    return framed(writer.take());
}

Bytes signatureAnswer(BytesView signature)
{
    const Bytes content = Writer().text(ed25519Type).string(signature).take();
    return framed(Writer().octet(SignResponse).string(content).take());
}

Status MessageCutter::add(BytesView octets)
{
    m_octets.insert(m_octets.end(), octets.begin(), octets.end());
    if (m_octets.size() < 4)
        return {};
    Reader reader(m_octets);
    MMM_TRY(const std::uint32_t size, reader.number());
    if (size == 0)
        return fail(Fault::Malformed, "an empty message");
    // a client that sends on without waiting for its answers is bounded, too
    if (size > largestMessage || m_octets.size() > 2 * largestMessage)
        return fail(Fault::TooLarge, "a message that is too large");
    return {};
}

std::optional<Bytes> MessageCutter::next()
{
    Reader reader(m_octets);
    const auto message = reader.string();
    if (!message)
        return std::nullopt;
    Bytes copy = copyOf(*message);
    m_octets.erase(m_octets.begin(), m_octets.end() - static_cast<std::ptrdiff_t>(reader.rest().size()));
    return copy;
}

Result<Purpose> purposeOf(BytesView data, BytesView keyBlob)
{
    constexpr std::string_view magic = "SSHSIG";
    if (!textOf(data).starts_with(magic))
        return readLogin(data, keyBlob);
    Reader reader(data.subspan(magic.size()));
    MMM_TRY(const std::string_view nameSpace, reader.text());
    MMM_CHECK(reader.string()); // reserved
    MMM_CHECK(reader.string()); // the digest's name
    MMM_CHECK(reader.string()); // the digest
    MMM_CHECK(reader.end());
    if (nameSpace.empty())
        return fail(Fault::Unsupported, "a signature for no purpose");
    Purpose purpose;
    purpose.kind = Purpose::Kind::Signed;
    purpose.nameSpace = nameSpace;
    return purpose;
}

} // namespace mmm::ssh

#include "fuzz/fuzz_input.h"
#include "ssh/agent.h"

#include <algorithm>

using namespace mmm;
using namespace mmm::ssh;

namespace {

/// What a client sends, as it comes in two parts.
std::optional<std::vector<Bytes>> messagesOf(BytesView octets, std::size_t cut)
{
    MessageCutter cutter;
    std::vector<Bytes> messages;
    for (const BytesView part : {octets.first(cut), octets.subspan(cut)}) {
        if (!cutter.add(part))
            return std::nullopt;
        while (auto message = cutter.next())
            messages.push_back(std::move(*message));
    }
    return messages;
}

} // namespace

/// A client of the SSH agent: how its octets are cut up on the way does not matter, and only what says what
/// it is for comes to be signed.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const BytesView octets(data + 1, size - 1);
    const auto messages = messagesOf(octets, std::min<std::size_t>(data[0], octets.size()));
    const auto whole = messagesOf(octets, octets.size());
    if (messages && whole)
        fuzz::mustHold(*messages == *whole);
    AgentClient client;
    for (const Bytes& message : messages.value_or(std::vector<Bytes>())) {
        fuzz::mustHold(message.size() <= largestMessage);
        const auto request = readRequest(message);
        if (!request)
            continue;
        if (const auto* bind = std::get_if<SessionBind>(&*request)) {
            (void)client.bind(*bind);
        } else if (const auto* sign = std::get_if<SignRequest>(&*request)) {
            const auto wanted = client.check(*sign);
            if (!wanted)
                continue;
            fuzz::mustHold(wanted->blob == sign->blob && wanted->data == sign->data);
            if (wanted->purpose.kind == Purpose::Kind::Login)
                fuzz::mustHold(!wanted->purpose.session.empty() &&
                               std::search(sign->data.begin(), sign->data.end(), sign->blob.begin(),
                                           sign->blob.end()) != sign->data.end());
            else
                fuzz::mustHold(!wanted->purpose.nameSpace.empty());
            fuzz::mustHold(!wanted->server || wanted->server->session == wanted->purpose.session);
        }
    }
    return 0;
}

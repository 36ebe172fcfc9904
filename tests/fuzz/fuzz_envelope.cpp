#include "dare/envelope.h"
#include "fuzz/fuzz_input.h"

#include <algorithm>
#include <array>

using namespace mmm;

/// An envelope that was read is written as strict JSON and reads back as the same; asking it for its
/// digest, its signers and its content, with a key that does not fit, answers.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto envelope = dare::Envelope::parse(BytesView(data, size));
    if (!envelope)
        return 0;
    const Bytes written = envelope->toJson();
    const auto again = dare::Envelope::parse(written);
    fuzz::mustHold(again && again->header() == envelope->header() && again->trailer() == envelope->trailer());
    fuzz::mustHold(std::ranges::equal(again->body(), envelope->body()));
    fuzz::mustHold(again->toJson() == written);

    (void)envelope->contentMeta();
    (void)envelope->payloadDigest();
    (void)envelope->verifyDigest();
    (void)envelope->signerIds();
    (void)envelope->open(dare::KeyRing());
    const std::array<std::uint8_t, 32> masterKey{};
    (void)envelope->openWith(masterKey);
    (void)dare::erased(*envelope).toJson();
    return 0;
}

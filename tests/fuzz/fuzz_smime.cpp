#include "fuzz/fuzz_input.h"
#include "mail/smime.h"

using namespace mmm;

/// A certificate, and a PKCS #12 file whose passphrase is known: what is read can be described and written.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto info = mail::describeCertificate(input))
        fuzz::mustHold(info->fingerprint.size() == 95);
    if (const auto identity = mail::readPkcs12(input, SharedSecret(Secret(bytesOf("passphrase"))))) {
        fuzz::mustHold(!identity->certificate.empty() && !identity->key.empty());
        fuzz::mustHold(mail::describeCertificate(identity->certificate).has_value());
    }
    return 0;
}

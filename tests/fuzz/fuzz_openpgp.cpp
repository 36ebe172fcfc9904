#include "fuzz/fuzz_input.h"
#include "mail/openpgp.h"

using namespace mmm;

/// An OpenPGP key file whose passphrase is known, or somebody's certificate: what is read can be described
/// and written, and reads the same again. GnuPG does the reading, in a process of its own, so that there are
/// some inputs a second only.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    const auto listed = mail::describeOpenPgp(input);
    if (!listed)
        return 0;
    fuzz::mustHold(!listed->fingerprint.empty() && listed->addresses.size() <= mail::mostUserIds);
    const auto key = mail::readOpenPgp(input, SharedSecret(Secret(bytesOf("passphrase"))));
    if (!key)
        return 0;
    fuzz::mustHold(!key->certificate.empty() && !key->key.empty());
    const auto again = mail::describeOpenPgp(key->certificate);
    fuzz::mustHold(again && again->fingerprint == listed->fingerprint);
    return 0;
}

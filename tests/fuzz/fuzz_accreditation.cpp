#include "fuzz/fuzz_input.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "schema/service_accreditation.h"

using namespace mmm;

namespace {

/// A service that nobody can have said anything of.
schema::Verified<schema::ProfileService> newService()
{
    const auto key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    return *schema::verifyProfileService(
        *schema::sealRecord(schema::makeProfileService(key.publicKey(), {}, TimePoint()), {&key}));
}

} // namespace

/// What a service shows of its operator: what is read is written to something that is written the same, and
/// no text makes an operator of a service that was made just now.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const schema::Verified<schema::ProfileService> service = newService();
    const BytesView json(data, size);
    const auto stated = schema::readServiceAccreditation(json);
    if (!stated)
        return 0;
    const Secret written = encoding::toTaggedJson(*stated);
    const auto again = schema::readServiceAccreditation(written.view());
    fuzz::mustHold(again ? encoding::toTaggedJson(*again) == written
                         : written.size() > schema::mostAccreditationOctets);
    if (const auto authority = schema::verifyServiceAuthority(stated->envelopedProfileAuthority))
        fuzz::mustHold(
            !schema::verifyConnectionService(stated->envelopedConnectionService, service, *authority));
    fuzz::mustHold(!schema::verifyServiceAccreditation(json, service));
    return 0;
}

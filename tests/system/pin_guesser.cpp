#include "system/pin_guesser.h"

#include "crypto/random.h"
#include "mesh/connection_offer.h"
#include "protocol/service_link.h"
#include "schema/make.h"
#include "udf/udf.h"
#include "udf/witness.h"

namespace mmm::system_test {

Status guessPin(const mesh::Options& options, const std::string& text)
{
    MMM_TRY(const mesh::ConnectionOffer offer, mesh::ConnectionOffer::parse(text));
    MMM_TRY(const udf::SecretUdf pin, udf::SecretUdf::parse(offer.pin.text()));
    protocol::KnownService place;
    place.domain = mesh::domainOf(offer.account);
    for (const auto& [domain, endpoint] : options.knownServices) {
        protocol::KnownEndpoint& record = place.endpoints.emplace_back();
        record.host = endpoint.host;
        record.port = endpoint.port;
        record.portal = domain;
    }
    protocol::ServiceLink link(place, {}, options.clock);

    const schema::DeviceKeySet keys = schema::DeviceKeySet::generate();
    MMM_TRY(const dare::Envelope profile,
            schema::sealRecord(schema::makeProfileDevice(keys.publicKeys(), "Guesser", options.clock->now()),
                               {&keys.signature.key}));
    schema::RequestConnection request;
    request.messageId = udf::Udf::nonce().text();
    request.serviceId = offer.account;
    request.envelopedProfileDevice = profile;
    request.clientNonce = crypto::randomBytes(16);
    request.pinUdf = udf::PinProof(pin.data(), udf::pinActionDevice).pinUdf(offer.account).text();
    request.pinWitness = crypto::randomBytes(64);
    protocol::ConnectRequest connect;
    MMM_TRY(connect.messageConnectionRequestClient, schema::sealRecord(request, {&keys.authentication.key}));
    const protocol::Identity identity{
        std::make_shared<const crypto::PrivateKey>(keys.authentication.key.clone()),
        {{"ProfileDevice", profile}}};
    const auto response = link.transact<protocol::ConnectResponse>(identity, std::move(connect));
    return response ? Status() : tl::unexpected<Error>(response.error());
}

} // namespace mmm::system_test

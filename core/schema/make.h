#pragma once

#include "schema/key_sets.h"
#include "schema/messages.h"
#include "schema/verify.h"

/// Makes the signed structures from keys (WIRE E.4–E.7). Pure: keys, time and randomness come in, a value
/// goes out. Ceremonies are for core/mesh and core/service.
namespace mmm::schema {

/// `application` is the base of its keys for applications.
[[nodiscard]] ProfileDevice makeProfileDevice(const PublicKeySet& keys, std::string description,
                                              TimePoint now,
                                              const std::optional<crypto::PublicKey>& application = {});
[[nodiscard]] ProfileMesh makeProfileMesh(const crypto::PublicKey& offlineSignature,
                                          const std::vector<crypto::PublicKey>& administration,
                                          const crypto::PublicKey& encryption, TimePoint now,
                                          const std::vector<crypto::PublicKey>& escrow = {});
[[nodiscard]] ProfileAccount makeProfileAccount(const crypto::PublicKey& offlineSignature,
                                                const std::vector<crypto::PublicKey>& onlineSignature,
                                                const crypto::PublicKey& encryption, std::string meshUdf,
                                                std::vector<std::string> serviceIds, TimePoint now);
/// The online signature keys are the administrators'; the address is the group's own.
[[nodiscard]] ProfileGroup makeProfileGroup(const crypto::PublicKey& offlineSignature,
                                            const std::vector<crypto::PublicKey>& onlineSignature,
                                            const crypto::PublicKey& encryption, std::string address,
                                            TimePoint now);
[[nodiscard]] ProfileService makeProfileService(const crypto::PublicKey& offlineSignature,
                                                const std::optional<crypto::PublicKey>& authentication,
                                                TimePoint now);
[[nodiscard]] ProfileHost makeProfileHost(const crypto::PublicKey& offlineSignature,
                                          const crypto::PublicKey& authentication, TimePoint now);

[[nodiscard]] Permission makePermission(std::string name, std::string role = {});
[[nodiscard]] ConnectionDevice makeConnectionDevice(const PublicKeySet& composite, std::string meshUdf,
                                                    std::vector<Permission> permissions, TimePoint now);
[[nodiscard]] ConnectionAccount makeConnectionAccount(const PublicKeySet& composite, std::string accountUdf,
                                                      std::vector<std::string> serviceIds,
                                                      std::vector<Permission> permissions, TimePoint now);
/// An account's connection to a group: who the parties are, and what it decrypts with whose help. Its own
/// share is not in it.
[[nodiscard]] ConnectionGroup makeConnectionGroup(std::string accountUdf, std::string groupUdf,
                                                  const crypto::PublicKey& encryption, std::string address,
                                                  TimePoint now);
/// A device's key for an application of the account.
[[nodiscard]] ConnectionApplication
makeConnectionApplication(std::string applicationKey, std::string deviceUdf, const crypto::PublicKey& key,
                          std::string accountUdf, std::optional<TimePoint> now);
/// The authority is the account or the personal mesh of whoever runs the service.
[[nodiscard]] ConnectionService makeConnectionService(std::string serviceUdf, std::string authorityUdf,
                                                      TimePoint now);
[[nodiscard]] ConnectionHost makeConnectionHost(std::string hostUdf, std::string serviceUdf, TimePoint now);

/// The connection is the signed ConnectionDevice.
[[nodiscard]] Result<ActivationDevice> makeActivationDevice(const PublicKeySet& base,
                                                            const OverlaySet& overlays,
                                                            const Envelope& connection,
                                                            std::optional<TimePoint> now = {});
/// With the account's private encryption key, which every ordinary device of the account holds.
[[nodiscard]] Result<ActivationAccount>
makeActivationAccount(const PublicKeySet& base, const OverlaySet& overlays, std::string accountUdf,
                      const crypto::AccountKey& encryption, std::optional<TimePoint> now = {});

/// The entry of a device; the UDFs are taken from the envelopes.
[[nodiscard]] Result<CatalogedDevice> makeCatalogedDevice(const Envelope& profile, const Envelope& connection,
                                                          const Envelope& activation,
                                                          std::vector<AccountEntry> accounts);
[[nodiscard]] Result<AccountEntry> makeAccountEntry(const Envelope& profile, const Envelope& connection,
                                                    const Envelope& activation);

/// The tagged JSON of the structure in an envelope with its class as MessageType, signed by all signers and
/// encrypted if there are recipients.
template<encoding::Record T>
[[nodiscard]] Result<Envelope> sealRecord(const T& record, std::vector<const crypto::PrivateKey*> signers,
                                          std::vector<dare::RecipientKey> recipients = {},
                                          crypto::Random& random = crypto::systemRandom())
{
    dare::SealOptions options;
    options.meta.emplace();
    options.meta->messageType = std::string(T::className);
    options.meta->contentType = "application/mmm";
    options.signers = std::move(signers);
    options.recipients = std::move(recipients);
    return dare::seal(encoding::toTaggedJson(record), options, random);
}

} // namespace mmm::schema

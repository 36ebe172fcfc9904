#pragma once

#include "schema/any.h"
#include "schema/key_sets.h"

/// When signed structures may be believed (WIRE E.3–E.7, E.14). Nothing is trusted because of the place it
/// was found in: each function takes an envelope as it came and what it has to be believed on.
namespace mmm::schema {

/// A structure whose envelope was verified; made only by the functions of this header. The envelope keeps
/// the octets that were signed.
template<encoding::Record T>
class Verified
{
public:
    [[nodiscard]] const T& value() const { return m_value; }
    const T* operator->() const { return &m_value; }
    const T& operator*() const { return m_value; }
    [[nodiscard]] const Envelope& envelope() const { return m_envelope; }
    /// Of a profile: the fingerprint of its offline key; of a connection: that of its subject.
    [[nodiscard]] const std::string& udf() const { return m_udf; }
    /// False if it states conditions, none of which are understood: valid, but not to be acted on.
    [[nodiscard]] bool isCurrent() const { return m_value.conditions.empty(); }

private:
    friend struct Verifier;
    Verified(T value, Envelope envelope, std::string udf)
        : m_value(std::move(value)),
          m_envelope(std::move(envelope)),
          m_udf(std::move(udf))
    {}

    T m_value;
    Envelope m_envelope;
    std::string m_udf;
};

// Profiles. A profile is valid if it is signed by its own offline key and all its keys are as they should be.
// Errors: WrongType for another class, Missing, BadKey, Contradiction for keys, Damaged or BadSignature for
// the envelope.

/// The personal mesh. With an expected UDF any other mesh is NotAuthorised. At least one online key is there.
[[nodiscard]] Result<Verified<ProfileMesh>> verifyProfileMesh(const Envelope& envelope,
                                                              std::string_view expectedUdf = {});
[[nodiscard]] Result<Verified<ProfileDevice>> verifyProfileDevice(const Envelope& envelope);
[[nodiscard]] Result<Verified<ProfileService>> verifyProfileService(const Envelope& envelope,
                                                                    std::string_view expectedUdf = {});
[[nodiscard]] Result<Verified<ProfileHost>> verifyProfileHost(const Envelope& envelope);
[[nodiscard]] Result<Verified<ProfileGroup>> verifyProfileGroup(const Envelope& envelope);
/// An account is valid under its own key, or under an administration key of its personal mesh. If the mesh
/// is given, the account must name it.
[[nodiscard]] Result<Verified<ProfileAccount>>
verifyProfileAccount(const Envelope& envelope, const Verified<ProfileMesh>* mesh = nullptr);

// Connections. NotAuthorised if no key of the authority signed, Contradiction if the connection names another
// authority or its subject is not its key.

/// By an administration key of now.
[[nodiscard]] Result<Verified<ConnectionDevice>> verifyConnectionDevice(const Envelope& envelope,
                                                                        const Verified<ProfileMesh>& mesh);
[[nodiscard]] Result<Verified<ConnectionAccount>>
verifyConnectionAccount(const Envelope& envelope, const Verified<ProfileAccount>& account);
/// By a present administrator of the group; both parties are named.
[[nodiscard]] Result<Verified<ConnectionGroup>> verifyConnectionGroup(const Envelope& envelope,
                                                                      const Verified<ProfileGroup>& group);
/// All that it names is there.
[[nodiscard]] Result<Verified<ConnectionApplication>>
verifyConnectionApplication(const Envelope& envelope, const Verified<ProfileAccount>& account);
/// The host must be the connection's subject.
[[nodiscard]] Result<Verified<ConnectionHost>> verifyConnectionHost(const Envelope& envelope,
                                                                    const Verified<ProfileService>& service,
                                                                    const Verified<ProfileHost>& host);

/// Success if some key in the list signed the envelope; NotAuthorised otherwise, or Damaged.
[[nodiscard]] Status verifyByAny(const Envelope& envelope, const std::vector<PublicKey>& signers);

/// Whether a newer version of a profile may replace the one that is known: same offline key (NotAuthorised),
/// and Updated not earlier (RolledBack).
[[nodiscard]] Status checkSuccession(const Profile& known, const Profile& offered);

/// An account of a cataloged device.
struct VerifiedAccountEntry
{
    Verified<ProfileAccount> profile;
    Verified<ConnectionAccount> connection;
    AccountEntry entry;
};

/// A device of the personal mesh, as any party can check it.
struct VerifiedDevice
{
    CatalogedDevice entry;
    Verified<ProfileDevice> profile;
    Verified<ConnectionDevice> connection;
    std::vector<VerifiedAccountEntry> accounts;
};
/// Whose word counts. Former administrators are good for telling who wrote what in the past, and for nothing
/// else.
enum class Administrators
{
    Present,
    PresentAndFormer,
};

/// The chain from the mesh to the device and to its accounts; the UDFs that the entry states must be theirs.
[[nodiscard]] Result<VerifiedDevice>
verifyCatalogedDevice(const CatalogedDevice& device, const Verified<ProfileMesh>& mesh,
                      Administrators administrators = Administrators::Present);

/// An activation that was decrypted and fits the connection: each overlay makes exactly the key that the
/// connection publishes. A signature is not required, but one that is there must be an administration key's
/// (for accounts: an online key's).
[[nodiscard]] Result<ActivationDevice>
openActivation(const VerifiedDevice& device, const Verified<ProfileMesh>& mesh, const dare::KeyRing& keys);
[[nodiscard]] Result<ActivationAccount>
openActivation(const VerifiedDevice& device, const VerifiedAccountEntry& account, const dare::KeyRing& keys);
/// The private key in an activation of what dies with the person. The present one must be signed by an online
/// key of the account, since new entries are encrypted to it; a former one only opens what is there.
[[nodiscard]] Result<crypto::PrivateKey> openMortalKey(const MortalKey& key,
                                                       const VerifiedAccountEntry& account,
                                                       const dare::KeyRing& keys, bool isPresent);
/// The same for what was decrypted already.
[[nodiscard]] Status checkActivation(const ActivationDevice& activation, const ProfileDevice& profile,
                                     const ConnectionDevice& connection);
[[nodiscard]] Status checkActivation(const ActivationAccount& activation, const ProfileDevice& profile,
                                     const ConnectionAccount& connection, const ProfileAccount& account);

/// Whether the permissions of a device include this one (WIRE E.5: without any, reading and writing of all
/// catalogs and sending of all messages).
[[nodiscard]] bool isPermitted(const std::vector<Permission>& permissions, std::string_view name,
                               std::string_view role = {});

} // namespace mmm::schema

#pragma once

#include "schema/connections.h"

/// Activations: the secrets with which a device takes up its place (security 03 §2.6.20–2.6.24). They travel
/// only encrypted to the device.
namespace mmm::schema {

/// What all activations have (security 03 §2.6.21).
struct Activation : Assertion
{
    static constexpr std::string_view className = "Activation";
};

/// Makes a device a member of an account (security 03 §2.6.23). The overlays go on the keys of the device
/// profile.
struct ActivationAccount : Activation
{
    static constexpr std::string_view className = "ActivationAccount";
    std::string accountUdf;
    std::optional<KeyComposite> keyGroup; ///< how to decrypt what is encrypted to the account (WIRE E.6)
    std::optional<KeyOverlay> keyEncryption;
    std::optional<KeyOverlay> keyAuthentication;
    std::optional<KeyOverlay> keySignature;
    /// Ours: the account's encryption keys of the past, to read what was encrypted to them.
    std::vector<KeyComposite> keysGroupFormer;
    static constexpr auto fields()
    {
        return extend<Activation>(field("AccountUDF", &ActivationAccount::accountUdf),
                                  field("KeyGroup", &ActivationAccount::keyGroup),
                                  field("KeyEncryption", &ActivationAccount::keyEncryption),
                                  field("KeyAuthentication", &ActivationAccount::keyAuthentication),
                                  field("KeySignature", &ActivationAccount::keySignature),
                                  field("KeysGroupFormer", &ActivationAccount::keysGroupFormer));
    }
};

/// Ours: an encryption key of the account for what dies with the person (security 03 §5.3.2). Unlike all
/// other activations it is encrypted to the device and to nobody else: the mesh's own key, which shares in
/// escrow make again, does not open it.
struct ActivationMortal : Activation
{
    static constexpr std::string_view className = "ActivationMortal";
    static constexpr auto legacyNames = olderNames();
    std::string accountUdf;
    Key keyEncryption; ///< the private key
    static constexpr auto fields()
    {
        return extend<Activation>(field("AccountUDF", &ActivationMortal::accountUdf),
                                  field("KeyEncryption", &ActivationMortal::keyEncryption));
    }
};

/// Makes an account a member of a group (security 03 §2.6.24). See group_part.h.
struct ActivationGroup : Activation
{
    static constexpr std::string_view className = "ActivationGroup";
    std::string groupUdf;
    std::optional<KeyOverlay> keyEncryption; ///< read only: the member's share as an overlay on its key
    // ours
    std::optional<KeyComposite> keyGroup; ///< the member's share; an administrator's is the whole key
    Key keySignature;                     ///< administrators: private key in KeysOnlineSignature
    Key keyOfflineSignature;              ///< administrators: private key of the ProfileGroup itself
    static constexpr auto fields()
    {
        using A = ActivationGroup;
        return extend<Activation>(field("GroupUDF", &A::groupUdf), field("KeyEncryption", &A::keyEncryption),
                                  field("KeyGroup", &A::keyGroup), field("KeySignature", &A::keySignature),
                                  field("KeyOfflineSignature", &A::keyOfflineSignature));
    }
};

/// A device's own key for SSH (WIRE F.3).
struct ActivationApplicationSSH : Activation
{
    static constexpr std::string_view className = "ActivationApplicationSSH";
    std::string key; ///< of the CatalogedApplicationSSH
    std::optional<KeyOverlay> keySignature;
    static constexpr auto fields()
    {
        return extend<Activation>(field("Key", &ActivationApplicationSSH::key),
                                  field("KeySignature", &ActivationApplicationSSH::keySignature));
    }
};

/// Ours: makes a device an administration device (WIRE E.8, "Add an administration device"). It carries the
/// overlay of its administration key and the private keys that administration takes.
struct ActivationAdministration : Activation
{
    static constexpr std::string_view className = "ActivationAdministration";
    std::optional<KeyOverlay> keySignature; ///< on the offline key of the device profile
    Key meshEncryption;                     ///< private key of ProfileMesh.KeyEncryption
    Key accountSignature;                   ///< private key of ProfileAccount.KeyOfflineSignature
    Key accountOnlineSignature;             ///< private key of ProfileAccount.KeysOnlineSignature[0]
    static constexpr auto fields()
    {
        using A = ActivationAdministration;
        return extend<Activation>(field("KeySignature", &A::keySignature),
                                  field("MeshEncryption", &A::meshEncryption),
                                  field("AccountSignature", &A::accountSignature),
                                  field("AccountOnlineSignature", &A::accountOnlineSignature));
    }
};

/// Makes a device a member of a personal mesh (security 03 §2.6.22).
struct ActivationDevice : Activation
{
    static constexpr std::string_view className = "ActivationDevice";
    static constexpr auto legacyNames = olderNames("AssertionDevicePrivate", "ProfileMeshDevicePrivate");
    Envelope envelopedConnectionDevice;
    std::vector<
        Tagged<ActivationAccount, ActivationGroup, ActivationApplicationSSH, ActivationAdministration>>
        activations;
    std::optional<KeyOverlay> keySignature;
    std::optional<KeyOverlay> keyEncryption;
    std::optional<KeyOverlay> keyAuthentication;
    std::vector<Permission> permissions; ///< schema 01 only
    Bytes profileNonce;                  ///< schema 01 only
    Bytes profileWitness;                ///< schema 01 only
    static constexpr auto fields()
    {
        return extend<Activation>(
            field("EnvelopedAssertionDeviceConnection", &ActivationDevice::envelopedConnectionDevice),
            field("Activations", &ActivationDevice::activations),
            field("KeySignature", &ActivationDevice::keySignature),
            field("KeyEncryption", &ActivationDevice::keyEncryption),
            field("KeyAuthentication", &ActivationDevice::keyAuthentication),
            field("Permissions", &ActivationDevice::permissions),
            field("ProfileNonce", &ActivationDevice::profileNonce),
            field("ProfileWitness", &ActivationDevice::profileWitness));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::Activation)
MMM_RECORD_DECLARED(mmm::schema::ActivationAccount)
MMM_RECORD_DECLARED(mmm::schema::ActivationMortal)
MMM_RECORD_DECLARED(mmm::schema::ActivationGroup)
MMM_RECORD_DECLARED(mmm::schema::ActivationApplicationSSH)
MMM_RECORD_DECLARED(mmm::schema::ActivationAdministration)
MMM_RECORD_DECLARED(mmm::schema::ActivationDevice)

#pragma once

#include "schema/catalog_entries.h"

/// What a device itself keeps about the meshes that it belongs to; never exchanged (WIRE E.17).
namespace mmm::schema {

/// What all entries of the host catalog have.
struct CatalogedMachine : RecordBase
{
    static constexpr std::string_view className = "CatalogedMachine";
    std::string id;
    std::string local; ///< name given by the person
    std::optional<bool> isDefault;
    Envelope envelopedProfileMesh;
    std::optional<CatalogedDevice> catalogedDevice;
    static constexpr auto fields()
    {
        return fieldTable(field("ID", &CatalogedMachine::id), field("Local", &CatalogedMachine::local),
                          field("Default", &CatalogedMachine::isDefault),
                          field("EnvelopedProfileMaster", &CatalogedMachine::envelopedProfileMesh),
                          field("CatalogedDevice", &CatalogedMachine::catalogedDevice));
    }
};

/// A mesh that this device is connected to.
struct CatalogedStandard : CatalogedMachine
{
    static constexpr std::string_view className = "CatalogedStandard";
};

/// A mesh that this device administers.
struct CatalogedAdmin : CatalogedMachine
{
    static constexpr std::string_view className = "CatalogedAdmin";
    std::optional<KeyOverlay> signatureKey; ///< overlay that makes the administration key
    std::string deviceUdf;
    static constexpr auto fields()
    {
        return extend<CatalogedMachine>(field("SignatureKey", &CatalogedAdmin::signatureKey),
                                        field("DeviceUDF", &CatalogedAdmin::deviceUdf));
    }
};

/// A mesh that this device has asked to be connected to.
struct CatalogedPending : CatalogedMachine
{
    static constexpr std::string_view className = "CatalogedPending";
    std::string deviceUdf;
    Envelope envelopedProfileDevice;
    Envelope envelopedAcknowledgeConnection;
    Envelope envelopedProfileAccount;
    static constexpr auto fields()
    {
        return extend<CatalogedMachine>(
            field("DeviceUDF", &CatalogedPending::deviceUdf),
            field("EnvelopedProfileDevice", &CatalogedPending::envelopedProfileDevice),
            field("EnvelopedMessageConnectionResponse", &CatalogedPending::envelopedAcknowledgeConnection),
            field("EnvelopedAccountAssertion", &CatalogedPending::envelopedProfileAccount));
    }
};

/// What a maker publishes about a device, found by the code printed on it (WIRE E.18).
struct DevicePreconfiguration : RecordBase
{
    static constexpr std::string_view className = "DevicePreconfiguration";
    Envelope envelopedProfileDevice;
    Envelope envelopedConnectionDevice;
    std::string serviceId;  ///< the maker's hailing account
    Key privateKey;         ///< only in the device's own copy
    std::string connectUri; ///< read only: mcu://account/key
    static constexpr auto fields()
    {
        return fieldTable(
            field("EnvelopedProfileDevice", &DevicePreconfiguration::envelopedProfileDevice),
            field("EnvelopedConnectionDevice", &DevicePreconfiguration::envelopedConnectionDevice),
            field("ServiceID", &DevicePreconfiguration::serviceId),
            field("PrivateKey", &DevicePreconfiguration::privateKey),
            field("ConnectUri", &DevicePreconfiguration::connectUri));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::CatalogedMachine)
MMM_RECORD_DECLARED(mmm::schema::CatalogedStandard)
MMM_RECORD_DECLARED(mmm::schema::CatalogedAdmin)
MMM_RECORD_DECLARED(mmm::schema::CatalogedPending)
MMM_RECORD_DECLARED(mmm::schema::DevicePreconfiguration)

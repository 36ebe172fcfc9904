#pragma once

#include "schema/contact.h"

namespace mmm::schema {

/// How a device of a group member decrypts what is encrypted to the group (security 03 §2.5.4).
struct DeviceRecryptionKey : RecordBase
{
    static constexpr std::string_view className = "DeviceRecryptionKey";
    std::string udf; ///< fingerprint of the encryption key
    std::optional<Contact> contact;
    std::optional<PublicKey> recryptionKey;
    Envelope envelopedRecryptionKeyDevice; ///< the device's share, encrypted to the member's key
    static constexpr auto fields()
    {
        return fieldTable(
            field("UDF", &DeviceRecryptionKey::udf), field("Contact", &DeviceRecryptionKey::contact),
            field("RecryptionKey", &DeviceRecryptionKey::recryptionKey),
            field("EnvelopedRecryptionKeyDevice", &DeviceRecryptionKey::envelopedRecryptionKeyDevice,
                  "DeviceRecryptionKeyEncrypted"));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::DeviceRecryptionKey)

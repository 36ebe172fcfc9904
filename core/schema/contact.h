#pragma once

#include "schema/profiles.h"

/// Contacts (security 03 §2.7.2–2.7.6).
namespace mmm::schema {

/// An account of the Mesh (security 03 §2.7.2).
struct ContactMesh : RecordBase
{
    static constexpr std::string_view className = "ContactMesh";
    std::string udf;
    std::vector<std::string> serviceId;
    static constexpr auto fields()
    {
        return fieldTable(field("UDF", &ContactMesh::udf), field("ServiceID", &ContactMesh::serviceId));
    }
};

/// An electronic address (security 03 §2.7.5).
struct Address : RecordBase
{
    static constexpr std::string_view className = "Address";
    std::string uri; ///< such as mailto:alice@example.com or tel:+1-555-0100
    std::vector<std::string> labels;
    static constexpr auto fields()
    {
        return fieldTable(field("URI", &Address::uri), field("Labels", &Address::labels));
    }
};

/// A postal address (security 03 §2.7.6).
struct Location : RecordBase
{
    static constexpr std::string_view className = "Location";
    std::string apartment;
    std::string street;
    std::string district;
    std::string locality;
    std::string county;
    std::string postcode;
    std::string country;
    static constexpr auto fields()
    {
        return fieldTable(field("Appartment", &Location::apartment), // so spelt in the draft
                          field("Street", &Location::street), field("District", &Location::district),
                          field("Locality", &Location::locality), field("County", &Location::county),
                          field("Postcode", &Location::postcode), field("Country", &Location::country));
    }
};

/// A place in an organisation (security 03 §2.7.4).
struct Role : RecordBase
{
    static constexpr std::string_view className = "Role";
    std::string companyName;
    std::vector<Address> addresses;
    std::vector<Location> locations;
    static constexpr auto fields()
    {
        return fieldTable(field("CompanyName", &Role::companyName), field("Addresses", &Role::addresses),
                          field("Locations", &Role::locations));
    }
};

/// The text that a contact or task was imported from, so that nothing is lost (WIRE F.2).
struct LegacyText : RecordBase
{
    static constexpr std::string_view className = "Legacy";
    std::string contentType; ///< such as text/vcard
    Bytes data;
    static constexpr auto fields()
    {
        return fieldTable(field("cty", &LegacyText::contentType), field("Data", &LegacyText::data));
    }
};

/// A person or organisation (security 03 §2.7.3).
struct Contact : Assertion
{
    static constexpr std::string_view className = "Contact";
    std::vector<Envelope> meshAccounts; ///< ProfileAccount or ConnectionAccount each
    std::string email;
    std::string identifier;
    std::string fullName;
    std::string title;
    std::string first;
    std::string middle;
    std::string last;
    std::string suffix;
    std::vector<std::string> labels;
    std::vector<ProfileAccount> assertionAccounts;
    std::vector<Address> addresses;
    std::vector<Location> locations;
    std::vector<Role> roles;
    std::string account; ///< schema 01 only
    std::optional<LegacyText> legacy;
    static constexpr auto fields()
    {
        return extend<Assertion>(
            field("MeshAccounts", &Contact::meshAccounts), field("Email", &Contact::email),
            field("Identifier", &Contact::identifier), field("FullName", &Contact::fullName),
            field("Title", &Contact::title), field("First", &Contact::first),
            field("Middle", &Contact::middle), field("Last", &Contact::last),
            field("Suffix", &Contact::suffix), field("Labels", &Contact::labels),
            field("AssertionAccounts", &Contact::assertionAccounts), field("Addresses", &Contact::addresses),
            field("Locations", &Contact::locations), field("Roles", &Contact::roles),
            field("Account", &Contact::account), field("Legacy", &Contact::legacy));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::ContactMesh)
MMM_RECORD_DECLARED(mmm::schema::Address)
MMM_RECORD_DECLARED(mmm::schema::Location)
MMM_RECORD_DECLARED(mmm::schema::Role)
MMM_RECORD_DECLARED(mmm::schema::LegacyText)
MMM_RECORD_DECLARED(mmm::schema::Contact)

#include "schema/profiles.h"

#include <algorithm>

namespace mmm::schema {

namespace {

/// "ProfileMesh" of schema 01 §7.2.10 has at least one of these members, that of today and "ProfileMaster"
/// none: kept as unknown, they would make another class of it when it is read again.
bool bindsAccount(const encoding::JsonValue& object)
{
    return object.find("Account") || object.find("MasterProfile") || object.find("AccountEncryptionKey");
}

} // namespace

bool ProfileMesh::recognises(std::string_view name, const encoding::JsonValue& object)
{
    return encoding::isCalled<ProfileMesh>(name) && !bindsAccount(object);
}

bool ProfileAccount::recognises(std::string_view name, const encoding::JsonValue& object)
{
    return name == className || (name == ProfileMesh::className && bindsAccount(object));
}

Status ProfileAccount::afterRead()
{
    if (!account.empty() && std::find(serviceIds.begin(), serviceIds.end(), account) == serviceIds.end())
        serviceIds.push_back(account);
    if (!masterProfile.isEmpty() && meshProfileUdf.empty()) {
        const auto master = encoding::fromTaggedJson<ProfileMesh>(masterProfile.body());
        if (master && master->keyOfflineSignature)
            meshProfileUdf = master->keyOfflineSignature->udf;
    }
    return {};
}

} // namespace mmm::schema

MMM_RECORD_COMPILED(mmm::schema::Condition)
MMM_RECORD_COMPILED(mmm::schema::Assertion)
MMM_RECORD_COMPILED(mmm::schema::Profile)
MMM_RECORD_COMPILED(mmm::schema::ProfileMesh)
MMM_RECORD_COMPILED(mmm::schema::ProfileDevice)
MMM_RECORD_COMPILED(mmm::schema::ProfileService)
MMM_RECORD_COMPILED(mmm::schema::ProfileHost)
MMM_RECORD_COMPILED(mmm::schema::ProfileAccount)
MMM_RECORD_COMPILED(mmm::schema::ProfileGroup)
MMM_RECORD_COMPILED(mmm::schema::ProfileApplication)

#include "mesh/device_knowledge.h"

#include <algorithm>

namespace mmm::mesh {

void learnDevices(const store::Catalog& devices, const schema::Verified<schema::ProfileMesh>& mesh,
                  WriterAuthority& authority)
{
    const auto learn = [&](const Result<Secret>& payload, bool isConnected) {
        if (!payload)
            return;
        const auto entry = encoding::fromTaggedJson<schema::CatalogedDevice>(*payload);
        if (!entry)
            return;
        // the administrator who connected the device may be one no longer
        if (const auto verified =
                schema::verifyCatalogedDevice(*entry, mesh, schema::Administrators::PresentAndFormer))
            authority.setDevice(*verified, isConnected);
    };
    for (const std::string& id : devices.deletedIds()) {
        const auto versions = devices.history(id);
        if (!versions)
            continue;
        const auto last =
            std::ranges::find_if(*versions, [](const store::Version& v) { return !v.isDeletion; });
        if (last != versions->end())
            learn(devices.readVersion(id, last->version), false);
    }
    for (const std::string& id : devices.ids())
        learn(devices.read(id), true);
}

} // namespace mmm::mesh

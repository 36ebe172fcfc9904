#pragma once

#include "mesh/writer_authority.h"
#include "store/catalog.h"

namespace mmm::mesh {

/// Tells the authority of every device in a device catalog: those that are connected, and those that were.
void learnDevices(const store::Catalog& devices, const schema::Verified<schema::ProfileMesh>& mesh,
                  WriterAuthority& authority);

} // namespace mmm::mesh

#pragma once

#include "schema/applications.h"
#include "ssh/public_key.h"

/// The lines of authorized_keys in an entry: those of the account's devices, which the connections name, and
/// the others (WIRE F.3).
namespace mmm::mesh {

/// The key that a connection claims for a device. Nothing is verified.
[[nodiscard]] Result<ssh::PublicKey> claimedKey(const schema::Envelope& connection);

[[nodiscard]] std::vector<std::string> deviceLines(const schema::CatalogedApplicationSSH& stored);
[[nodiscard]] std::vector<std::string> otherLines(const schema::CatalogedApplicationSSH& stored);

} // namespace mmm::mesh

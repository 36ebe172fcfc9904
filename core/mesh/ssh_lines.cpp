#include "mesh/ssh_lines.h"

#include "schema/key_check.h"
#include "schema/make.h"
#include "schema/verify.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

std::vector<std::string> linesWhere(const schema::CatalogedApplicationSSH& stored, bool isDevices)
{
    std::vector<ssh::PublicKey> claimed;
    for (const schema::Envelope& connection : stored.connections) {
        if (auto key = claimedKey(connection))
            claimed.push_back(std::move(*key));
    }
    std::vector<std::string> lines;
    std::ranges::copy_if(stored.authorizedKeys, std::back_inserter(lines), [&](const std::string& line) {
        const auto parsed = ssh::AuthorizedKey::parse(line);
        const bool isClaimed = parsed && std::ranges::find(claimed, parsed->key) != claimed.end();
        return isClaimed == isDevices;
    });
    return lines;
}

} // namespace

Result<ssh::PublicKey> claimedKey(const schema::Envelope& connection)
{
    MMM_TRY(const auto claim, schema::payloadOf<schema::ConnectionApplication>(connection));
    MMM_TRY(const crypto::PublicKey key, schema::keyOf(claim.keySignature));
    return ssh::PublicKey::of(key);
}

std::vector<std::string> deviceLines(const schema::CatalogedApplicationSSH& stored)
{
    return linesWhere(stored, true);
}

std::vector<std::string> otherLines(const schema::CatalogedApplicationSSH& stored)
{
    return linesWhere(stored, false);
}

} // namespace mmm::mesh

#include "mail/openpgp.h"

/// Where the project is built without GpgME (packaging/cmake/MeshDependencies.cmake).
namespace mmm::mail {

namespace {

tl::unexpected<Error> absent()
{
    return fail(Fault::Unsupported, "built without GpgME");
}

} // namespace

bool hasOpenPgp()
{
    return false;
}

Result<OpenPgpKey> makeOpenPgp(const std::string&, const std::string&, std::stop_token)
{
    return absent();
}

Result<OpenPgpKey> readOpenPgp(BytesView, const SharedSecret&, std::stop_token)
{
    return absent();
}

Result<OpenPgpInfo> describeOpenPgp(BytesView, std::stop_token)
{
    return absent();
}

Result<std::string> armouredCertificate(BytesView, std::stop_token)
{
    return absent();
}

Result<Secret> armouredKey(const OpenPgpKey&, const SharedSecret&, std::stop_token)
{
    return absent();
}

} // namespace mmm::mail

#include "scripted_trust.h"

namespace mmm::test {

namespace {

mesh::TrustLink linkOf(mesh::TrustKind kind, const std::string& id, const std::string& parent,
                       const std::string& name, const std::string& signer)
{
    mesh::TrustLink link;
    link.kind = kind;
    link.id = id;
    link.parent = parent;
    link.name = name;
    link.udf = "MBQE-JPQX-DH7R-KAGA-A6B5-VCCL-LCHL-EXPW";
    link.updated = TimePoint(std::chrono::seconds(1'700'000'000));
    link.payload = R"({"Example":{"Updated":"2023-11-14T22:13:20Z","Names":["MAAA-BBBB","MCCC-DDDD"]}})";
    link.envelope = R"({"Header":{"dig":"S512"},"Trailer":{"PayloadDigest":"AAECAwQFBgcICQoLDA0ODw"}})";
    if (!signer.empty())
        link.signatures = {{link.udf, signer, true}};
    return link;
}

} // namespace

std::vector<mesh::TrustLink> exampleLinks()
{
    using mesh::TrustKind;
    std::vector<mesh::TrustLink> links = {
        linkOf(TrustKind::Mesh, "mesh", {}, "alice@example.com", "mesh"),
        linkOf(TrustKind::Account, "account", "mesh", "alice@example.com", "account"),
        linkOf(TrustKind::Device, "device/1", "mesh", "This computer", "device/1"),
        linkOf(TrustKind::DeviceConnection, "device/1/connection", "device/1", {}, "mesh"),
        linkOf(TrustKind::DeviceActivation, "device/1/connection/activation", "device/1/connection", {},
               "mesh"),
        linkOf(TrustKind::AccountConnection, "device/1/account", "device/1", {}, "account"),
        linkOf(TrustKind::Device, "device/2", "mesh", "Laptop", "device/2"),
        linkOf(TrustKind::DeviceConnection, "device/2/connection", "device/2", {}, "mesh"),
        linkOf(TrustKind::Catalog, "catalog/mmm_CatalogBookmark", "account", "mmm_CatalogBookmark", {}),
        linkOf(TrustKind::Group, "group/1", "account", "choir@example.com", "group/1"),
        linkOf(TrustKind::Service, "service", {}, "example.com", "service"),
        linkOf(TrustKind::Checkpoint, "checkpoint/1/0", "service", "This computer", "service"),
        linkOf(TrustKind::Checkpoint, "checkpoint/2/1", "service", "Laptop", "service"),
    };
    links[2].isThisDevice = true;
    links[4].payload.clear();
    links[11].isThisDevice = true;
    return links;
}

std::vector<mesh::TrustLink> manyLinks(int devices)
{
    using mesh::TrustKind;
    std::vector<mesh::TrustLink> links = exampleLinks();
    for (int i = 0; i < devices; ++i) {
        const std::string device = "device/many-" + std::to_string(i);
        links.push_back(linkOf(TrustKind::Device, device, "mesh", "Device " + std::to_string(i), device));
        links.push_back(linkOf(TrustKind::DeviceConnection, device + "/connection", device, {}, "mesh"));
        links.push_back(linkOf(TrustKind::DeviceActivation, device + "/connection/activation",
                               device + "/connection", {}, "mesh"));
        links.push_back(linkOf(TrustKind::AccountConnection, device + "/account", device, {}, "account"));
    }
    return links;
}

std::vector<mesh::TrustLink> exampleServiceLinks()
{
    using mesh::TrustKind;
    return {linkOf(TrustKind::Service, "service", {}, "example.com", "service"),
            linkOf(TrustKind::Host, "host", "service", {}, "host"),
            linkOf(TrustKind::HostConnection, "host/connection", "host", {}, "service")};
}

std::vector<mesh::TrustLink> exampleOperator(const std::optional<mesh::ServiceOperator>& who)
{
    using mesh::TrustKind;
    std::vector<mesh::TrustLink> links = exampleServiceLinks();
    links.push_back(
        linkOf(TrustKind::Operator, "operator", "service", who ? who->name : std::string(), "operator"));
    links.push_back(
        linkOf(TrustKind::Accreditation, "operator/connection", "operator", {}, who ? "operator" : ""));
    links.back().runBy = who;
    if (!who)
        links.back().fault = Error{Fault::NotAuthorised, "scripted"};
    return links;
}

ScriptedTrust::ScriptedTrust() : m_links(exampleLinks()), m_service(exampleServiceLinks()) {}

void ScriptedTrust::setLinks(Result<std::vector<mesh::TrustLink>> links)
{
    const std::lock_guard lock(m_mutex);
    m_links = std::move(links);
}

void ScriptedTrust::setService(Result<std::vector<mesh::TrustLink>> links)
{
    const std::lock_guard lock(m_mutex);
    m_service = std::move(links);
}

Result<std::vector<mesh::TrustLink>> ScriptedTrust::links()
{
    const std::lock_guard lock(m_mutex);
    return m_links;
}

Result<std::vector<mesh::TrustLink>> ScriptedTrust::serviceLinks(std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    return m_service;
}

void ScriptedTrust::setComparison(Result<mesh::LogComparison> comparison)
{
    const std::lock_guard lock(m_mutex);
    m_comparison = std::move(comparison);
}

Result<mesh::LogCodeText> ScriptedTrust::logCode(std::stop_token)
{
    // as long as a real one, to see the code as it is
    std::string text = "mlog:MBQE-JPQX-DH7R-KAGA-A6B5-VCCL-LCHL-EXPW:12345:";
    for (int i = 0; i < 86; ++i)
        text += char('A' + i * 7 % 26);
    text += ":1795872449:";
    for (int i = 0; i < 152; ++i)
        text += char('a' + i * 11 % 26);
    return mesh::LogCodeText{text + "?a=alice@example.com", TimePoint(std::chrono::seconds(1'700'000'000))};
}

Result<mesh::LogComparison> ScriptedTrust::compareLog(std::string_view, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    return m_comparison;
}

Status ScriptedTrust::acceptOperator(std::string_view udf)
{
    const std::lock_guard lock(m_mutex);
    if (!m_service)
        return tl::unexpected<Error>(m_service.error());
    for (mesh::TrustLink& link : *m_service) {
        const std::string shown = link.runBy ? link.runBy->udf : std::string();
        if (link.kind == mesh::TrustKind::Accreditation && link.formerlyRunBy && shown == udf) {
            link.formerlyRunBy.reset();
            return {};
        }
    }
    return fail(Fault::NotFound, "scripted");
}

Result<std::string> ScriptedTrust::accreditService(std::string_view serviceUdf)
{
    if (!m_signs)
        return fail(Fault::NotAuthorised, "scripted");
    if (!serviceUdf.starts_with("M"))
        return fail(Fault::Malformed, "scripted");
    return R"({"ServiceAccreditation":{"Example":")" + std::string(serviceUdf) + R"("}})";
}

Status ScriptedTrust::acceptLog()
{
    const std::lock_guard lock(m_mutex);
    if (!m_links)
        return tl::unexpected<Error>(m_links.error());
    for (mesh::TrustLink& link : *m_links) {
        if (link.kind == mesh::TrustKind::Checkpoint)
            link.fault.reset();
    }
    return {};
}

} // namespace mmm::test

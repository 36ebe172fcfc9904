#include "scripted_preconfigured.h"

#include <utility>

namespace mmm::test {

void ScriptedPreconfigured::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

Result<mesh::ConnectionOffer> ScriptedPreconfigured::hailingAccount() const
{
    mesh::ConnectionOffer offer;
    offer.account = "devices@example.com";
    return offer;
}

Result<mesh::PreparedDevice> ScriptedPreconfigured::prepare(const mesh::ConnectionOffer&, const std::string&,
                                                            std::stop_token)
{
    return fail(Fault::Exists, "scripted");
}

Status ScriptedPreconfigured::publish(const mesh::PreparedDevice&, std::stop_token)
{
    return {};
}

Result<mesh::CodedDevice> ScriptedPreconfigured::look(std::string_view code, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    if (code != "udf://example.com/bell")
        return fail(code.starts_with("udf://") ? Fault::NotFound : Fault::Malformed, "scripted");
    return mesh::CodedDevice{"Door bell", "MBDA-7QXE-2SPK-WJTZ-4LGF-U3IR-NHYO", "devices@example.com",
                             m_isClaimed};
}

Status ScriptedPreconfigured::claim(std::string_view, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    m_isClaimed = true;
    return {};
}

} // namespace mmm::test

#include "scripted_files.h"

#include <utility>

namespace mmm::test {

void ScriptedFiles::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

Result<SharedSecret> ScriptedFiles::publish(const std::string& name, const Secret& content, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    const std::string locator = "udf://example.com/" + std::to_string(m_files.size() + 1);
    m_files[locator] = {name, SharedSecret(content.clone())};
    return SharedSecret(Secret(bytesOf(locator)));
}

Result<mesh::FetchedFile> ScriptedFiles::fetch(std::string_view locator, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    if (!locator.starts_with("udf://"))
        return fail(Fault::Malformed, "no locator");
    const auto found = m_files.find(locator);
    if (found == m_files.end())
        return fail(Fault::NotFound, "nothing");
    return mesh::FetchedFile{found->second.name, Secret(found->second.content.view()), true};
}

} // namespace mmm::test

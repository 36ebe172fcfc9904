#pragma once

#include "mesh/published_files.h"

#include <map>
#include <mutex>
#include <optional>

namespace mmm::test {

/// Published files in memory; the locator is "udf://example.com/" and their number.
class ScriptedFiles final : public mesh::PublishedFiles
{
public:
    void failNext(Fault fault);
    [[nodiscard]] Result<SharedSecret> publish(const std::string& name, const Secret& content,
                                               std::stop_token) override;
    [[nodiscard]] Result<mesh::FetchedFile> fetch(std::string_view locator, std::stop_token) override;

private:
    struct File
    {
        std::string name;
        SharedSecret content;
    };

    std::mutex m_mutex;
    std::optional<Fault> m_fault;
    std::map<std::string, File, std::less<>> m_files;
};

} // namespace mmm::test

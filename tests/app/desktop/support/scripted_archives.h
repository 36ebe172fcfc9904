#pragma once

#include "mesh/archive.h"

#include <atomic>

namespace mmm::test {

/// Archives that hold nothing but their passphrase, and say what a test wants.
class ScriptedArchives final : public mesh::Archives
{
public:
    /// Whether what is opened is of the account that is open.
    std::atomic<bool> isOwn = true;
    std::atomic<int> restored = 0;
    /// From then on an archive is worked on until it is stopped.
    std::atomic<bool> neverEnds = false;

    [[nodiscard]] Status save(const std::filesystem::path& file, const Secret& passphrase,
                              const crypto::Argon2Cost& cost, const Progress& progress,
                              std::stop_token stop) override;
    [[nodiscard]] Result<std::unique_ptr<mesh::OpenArchive>> open(const std::filesystem::path& file,
                                                                  const Secret& passphrase,
                                                                  const Progress& progress,
                                                                  std::stop_token stop) override;
    [[nodiscard]] Result<std::vector<mesh::RestoredCatalog>>
    restore(mesh::OpenArchive& archive, const Progress& progress, std::stop_token stop) override;

private:
    [[nodiscard]] Status work(const Progress& progress, const std::stop_token& stop) const;
};

} // namespace mmm::test

#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <stop_token>
#include <string>

namespace mmm::mesh {

/// A file as it came from behind a locator.
struct FetchedFile
{
    std::string name; ///< as its owner called it, nothing but a file's name; may be empty
    Secret content;
    bool isVouchedFor = false; ///< otherwise its host may have altered it
};

/// Files for whoever has their locator (WIRE A.8): encrypted here, kept by the account's service, which can
/// read neither their names nor their content. Calls block, as those of PersonalMesh.
class PublishedFiles
{
public:
    /// What one request to a service has room for, with everything that is around it.
    static constexpr std::size_t largest = 2U << 20U;

    virtual ~PublishedFiles() = default;

    /// Publishes the file; the result is its locator, which is a secret. It cannot be taken back: whoever has
    /// the locator can fetch it. TooLarge beyond `largest`.
    [[nodiscard]] virtual Result<SharedSecret> publish(const std::string& name, const Secret& content,
                                                       std::stop_token = {}) = 0;
    /// Fetches the file of a locator, from whatever service or web server. Malformed or WrongType if it is
    /// none, NotFound if there is nothing.
    [[nodiscard]] virtual Result<FetchedFile> fetch(std::string_view locator, std::stop_token = {}) = 0;
};

} // namespace mmm::mesh

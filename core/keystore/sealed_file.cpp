#include "keystore/sealed_file.h"

#include "keystore/small_file.h"

namespace mmm::keystore {

namespace {

// The payload: the count (8 octets, little-endian), then the content.
constexpr std::size_t countSize = 8;
constexpr std::size_t largestContent = std::size_t(16) * 1024 * 1024;
constexpr std::size_t largestFile = largestContent + 64;

} // namespace

SealedFile::SealedFile(std::filesystem::path path, std::string context, SealKey key)
    : m_path(std::move(path)),
      m_context(std::move(context)),
      m_key(std::move(key))
{}

Result<std::optional<SealedFile::Content>> SealedFile::load() const
{
    const auto file = readSmallFile(m_path, largestFile);
    if (!file && file.error().fault == Fault::NotFound)
        return std::optional<Content>();
    if (!file)
        return tl::unexpected(file.error());
    MMM_TRY(const Secret payload, m_key.open(m_context, *file));
    const BytesView octets = payload.view();
    if (octets.size() < countSize)
        return fail(Fault::Damaged, "a sealed file without count");
    Content content;
    for (unsigned i = 0; i < countSize; ++i)
        content.count |= static_cast<std::uint64_t>(octets[i]) << (8 * i);
    content.octets = Secret(octets.subspan(countSize));
    return std::optional(std::move(content));
}

Result<std::optional<Secret>> SealedFile::read()
{
    const std::lock_guard guard(m_mutex);
    MMM_TRY(auto content, load());
    if (!content && m_count > 0)
        return fail(Fault::Missing, "a sealed file has vanished");
    if (content && content->count < m_count)
        return fail(Fault::RolledBack, "a sealed file is older than it was");
    m_isCurrent = true;
    if (!content)
        return std::optional<Secret>();
    m_count = content->count;
    return std::optional(std::move(content->octets));
}

Status SealedFile::write(BytesView octets)
{
    const std::lock_guard guard(m_mutex);
    if (octets.size() > largestContent)
        return fail(Fault::TooLarge, "too much for a sealed file");
    // The count goes on from an earlier run. A file that cannot be opened is replaced by whoever decides so.
    if (!m_isCurrent) {
        const auto content = load();
        if (content && *content)
            m_count = (*content)->count;
        m_isCurrent = true;
    }
    const std::uint64_t next = m_count + 1;
    Botan::secure_vector<std::uint8_t> payload;
    payload.reserve(countSize + octets.size());
    for (unsigned i = 0; i < countSize; ++i)
        payload.push_back(static_cast<std::uint8_t>(next >> (8 * i)));
    payload.insert(payload.end(), octets.begin(), octets.end());
    MMM_TRY(const Bytes sealed, m_key.seal(m_context, payload));
    MMM_CHECK(replaceSmallFile(m_path, sealed));
    m_count = next;
    return {};
}

std::uint64_t SealedFile::count() const
{
    const std::lock_guard guard(m_mutex);
    return m_count;
}

} // namespace mmm::keystore

#include "mesh/output_file.h"

#include "dare/replace.h"
#include "udf/udf.h"

namespace mmm::mesh {

namespace {

constexpr std::size_t idLength = 14;

} // namespace

Result<OutputFile> OutputFile::create(const std::filesystem::path& path, bool mayReplace)
{
    OutputFile made;
    made.m_path = path;
    if (path.filename().empty())
        return fail(Fault::NameInvalid, "not the name of a file");
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return fail(Fault::Exists, "a folder of that name");
    if (!mayReplace) {
        const auto reserved = dare::openFile(path, dare::OpenMode::Create);
        if (!reserved)
            return tl::unexpected<Error>(reserved.error());
        made.m_isReserved = true;
    }
    made.m_beside = path.parent_path() / ("." + udf::Udf::nonce().text().substr(0, idLength) + ".part");
    MMM_TRY(made.m_file, dare::openFile(made.m_beside, dare::OpenMode::Create));
    return made;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_beside(std::move(other.m_beside)),
      m_file(std::move(other.m_file)),
      m_at(other.m_at),
      m_isReserved(std::exchange(other.m_isReserved, false))
{
    other.m_beside.clear();
}

OutputFile::~OutputFile()
{
    const bool isOpen = m_file != nullptr;
    m_file.reset();
    std::error_code ignored;
    if (isOpen && !m_beside.empty())
        std::filesystem::remove(m_beside, ignored);
    if (m_isReserved)
        std::filesystem::remove(m_path, ignored);
}

Status OutputFile::write(BytesView octets)
{
    MMM_CHECK(m_file->writeAt(m_at, octets));
    m_at += octets.size();
    return {};
}

Status OutputFile::finish()
{
    MMM_CHECK(m_file->sync());
    m_file.reset();
    if (const Status moved = dare::moveInPlace(m_beside, m_path); !moved) {
        std::error_code ignored;
        std::filesystem::remove(m_beside, ignored);
        return moved;
    }
    m_isReserved = false;
    return {};
}

} // namespace mmm::mesh

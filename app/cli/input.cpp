#include "input.h"

#include <iostream>

namespace mmm::cli {

namespace {

constexpr std::uint64_t largestJson = std::uint64_t(256) << 20U;
constexpr std::size_t largestKeyFile = 64 << 10U;

Result<Secret> readStandardInput()
{
    Botan::secure_vector<std::uint8_t> octets(largestKeyFile + 1);
    std::cin.read(reinterpret_cast<char*>(octets.data()), std::streamsize(octets.size()));
    octets.resize(std::size_t(std::cin.gcount()));
    if (octets.size() > largestKeyFile)
        return fail(Fault::TooLarge, "too large for a key");
    return Secret(std::move(octets));
}

} // namespace

Result<Input> openInput(const std::filesystem::path& path)
{
    MMM_TRY(auto file, dare::openFile(path, dare::OpenMode::Read));
    MMM_TRY(const std::uint64_t size, file->size());
    std::array<std::uint8_t, 1> first{};
    MMM_TRY(const std::size_t count, file->readAt(0, first));
    if (count == 0)
        return fail(Fault::Malformed, "the file is empty");
    if (first[0] >= 0xF0)
        return Container{std::move(file)};
    if (size > largestJson)
        return fail(Fault::TooLarge, "too large for an envelope in JSON");
    Bytes octets(static_cast<std::size_t>(size));
    MMM_TRY(const std::size_t read, file->readAt(0, octets));
    octets.resize(read);
    MMM_TRY(auto envelope, dare::Envelope::parse(octets));
    return envelope;
}

Result<Secret> readSecretFile(const std::string& path)
{
    if (path == "-")
        return readStandardInput();
    MMM_TRY(const auto file, dare::openFile(path, dare::OpenMode::Read));
    MMM_TRY(const std::uint64_t size, file->size());
    if (size > largestKeyFile)
        return fail(Fault::TooLarge, "too large for a key");
    Secret content(static_cast<std::size_t>(size));
    MMM_TRY(const std::size_t count, file->readAt(0, content.writable()));
    if (count != content.size())
        return fail(Fault::Io, "the file changed while it was read");
    return content;
}

} // namespace mmm::cli

#include "fuzz/fuzz_input.h"
#include "mesh/archive_parts.h"
#include "schema/key_check.h"
#include "schema/make.h"

#include <filesystem>
#include <unistd.h>

using namespace mmm;

namespace {

/// Seals nothing: what is fuzzed is not what this device wrote itself.
class OpenSeal final : public store::Seal
{
public:
    Result<Bytes> seal(std::string_view, BytesView payload) const override { return copyOf(payload); }
    Result<Secret> open(std::string_view, BytesView sealed) const override { return Secret(sealed); }
};

/// Whose archive it is, rightly: everything after that is the input's.
Secret account()
{
    const auto key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    const crypto::PublicKey publicKey = key.publicKey();
    const TimePoint now{};
    mesh::ArchivedAccount account;
    const auto meshProfile = schema::makeProfileMesh(publicKey, {publicKey}, publicKey, now, {});
    account.account = "alice@example.com";
    account.accountUdf = schema::udfOf(publicKey);
    account.profileMesh = schema::sealRecord(meshProfile, {&key}).value();
    const auto profile = schema::makeProfileAccount(publicKey, {publicKey}, publicKey, account.accountUdf,
                                                    {account.account}, now);
    account.profileAccount = schema::sealRecord(profile, {&key}).value();
    account.keys.emplace_back();
    account.keys.back().part = dare::fromPrivateKey(key);
    return encoding::toTaggedJson(account);
}

/// Pieces as they stand in the input: the kind, the length (2 octets), the content.
class Cutter
{
public:
    explicit Cutter(BytesView input) : m_rest(input) {}

    std::optional<mesh::ArchivePiece> next()
    {
        constexpr std::size_t head = 3;
        if (m_rest.size() < head)
            return std::nullopt;
        mesh::ArchivePiece piece;
        piece.kind = static_cast<mesh::PieceKind>(1 + m_rest[0] % 5);
        const std::size_t size = std::min<std::size_t>(m_rest[1] * 256U + m_rest[2], m_rest.size() - head);
        piece.content = Secret(m_rest.subspan(head, size));
        m_rest = m_rest.subspan(head + size);
        return piece;
    }

private:
    BytesView m_rest;
};

} // namespace

/// The input once as a file, and once as the pieces of one whose account is right. Neither is accepted
/// without a device; and nothing stays on the disk.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const Secret first = account();
    static const Secret passphrase(bytesOf("a passphrase"));
    static const std::string folder =
        (std::filesystem::temp_directory_path() / ("fuzz_archive." + std::to_string(getpid()))).string();
    const dare::MemoryFile file(Bytes(data, data + size));
    fuzz::mustHold(!mesh::ArchiveReader::open(file, passphrase));

    Cutter cutter(BytesView(data, size));
    bool isFirst = true;
    const auto pieces = [&]() -> Result<std::optional<mesh::ArchivePiece>> {
        if (std::exchange(isFirst, false))
            return mesh::ArchivePiece{mesh::PieceKind::Account, first.clone()};
        return cutter.next();
    };
    {
        const mesh::VerifiedArchive::Source source{folder, std::make_shared<OpenSeal>(), {}};
        if (const auto archive = mesh::VerifiedArchive::read(pieces, source)) {
            for (const mesh::ArchivedContents& contents : (*archive)->info().containers)
                fuzz::mustHold((*archive)->find(contents.name) != nullptr);
        }
    }
    fuzz::mustHold(!std::filesystem::exists(folder));
    return 0;
}

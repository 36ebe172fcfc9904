#include "dare/stream.h"
#include "mesh/group_card.h"
#include "mesh/group_flows.h"
#include "mesh/message_flows.h"
#include "mesh/output_file.h"
#include "schema/key_check.h"
#include "service/account_name.h"

#include <algorithm>

/// What is encrypted to a group, and its decryption (WIRE B.6.1, D.6, E.20.3, E.20.4).
namespace mmm::mesh {

namespace {

constexpr std::size_t pieceSize = std::size_t(1) << 20U;
constexpr std::uint64_t largestJson = std::uint64_t(64) << 20U;
constexpr std::uint8_t firstFrameOctet = 0xF0; ///< the records of sequences begin from here on (WIRE C.1)

/// Whom to encrypt to: a group of the account, or one whose card is among its contacts.
struct Addressed
{
    crypto::PublicKey key;
    std::string address;
};
Result<Addressed> addressed(Membership& member, const std::string& udf)
{
    auto own = openGroup(member, udf);
    if (own)
        return Addressed{own->part.whole, own->address};
    const auto contact = findGroupContact(member, udf);
    if (!contact)
        return tl::unexpected<Error>(std::move(own).error());
    MMM_TRY(crypto::PublicKey key, schema::keyOf(contact->card.group->keyEncryption));
    return Addressed{std::move(key), contact->card.address};
}

/// To the group, and signed by this device so that its members see who wrote. With the mutex held.
Result<dare::SealOptions> sealOptions(MeshState& state, Membership& member, const std::string& udf)
{
    MMM_TRY(const Addressed group, addressed(member, udf));
    MMM_TRY(const service::AccountAddress address, service::parseAddress(group.address));
    dare::SealOptions options;
    dare::ContentMeta& meta = options.meta.emplace();
    meta.created = state.now();
    const auto carry = [&meta](std::string_view key, const dare::Envelope& envelope) {
        dare::KeyValue pair;
        pair.key = key;
        pair.value = encoding::toBase64url(envelope.toJson());
        meta.keyValues.push_back(std::move(pair));
    };
    carry(accreditation_key::connection, member.keys->connection);
    carry(accreditation_key::profile, member.keys->profile);
    options.signers = {member.keys->signature.get()};
    options.recipients = {{group.key, schema::udfOf(group.key) + "@" + address.domain, group.address}};
    return options;
}

/// Whose signature a content must carry; none if nobody is said to have signed.
Result<std::optional<schema::Accreditation>> namedSigner(const dare::Header& header,
                                                         const std::vector<dare::Signature>& signatures)
{
    MMM_TRY(const dare::ContentMeta meta, header.contentMeta());
    const bool isNamed = std::ranges::any_of(
        meta.keyValues, [](const dare::KeyValue& pair) { return pair.key == accreditation_key::connection; });
    if (!isNamed || signatures.empty())
        return std::optional<schema::Accreditation>();
    MMM_TRY(schema::Accreditation signer, schema::accreditedSigner(meta));
    return std::optional(std::move(signer));
}

Speaker describeSigner(MeshState& state, const schema::Accreditation& signer)
{
    const std::string address =
        signer.account->serviceIds.empty() ? std::string() : signer.account->serviceIds.front();
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    if (signer.account.udf() == member->accountUdf) {
        Speaker own;
        own.standing = Standing::Own;
        own.accountUdf = signer.account.udf();
        own.address = asciiLower(address);
        return own;
    }
    ContactBook book(*member);
    return speakerOf(signer.account.udf(), address, book);
}

struct FoundKey
{
    Secret masterKey;
    std::string group;
};

/// With the share of this account and the service's part; a share that was replaced meanwhile is the one that
/// the service keeps for the member.
Result<Secret> unwrapTogether(MeshState& state, const GroupKeys& group, const dare::Recipient& recipient,
                              std::stop_token stop)
{
    const auto member = state.member();
    MMM_TRY(const ServicePart answer, askPart(state, group, member->accountUdf, recipient, stop));
    auto masterKey = dare::unwrapWithPartial(recipient, group.part.part, answer.partial);
    if (masterKey || answer.memberKey.isEmpty())
        return masterKey;
    std::shared_ptr<const dare::KeyRing> ring;
    {
        const std::scoped_lock lock(member->mutex);
        ring = member->keys->keyRing;
    }
    const auto kept = schema::openGroupPart(answer.memberKey, *ring, group.profile);
    return kept ? dare::unwrapWithPartial(recipient, kept->part, answer.partial) : std::move(masterKey);
}

/// The account's own keys first, then those of its groups.
Result<FoundKey> findKey(MeshState& state, const std::vector<dare::Recipient>& recipients,
                         std::stop_token stop)
{
    std::vector<GroupKeys> groups;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        if (auto own = dare::findMasterKey(recipients, *member->keys->keyRing))
            return FoundKey{std::move(*own), {}};
        groups = openGroups(*member);
    }
    Error last{Fault::CannotDecrypt, "encrypted for others"};
    for (const dare::Recipient& recipient : recipients) {
        for (const GroupKeys& group : groups) {
            const bool isOurs =
                dare::isIdentifierOf(recipient.kid, group.part.whole) ||
                (dare::recipientName(recipient).udf.empty() && asciiLower(recipient.kid) == group.address);
            if (!isOurs)
                continue;
            auto masterKey = group.part.isWhole() ? dare::unwrapMasterKey(recipient, group.part.part)
                                                  : unwrapTogether(state, group, recipient, stop);
            if (masterKey)
                return FoundKey{std::move(*masterKey), group.address};
            if (stop.stop_requested())
                return fail(Fault::Cancelled);
            last = std::move(masterKey).error();
        }
    }
    return tl::unexpected<Error>(std::move(last));
}

Result<Groups::Text> openEnvelope(MeshState& state, const dare::Envelope& envelope, std::stop_token stop)
{
    MMM_TRY(const auto signer, namedSigner(envelope.header(), envelope.signatures()));
    FoundKey found;
    if (envelope.header().isEncrypted()) {
        MMM_TRY(found, findKey(state, envelope.header().recipients, stop));
    }
    if (signer) {
        MMM_TRY(const crypto::PublicKey key, schema::keyOf(signer->connection->keySignature));
        MMM_CHECK(envelope.verify(key));
    }
    MMM_TRY(dare::Opened opened, envelope.openWith(found.masterKey));
    Groups::Text text{std::move(opened.payload), {}};
    text.about.group = std::move(found.group);
    text.about.octets = text.text.size();
    if (signer)
        text.about.signer = describeSigner(state, *signer);
    return text;
}

Result<Decrypted> openStream(MeshState& state, const dare::File& file, OutputFile& output,
                             const FileProgress& progress, std::stop_token stop)
{
    const dare::KeyRing none;
    MMM_TRY(auto opener, dare::StreamOpener::open(file, none));
    const auto& signatures =
        opener.header().signatures.empty() ? opener.trailer().signatures : opener.header().signatures;
    MMM_TRY(const auto signer, namedSigner(opener.header(), signatures));
    FoundKey found;
    if (opener.header().isEncrypted()) {
        MMM_TRY(const auto recipients, opener.recipients());
        MMM_TRY(found, findKey(state, recipients, stop));
    }
    // the file is read twice: for the signature, and for the content
    const double whole = 2.0 * static_cast<double>(std::max<std::uint64_t>(1, opener.layout().payloadSize));
    bool isCopying = false;
    opener.watch([&](std::uint64_t done) -> Status {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (progress)
            progress(static_cast<double>(done) / whole + (isCopying ? 0.5 : 0));
        return {};
    });
    if (signer) {
        MMM_TRY(const crypto::PublicKey key, schema::keyOf(signer->connection->keySignature));
        MMM_CHECK(opener.verify(key));
    }
    MMM_CHECK(opener.verifyDigest());
    isCopying = true;
    Decrypted about;
    MMM_CHECK(opener.copyWith(found.masterKey, [&](BytesView part) -> Status {
        about.octets += part.size();
        return output.write(part);
    }));
    about.group = std::move(found.group);
    if (signer)
        about.signer = describeSigner(state, *signer);
    return about;
}

Result<Secret> readWhole(const dare::File& file, std::uint64_t size)
{
    if (size > largestJson)
        return fail(Fault::TooLarge, "too large for an envelope in JSON");
    Secret octets(static_cast<std::size_t>(size));
    MMM_TRY(const std::size_t count, file.readAt(0, octets.writable()));
    return count == octets.size() ? Result<Secret>(std::move(octets))
                                  : fail(Fault::Io, "the file changed while it was read");
}

} // namespace

Status checkMembership(MeshState& state, const std::string& udf, std::stop_token stop)
{
    const auto member = state.member();
    std::optional<GroupKeys> group;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(group, openGroup(*member, udf));
    }
    if (group->part.isWhole())
        return lookUpGroup(state, group->address, stop).map([](const auto&) {});
    // any point does: nothing is opened with the answer
    MMM_TRY(const dare::Recipient probe, dare::wrapMasterKey(Bytes(32), {group->part.whole}));
    return askPart(state, *group, member->accountUdf, probe, stop).map([](const auto&) {});
}

Status encryptFile(MeshState& state, const std::string& udf, const std::filesystem::path& source,
                   const Destination& destination, const FileProgress& progress, std::stop_token stop)
{
    MMM_TRY(const auto file, dare::openFile(source, dare::OpenMode::Read));
    MMM_TRY(const std::uint64_t size, file->size());
    const auto member = state.member();
    std::optional<dare::SealOptions> options;
    std::shared_ptr<const MemberKeys> keys; // the signer is borrowed from them
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(options, sealOptions(state, *member, udf));
        keys = member->keys;
    }
    MMM_TRY(OutputFile output, OutputFile::create(destination.path, destination.mayReplace));
    MMM_TRY(auto sealer, dare::StreamSealer::create(output.file(), size, *options));
    Secret buffer(
        static_cast<std::size_t>(std::min<std::uint64_t>(pieceSize, std::max<std::uint64_t>(1, size))));
    for (std::uint64_t done = 0; done < size;) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (progress)
            progress(static_cast<double>(done) / static_cast<double>(size));
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), size - done));
        MMM_TRY(const std::size_t count, file->readAt(done, buffer.writable().first(wanted)));
        if (count == 0)
            return fail(Fault::Io, "the file became shorter while it was read");
        MMM_CHECK(sealer.write(buffer.view().first(count)));
        done += count;
    }
    MMM_CHECK(sealer.finish());
    return output.finish();
}

Result<Decrypted> decryptFile(MeshState& state, const std::filesystem::path& source,
                              const Destination& destination, const FileProgress& progress,
                              std::stop_token stop)
{
    MMM_TRY(const auto file, dare::openFile(source, dare::OpenMode::Read));
    std::array<std::uint8_t, 1> first{};
    MMM_TRY(const std::size_t count, file->readAt(0, first));
    if (count == 0)
        return fail(Fault::Malformed, "the file is empty");
    MMM_TRY(OutputFile output, OutputFile::create(destination.path, destination.mayReplace));
    Decrypted about;
    if (first[0] >= firstFrameOctet) {
        MMM_TRY(about, openStream(state, *file, output, progress, stop));
    } else {
        MMM_TRY(const std::uint64_t size, file->size());
        MMM_TRY(const Secret json, readWhole(*file, size));
        MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(json));
        MMM_TRY(const Groups::Text text, openEnvelope(state, envelope, stop));
        MMM_CHECK(output.write(text.text));
        about = text.about;
    }
    MMM_CHECK(output.finish());
    return about;
}

Result<std::string> encryptText(MeshState& state, const std::string& udf, const Secret& text)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    MMM_TRY(dare::SealOptions options, sealOptions(state, *member, udf));
    options.meta->contentType = "text/plain";
    MMM_TRY(const dare::Envelope envelope, dare::seal(text, options));
    return std::string(textOf(envelope.toJson()));
}

Result<Groups::Text> decryptText(MeshState& state, std::string_view envelope, std::stop_token stop)
{
    MMM_TRY(const dare::Envelope parsed, dare::Envelope::parse(bytesOf(envelope)));
    return openEnvelope(state, parsed, stop);
}

} // namespace mmm::mesh

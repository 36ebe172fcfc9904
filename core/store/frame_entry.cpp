#include "store/frame_entry.h"

#include "crypto/hash.h"
#include "dare/binding.h"
#include "dare/content_cipher.h"
#include "dare/event_rules.h"
#include "store/folded_text.h"

#include <algorithm>

namespace mmm::store {

void setShown(FrameEntry& entry, const Shown& shown)
{
    entry.className = shown.className;
    entry.shown.clear();
    entry.folded.clear();
    for (const std::string& text : shown.texts) {
        if (&text != &shown.texts.front())
            entry.shown.push_back(shownSeparator);
        entry.shown.append(text);
        if (!text.empty()) {
            appendFolded(entry.folded, text);
            entry.folded.push_back('\n');
        }
    }
}

Result<SharedSecret> FrameKeys::masterKey(const dare::Header& header, std::uint64_t position, Memory& memory)
{
    if (!header.recipients.empty()) {
        MMM_TRY(Secret key, dare::findMasterKey(header.recipients, *m_ring));
        return SharedSecret(std::move(key));
    }
    const std::int64_t stated = header.containerInfo ? header.containerInfo->exchangePosition.value_or(0) : 0;
    const auto exchange = static_cast<std::uint64_t>(stated);
    if (memory.position == exchange && !memory.masterKey.empty())
        return memory.masterKey;
    const std::lock_guard lock(m_mutex);
    MMM_TRY(memory.masterKey, m_keys.masterKey(header, position));
    memory.position = exchange;
    return memory.masterKey;
}

Result<ParsedFrame> parseParts(const dare::FrameView& frame)
{
    MMM_TRY(dare::Trailer trailer, dare::parseTrailer(frame.trailer));
    MMM_TRY(dare::Header stored, dare::parseHeader(frame.header));
    ParsedFrame parsed;
    MMM_TRY(const auto algorithm, dare::digestByName(stored.digest));
    parsed.payloadDigest = crypto::hash(algorithm, frame.payload);
    const Bytes& stated = trailer.payloadDigest.empty() ? stored.payloadDigest : trailer.payloadDigest;
    if (!stated.empty() && stated != parsed.payloadDigest)
        return fail(Fault::Damaged, "a payload does not have its digest");
    parsed.signedData = std::move(trailer.signedData);
    parsed.signatures = std::move(trailer.signatures);
    if (parsed.signedData.empty()) {
        parsed.header = std::move(stored);
        return parsed;
    }
    MMM_TRY(parsed.header, dare::parseHeader(parsed.signedData));
    parsed.header.containerInfo = std::move(stored.containerInfo);
    return parsed;
}

Result<Secret> openPayload(const dare::Header& header, const dare::FrameView& frame, FrameKeys& keys,
                           FrameKeys::Memory& memory)
{
    if (!header.isEncrypted())
        return Secret(frame.payload);
    MMM_TRY(const SharedSecret masterKey, keys.masterKey(header, frame.position, memory));
    return dare::decryptBody(masterKey, header, frame.payload);
}

FrameEntry toEntry(const ParsedFrame& parsed, const dare::FrameView& frame, std::int64_t index,
                   const Projection& projection, FrameKeys& keys, FrameKeys::Memory& memory)
{
    FrameEntry entry;
    entry.index = index;
    entry.position = frame.position;
    for (const dare::Signature& signature : parsed.signatures) {
        if (signature.manifest.empty())
            continue;
        if (const auto manifest = dare::readManifest(signature)) {
            entry.signerKid = signature.kid;
            entry.signedFrom = manifest->from;
        }
    }
    const auto meta = parsed.header.contentMeta();
    if (!meta) {
        entry.state = FrameEntry::State::Unreadable;
        return entry;
    }
    // what has no identifier is no entry; the header's IsMeta is not protected and so decides nothing
    if (meta->uniqueId.empty()) {
        entry.state = FrameEntry::State::Meta;
        for (const dare::Recipient& recipient : parsed.header.recipients)
            entry.exchangeKids.push_back(recipient.kid);
        return entry;
    }
    entry.id = meta->uniqueId;
    entry.modified = meta->modified.value_or(meta->created.value_or(TimePoint()));
    entry.created = meta->created.value_or(entry.modified);
    entry.isNew = meta->event != dare::eventName(dare::Event::Update);
    if (meta->event == dare::eventName(dare::Event::Delete)) {
        entry.isNew = false;
        entry.state = FrameEntry::State::Deletion;
        return entry;
    }
    entry.state = FrameEntry::State::Unreadable;
    const auto payload = openPayload(parsed.header, frame, keys, memory);
    if (!payload)
        return entry;
    const auto shown = project(projection, *payload);
    if (!shown)
        return entry;
    setShown(entry, *shown);
    entry.state = FrameEntry::State::Value;
    return entry;
}

} // namespace mmm::store

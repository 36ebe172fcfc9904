#include "dare/binding.h"
#include "dare/event_rules.h"
#include "dare/stream.h"
#include "fuzz/fuzz_input.h"

using namespace mmm;
using namespace mmm::dare;

namespace {

/// Everything that a reader can be asked about a file. Reading forward must come to an end, and what it says
/// of the file must cover it without gaps.
void read(const MemoryFile& file)
{
    auto reader = SequenceReader::open(file);
    if (!reader)
        return;
    std::uint64_t covered = 0;
    std::size_t damages = 0;
    const KeyRing keys;
    EventRules rules;
    SequenceKeys frameKeys(file, keys);
    while (true) {
        const auto layout = reader->nextLayout();
        fuzz::mustHold(layout.has_value());
        for (; damages < reader->damages().size(); ++damages) {
            fuzz::mustHold(reader->damages()[damages].position == covered);
            covered += reader->damages()[damages].size;
        }
        if (!*layout)
            break;
        fuzz::mustHold((*layout)->position == covered && (*layout)->size > 0);
        covered = (*layout)->end();
        const auto frame = reader->frameAt((*layout)->position);
        if (!frame)
            continue;
        (void)frameKeys.decrypt(*frame);
        if (const auto meta = frame->header.contentMeta())
            (void)rules.apply(*meta, frame->index());
        (void)checkSignedData(frame->trailer.signedData, frame->header, frame->index());
        for (const Signature& signature : frame->trailer.signatures)
            (void)readManifest(signature);
        if (auto opener = StreamOpener::open(file, keys, frame->position))
            (void)opener->copyTo([](BytesView) -> Status { return {}; });
    }
    fuzz::mustHold(covered == file.octets().size());
    for (int i = 0; i < 20; ++i) {
        const auto frame = reader->previous();
        if (!frame || !*frame)
            break;
    }
    (void)reader->frame(1);
    (void)reader->frame(7);
}

} // namespace

/// A file of any octets is read to its end or refused; its torn tail can be cut; and a writer that accepts it
/// appends a frame that can be read.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    MemoryFile file(Bytes(data, data + size));
    read(file);
    (void)checkSequence(file);
    const auto tail = checkTail(file);
    fuzz::mustHold(tail && tail->goodSize <= size);
    fuzz::mustHold(cutTail(file, *tail).has_value());
    const auto again = checkTail(file);
    fuzz::mustHold(again && !again->isTorn());
    auto writer = SequenceWriter::open(file, {2, 3});
    if (!writer)
        return 0;
    const auto appended = writer->append(Header(), bytesOf("appended"));
    if (!appended)
        return 0;
    const auto frame = SequenceReader::open(file)->frameAt(appended->position);
    fuzz::mustHold(frame && textOf(frame->payload) == "appended" && frame->index() == appended->index);
    return 0;
}

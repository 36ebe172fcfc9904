#include "fuzz/fuzz_input.h"
#include "ssh/config.h"
#include "ssh/known_host.h"
#include "ssh/marked_block.h"
#include "ssh/read_file.h"

using namespace mmm;
using namespace mmm::ssh;

/// A file of OpenSSH's: what is read from it is written as it was, and our part of it is found again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    if (const auto file = readFile(input)) {
        for (const std::string& line : file->lines) {
            fuzz::mustHold(!hasControls(line));
            if (file->kind == FileKind::AuthorizedKeys) {
                const auto key = AuthorizedKey::parse(line);
                fuzz::mustHold(key && key->line() == line);
            } else {
                const auto host = KnownHost::parse(line);
                fuzz::mustHold(host && host->line() == line);
            }
        }
        ConfigPlan plan;
        plan.hosts = file->hosts;
        const auto text = configText(plan);
        fuzz::mustHold(text.has_value());
        const auto again = readFile(bytesOf(*text));
        fuzz::mustHold(again && again->hosts == file->hosts);
    }
    if (const auto once = replaceBlock(textOf(input), "id", "a line\n")) {
        const auto twice = replaceBlock(*once, "id", "a line\n");
        fuzz::mustHold(twice && *twice == *once);
        fuzz::mustHold(replaceBlock(*once, "id", {}).has_value());
    }
    return 0;
}

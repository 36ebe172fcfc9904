#include "fuzz/fuzz_input.h"
#include "mesh/log_code.h"

using namespace mmm;

/// What a service stated of its log, as it is scanned or pasted: what is read is written to something that
/// reads the same.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto code = mesh::LogCode::parse(textOf(BytesView(data, size)));
    if (!code)
        return 0;
    const std::string written = code->text();
    const auto again = mesh::LogCode::parse(written);
    fuzz::mustHold(again.has_value());
    fuzz::mustHold(again->token == code->token && again->account == code->account);
    fuzz::mustHold(code->token.text().size() <= protocol::longestToken);
    return 0;
}

#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <cstdlib>

namespace mmm::fuzz {

/// Ends the process, which libFuzzer reports together with the input, if a property that must hold for every
/// input does not. Unlike assert() it is there in every build.
inline void mustHold(bool property)
{
    if (!property)
        std::abort();
}

} // namespace mmm::fuzz

/// libFuzzer's entry, called with every input; declared here because no header of its own does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

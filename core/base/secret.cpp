#include "base/secret.h"

#include <botan/mem_ops.h>

namespace mmm {

void Secret::wipe()
{
    Botan::zap(m_octets);
}

bool operator==(const Secret& a, const Secret& b)
{
    return equalConstantTime(a.view(), b.view());
}

bool operator==(const SharedSecret& a, const SharedSecret& b)
{
    return equalConstantTime(a.view(), b.view());
}

bool equalConstantTime(BytesView a, BytesView b)
{
    return a.size() == b.size() && Botan::constant_time_compare(a.data(), b.data(), a.size());
}

} // namespace mmm

#pragma once

#include <vector>

namespace mmm::desktop {

/// Rows of a list that stand next to each other, as models announce them.
struct RowRange
{
    int first;
    int last;
};

/// Takes in the next row; rows come in their order.
inline void extend(std::vector<RowRange>& ranges, int row)
{
    if (!ranges.empty() && ranges.back().last + 1 == row)
        ranges.back().last = row;
    else
        ranges.push_back({row, row});
}

} // namespace mmm::desktop

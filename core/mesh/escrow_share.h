#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <optional>
#include <string>
#include <vector>

namespace mmm::mesh {

/// One share of a mesh's master secret, as it is printed, typed, pasted or scanned (WIRE A.11, E.16).
///
/// The share's UDF says how many are needed and which one it is; the longer form of a QR code also says of
/// which mesh and which set it is: `udf:<S-UDF>?mesh=<UDF>&set=<nonce>&of=<n>`.
struct EscrowShare
{
    SharedSecret text; ///< the UDF in groups of four
    unsigned index = 0;
    unsigned threshold = 0;
    std::string meshUdf; ///< empty: the text does not say
    std::string set;     ///< all shares that were made together have the same; empty: the text does not say
    unsigned count = 0;  ///< of shares in the set; 0: the text does not say
    /// The shares make the key of an escrow record, not the mesh's seed itself (WIRE E.16.3).
    bool needsRecord = false;

    /// Reads either form, with any blanks and line breaks. Malformed or WrongType for everything else.
    [[nodiscard]] static Result<EscrowShare> parse(std::string_view input);

    /// The longer form.
    [[nodiscard]] Secret uri() const;

    /// Four characters of a digest, printed beside the share: whoever types the share compares them.
    [[nodiscard]] std::string checkCode() const;
};

/// What can be said about a share among others.
enum class ShareVerdict
{
    Fits,        ///< may belong to the others
    Repeated,    ///< the same share once more
    OtherMesh,   ///< says that it is of another mesh than the first one
    OtherSet,    ///< made at another time: other numbers, or another name of the set
    Contradicts, ///< has the number of another share that is given, but is not the same
    Wrong,       ///< proved not to belong to the others
};

/// What shares are worth together.
struct ShareJudgement
{
    std::vector<ShareVerdict> verdicts; ///< one per share, in order
    unsigned needed = 0;                ///< by the share that came first; 0 without shares
    unsigned fitting = 0;
    /// The type octet and the data of what was split, if there are enough shares and they prove themselves.
    SharedSecret secret;
    /// There are enough, but they make nothing: at least one is wrong, and a further share would tell which.
    bool isWrongTogether = false;
};

/// Sorts out what belongs together. Pure; the time grows with the number of shares, which are at most 15.
[[nodiscard]] ShareJudgement judgeShares(const std::vector<EscrowShare>& shares);

} // namespace mmm::mesh

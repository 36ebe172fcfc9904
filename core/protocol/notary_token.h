#pragma once

#include "protocol/checkpoint.h"

/// The notary token of an assertion (security 03 §2.6.1, schema 01 §3.1, WIRE E.3): how far a log was when
/// the assertion was made, in one line of text. Whoever has the log, or a statement about it, can say whether
/// that is so. A token of a service's log may carry the service's signature, and is then its whole statement
/// (WIRE G.7.5) in a third of the octets: short enough for a QR code.
namespace mmm::protocol {

/// `LOG:INDEX:DIGEST` or, signed, `LOG:INDEX:DIGEST:TIME:SIGNATURE`, with digest and signature in base64url,
/// the time in seconds since 1970.
struct NotaryToken
{
    std::string logUdf;     ///< whose log: of a service's the fingerprint of its ProfileService
    std::int64_t index = 0; ///< of the last frame
    Bytes treeDigest;       ///< of that frame, 64 octets
    std::optional<TimePoint> time;
    Bytes signature; ///< over the statement; empty if the token is no more than somebody's word

    /// Malformed for everything else, be it ever so little.
    [[nodiscard]] static Result<NotaryToken> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] bool isSigned() const { return !signature.empty(); }
    /// What it says, signed or not.
    [[nodiscard]] Checkpoint checkpoint() const;

    friend bool operator==(const NotaryToken&, const NotaryToken&) = default;
};

/// The longest text that is read.
inline constexpr std::size_t longestToken = 640;

/// The token of a statement that the service signed. Unsupported if the statement is not written as WIRE
/// G.7.5 has it, since the token has room for nothing else; and what verifyCheckpoint refuses.
[[nodiscard]] Result<NotaryToken> tokenOf(std::string_view checkpointValue,
                                          const schema::Verified<schema::ProfileService>& service);

/// The statement in a signed token, verified: a CheckpointValue as Status gives it. WrongService if it is of
/// another service's log, Missing if it is not signed, BadSignature if not by the service.
[[nodiscard]] Result<std::string> statementIn(const NotaryToken& token,
                                              const schema::Verified<schema::ProfileService>& service);

} // namespace mmm::protocol

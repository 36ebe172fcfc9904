#pragma once

#include "dare/header.h"
#include "dare/tree.h"

/// Binds frames to their header, place, container and account, under one signature per batch (WIRE K). DARE
/// itself signs payload digests only. Pure functions.
namespace mmm::dare {

/// SignedData of a frame: the protected members of its header and its number (WIRE K.1).
[[nodiscard]] Bytes makeSignedData(const Header& header, std::int64_t index);

/// The protected members as SignedData states them. Contradiction if the stored header says something else or
/// the number is not `index`.
[[nodiscard]] Result<Header> checkSignedData(BytesView signedData, const Header& header, std::int64_t index);

/// The same for a frame of ours that nobody altered, at a glance: whether the stored header begins with the
/// octets of SignedData and adds nothing but places in the file. The parsed header can then be taken as it
/// is, once its number was compared with the frame's place. False does not mean that anything is wrong: ask
/// checkSignedData.
[[nodiscard]] bool isPlainlyBound(BytesView signedData, BytesView headerOctets);

/// FD_n. `covered` is SignedData, or the header octets as stored for a frame without it.
[[nodiscard]] Digest512 frameDigest(BytesView covered, BytesView payloadDigest);

/// CH_-1 of a container of an account.
[[nodiscard]] Digest512 chainStart(std::string_view accountUdf, std::string_view container);

/// CH_n from CH_(n−1) and FD_n.
[[nodiscard]] Digest512 chainNext(const Digest512& previous, const Digest512& frameDigest);

/// What a batch signature states: the signer wrote frames from…to and verified everything before.
struct Manifest : encoding::RecordBase
{
    static constexpr std::string_view className = "Manifest";
    std::string account; ///< UDF, upper case with dashes
    std::string container;
    std::int64_t from = 0;
    std::int64_t to = 0;
    Bytes chain; ///< CH of frame `to`
    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("Account", &Manifest::account), field("Container", &Manifest::container),
                          field("From", &Manifest::from), field("To", &Manifest::to),
                          field("Chain", &Manifest::chain));
    }
};

/// Signs a batch: the entry for `signatures` of its last frame. BadKey for a key that cannot sign.
[[nodiscard]] Result<Signature> signManifest(const Manifest& manifest, const crypto::PrivateKey& signer);

/// Verifies a batch signature and gives what it states. BadSignature, Missing (no Manifest) or Malformed.
/// That the manifest is the expected one, and the signer entitled, is for the caller.
[[nodiscard]] Result<Manifest> verifyManifest(const Signature& signature, const crypto::PublicKey& signer);

/// What a Manifest states, unverified: to find out whose key to verify with.
[[nodiscard]] Result<Manifest> readManifest(const Signature& signature);

} // namespace mmm::dare

MMM_RECORD_DECLARED(mmm::dare::Manifest)

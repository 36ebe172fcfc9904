#include "mesh/escrow_share.h"

#include "base/ascii.h"
#include "mesh/master_key.h"
#include "schema/key_check.h"
#include "udf/digest.h"
#include "udf/locator.h"
#include "udf/share.h"

#include <algorithm>
#include <charconv>

namespace mmm::mesh {

namespace {

constexpr std::size_t longestInput = 4096;
constexpr std::size_t checkCharacters = 4;
constexpr std::size_t mostShares = 15;
/// Of a share of a key, 128 or 256 bits long: its first octet is the share's number.
constexpr std::size_t shortKeyShare = 1 + 16;
constexpr std::size_t longKeyShare = 1 + 32;

/// Blanks and line breaks are how a share is written down, not what it says.
Secret withoutBlanks(std::string_view input)
{
    Botan::secure_vector<std::uint8_t> text;
    for (const char c : input) {
        if (std::string_view(" \t\r\n\v\f").find(c) == std::string_view::npos)
            text.push_back(static_cast<std::uint8_t>(c));
    }
    return Secret(std::move(text));
}

std::string publicUdf(std::string_view text)
{
    const auto udf = udf::Udf::parse(text);
    return udf ? udf->text() : std::string();
}

bool differ(const std::string& a, const std::string& b)
{
    return !a.empty() && !b.empty() && a != b;
}

Result<udf::SecretUdf> combine(const std::vector<const EscrowShare*>& shares)
{
    std::vector<udf::SecretUdf> parts;
    for (const EscrowShare* share : shares) {
        MMM_TRY(udf::SecretUdf part, udf::SecretUdf::parse(share->text.text()));
        parts.push_back(std::move(part));
    }
    return udf::recoverSecret(parts);
}

/// Whether the secret may be the one that was split: a seed says what it is for, and where a share names the
/// mesh, it must make that mesh's key. Of a key nothing can be said before its record is at hand.
bool isPlausible(const udf::SecretUdf& secret, const std::string& meshUdf)
{
    if (secret.type() == udf::Type::Key)
        return true;
    const auto keys = keysOfSeed(secret.octets());
    return keys && (meshUdf.empty() || schema::udfOf(keys->signature->publicKey()) == meshUdf);
}

/// The largest group of shares that lie on one polynomial and make something plausible. Empty if there is
/// none, or if several are equally good, so that nobody can say which share is wrong.
std::vector<std::size_t> largestGroup(const std::vector<const EscrowShare*>& candidates, unsigned needed,
                                      const std::string& meshUdf)
{
    std::vector<std::size_t> best;
    bool isAmbiguous = false;
    std::vector<bool> chosen(candidates.size());
    std::fill_n(chosen.begin(), needed, true);
    do {
        std::vector<const EscrowShare*> base;
        std::vector<std::size_t> group;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (chosen[i]) {
                base.push_back(candidates[i]);
                group.push_back(i);
            }
        }
        const auto secret = combine(base);
        if (!secret || !isPlausible(*secret, meshUdf))
            continue;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (chosen[i])
                continue;
            base.push_back(candidates[i]);
            if (combine(base))
                group.push_back(i);
            base.pop_back();
        }
        std::ranges::sort(group);
        if (group.size() > best.size()) {
            best = std::move(group);
            isAmbiguous = false;
        } else if (group.size() == best.size() && group != best) {
            isAmbiguous = true;
        }
        if (best.size() == candidates.size())
            break;
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    return isAmbiguous ? std::vector<std::size_t>() : best;
}

} // namespace

Result<EscrowShare> EscrowShare::parse(std::string_view input)
{
    if (input.size() > longestInput)
        return fail(Fault::TooLarge, "too long for a share");
    const Secret text = withoutBlanks(input);
    EscrowShare share;
    constexpr std::string_view scheme = "udf:";
    const bool isUri = text.size() > scheme.size() &&
                       std::ranges::equal(text.text().substr(0, scheme.size()), scheme, {}, asciiLowerLetter);
    Secret code = text.clone();
    if (isUri) {
        MMM_TRY(udf::Locator locator, udf::Locator::parse(text.text()));
        if (locator.kind != udf::Locator::Kind::Name)
            return fail(Fault::WrongType, "a locator, not a share");
        for (const udf::QueryItem& item : locator.query) {
            if (item.name == "mesh")
                share.meshUdf = publicUdf(item.value);
            else if (item.name == "set")
                share.set = publicUdf(item.value);
            else if (item.name == "of")
                std::from_chars(item.value.data(), item.value.data() + item.value.size(), share.count);
        }
        code = std::move(locator.udf);
    }
    MMM_TRY(const udf::SecretUdf parsed, udf::SecretUdf::parse(code.text()));
    MMM_TRY(const crypto::ShamirShare content, udf::shareOf(parsed));
    share.text = SharedSecret(parsed.text());
    share.index = content.index;
    share.threshold = content.threshold;
    share.needsRecord = parsed.data().size() == shortKeyShare || parsed.data().size() == longKeyShare;
    if (share.count > mostShares || share.count < share.threshold)
        share.count = 0;
    return share;
}

Secret EscrowShare::uri() const
{
    udf::Locator locator;
    locator.kind = udf::Locator::Kind::Name;
    locator.udf = Secret(text.view());
    if (!meshUdf.empty())
        locator.query.push_back({"mesh", meshUdf});
    if (!set.empty())
        locator.query.push_back({"set", set});
    if (count > 0)
        locator.query.push_back({"of", std::to_string(count)});
    return locator.print();
}

std::string EscrowShare::checkCode() const
{
    const udf::Udf digest =
        udf::contentDigest(text.view(), "application/udf-share", crypto::HashAlgorithm::Sha512, 140);
    // the first two characters follow from the type and are the same for all
    return digest.compact().substr(2, checkCharacters);
}

ShareJudgement judgeShares(const std::vector<EscrowShare>& shares)
{
    ShareJudgement judgement;
    judgement.verdicts.assign(shares.size(), ShareVerdict::Fits);
    if (shares.empty())
        return judgement;
    std::string meshUdf;
    std::string set;
    std::vector<const EscrowShare*> fitting;
    std::vector<std::size_t> places;
    judgement.needed = shares.front().threshold;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const EscrowShare& share = shares[i];
        ShareVerdict& verdict = judgement.verdicts[i];
        const auto same = std::ranges::find_if(
            fitting, [&](const EscrowShare* other) { return other->index == share.index; });
        if (differ(share.meshUdf, meshUdf))
            verdict = ShareVerdict::OtherMesh;
        else if (differ(share.set, set) || share.threshold != judgement.needed ||
                 share.text.size() != shares.front().text.size())
            verdict = ShareVerdict::OtherSet;
        else if (same != fitting.end())
            verdict = (*same)->text == share.text ? ShareVerdict::Repeated : ShareVerdict::Contradicts;
        if (verdict != ShareVerdict::Fits)
            continue;
        if (meshUdf.empty())
            meshUdf = share.meshUdf;
        if (set.empty())
            set = share.set;
        fitting.push_back(&share);
        places.push_back(i);
    }
    judgement.fitting = static_cast<unsigned>(fitting.size());
    if (fitting.size() < judgement.needed || fitting.size() > mostShares)
        return judgement;

    const std::vector<std::size_t> group = largestGroup(fitting, judgement.needed, meshUdf);
    if (group.empty()) {
        judgement.isWrongTogether = true;
        return judgement;
    }
    std::vector<const EscrowShare*> good;
    for (std::size_t i = 0; i < fitting.size(); ++i) {
        if (std::ranges::find(group, i) != group.end())
            good.push_back(fitting[i]);
        else
            judgement.verdicts[places[i]] = ShareVerdict::Wrong;
    }
    judgement.fitting = static_cast<unsigned>(good.size());
    if (const auto secret = combine(good))
        judgement.secret = SharedSecret(secret->octets().clone());
    else
        judgement.isWrongTogether = true;
    return judgement;
}

} // namespace mmm::mesh

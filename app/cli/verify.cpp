#include "commands.h"
#include "dare/binding.h"
#include "dare/stream.h"
#include "input.h"
#include "keys.h"
#include "output.h"

namespace mmm::cli {

namespace {

/// What was checked, in the person's words and for scripts.
struct Findings
{
    std::vector<std::string> problems;
    std::int64_t frames = 0;
    std::int64_t good = 0;      ///< signatures that verify with a given key
    std::int64_t unchecked = 0; ///< signatures whose key was not given
    std::string note;

    [[nodiscard]] ExitCode exitCode() const
    {
        if (!problems.empty())
            return ExitCode::NotGood;
        return unchecked > 0 ? ExitCode::NotVerified : ExitCode::Good;
    }
};

/// The given key that the signature names; for one that names none, whichever fits.
enum class Verdict
{
    Good,
    Bad,
    NoKey,
};

Verdict judge(const dare::Signature& signature, BytesView payloadDigest, const Keys& keys)
{
    bool isNamed = false;
    for (const crypto::PublicKey& key : keys.signers) {
        const bool isItsKey = !signature.kid.empty() && dare::isIdentifierOf(signature.kid, key);
        if (!signature.kid.empty() && !isItsKey)
            continue;
        isNamed = isNamed || isItsKey;
        const bool isGood = signature.manifest.empty() ? key.verify(payloadDigest, signature.signature)
                                                       : dare::verifyManifest(signature, key).has_value();
        if (isGood)
            return Verdict::Good;
    }
    return isNamed ? Verdict::Bad : Verdict::NoKey;
}

void checkSignatures(Findings& findings, const std::vector<dare::Signature>& signatures,
                     const Result<Bytes>& digest, const Keys& keys, const std::string& place)
{
    for (const dare::Signature& signature : signatures) {
        if (!digest || !dare::digestByName(signature.algorithm)) {
            findings.problems.push_back(place + "a signature with an unknown digest algorithm");
            continue;
        }
        switch (judge(signature, *digest, keys)) {
        case Verdict::Good:
            ++findings.good;
            break;
        case Verdict::Bad:
            findings.problems.push_back(place + "the signature of " + printable(signature.kid) + " is wrong");
            break;
        case Verdict::NoKey:
            ++findings.unchecked;
            break;
        }
    }
}

void verifyEnvelope(Findings& findings, const dare::Envelope& envelope, const Keys& keys)
{
    if (const Status digest = envelope.verifyDigest(); !digest)
        findings.problems.push_back(digest.error().detail);
    checkSignatures(findings, envelope.signatures(), envelope.payloadDigest(), keys, "");
}

/// SignedData of a frame says the same as its header.
void checkBinding(Findings& findings, const dare::Header& header, const dare::Trailer& trailer,
                  const std::string& place)
{
    if (trailer.signedData.empty())
        return;
    if (const auto bound = dare::checkSignedData(trailer.signedData, header, header.index()); !bound)
        findings.problems.push_back(place + bound.error().detail);
}

Status verifyContainer(Findings& findings, const dare::File& file, const Keys& keys)
{
    MMM_TRY(const auto report, dare::checkSequence(file));
    findings.frames = report.frames;
    for (const dare::Damage& damage : report.damages)
        findings.problems.push_back("damaged: " + std::to_string(damage.size) + " octets from " +
                                    std::to_string(damage.position) + ": " + damage.reason);
    for (const std::int64_t index : report.wrongDigests)
        findings.problems.push_back("frame " + std::to_string(index) + ": a digest is wrong");
    for (const std::int64_t place : report.wrongIndices)
        findings.problems.push_back("frame number out of order at place " + std::to_string(place));
    if (report.unchained)
        findings.note = "The digests cover the payloads only, not their order (an old writer's form).";

    MMM_TRY(auto reader, dare::SequenceReader::open(file));
    while (true) {
        MMM_TRY(const auto layout, reader.nextLayout());
        if (!layout)
            return {};
        const auto header = readHeader(file, *layout);
        const auto trailer = readTrailer(file, *layout);
        if (!header || !trailer)
            continue; // reported as damage
        const std::string place = "frame " + std::to_string(header->index()) + ": ";
        checkBinding(findings, *header, *trailer, place);
        const auto& signatures = header->signatures.empty() ? trailer->signatures : header->signatures;
        // its value was compared with the payload above
        const Bytes& digest = trailer->payloadDigest.empty() ? header->payloadDigest : trailer->payloadDigest;
        checkSignatures(findings, signatures, digest, keys, place);
    }
}

std::string asJson(const Findings& findings)
{
    encoding::JsonWriter writer;
    writer.openObject().name("Good").boolean(findings.problems.empty());
    writer.name("Signatures").openObject();
    writer.name("Verified").integer(findings.good).name("NotChecked").integer(findings.unchecked);
    writer.closeObject().name("Problems").openArray();
    for (const std::string& problem : findings.problems)
        writer.string(problem);
    writer.closeArray();
    if (findings.frames > 0)
        writer.name("Frames").integer(findings.frames);
    if (!findings.note.empty())
        writer.name("Note").string(findings.note);
    writer.closeObject();
    return std::string(writer.text()) + "\n";
}

std::string asText(const Findings& findings)
{
    std::string text;
    for (const std::string& problem : findings.problems)
        text += problem + "\n";
    if (!findings.note.empty())
        text += findings.note + "\n";
    if (findings.frames > 0)
        text += std::to_string(findings.frames) + " frames. ";
    text += findings.problems.empty() ? "Digests are right." : "Not good.";
    if (findings.good > 0)
        text += " Signatures verified: " + std::to_string(findings.good) + ".";
    if (findings.unchecked > 0)
        text += " Signatures not checked, because their key was not given: " +
                std::to_string(findings.unchecked) + ".";
    return text + "\n";
}

} // namespace

Result<ExitCode> verify(const Options& options)
{
    MMM_TRY(const Keys keys, readKeys(options.keyFiles));
    MMM_TRY(const Input input, openInput(options.file));
    Findings findings;
    if (const auto* envelope = std::get_if<dare::Envelope>(&input))
        verifyEnvelope(findings, *envelope, keys);
    else
        MMM_CHECK(verifyContainer(findings, *std::get<Container>(input).file, keys));
    if (!print(options.json ? asJson(findings) : asText(findings)))
        return fail(Fault::Io, "the output cannot be written");
    return findings.exitCode();
}

} // namespace mmm::cli

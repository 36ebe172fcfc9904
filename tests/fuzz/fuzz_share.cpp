#include "fuzz/fuzz_input.h"
#include "mesh/escrow_share.h"

using namespace mmm;

/// What a person types, pastes or scans when a mesh is recovered: one share per line, judged together.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text = textOf(BytesView(data, size));
    std::vector<mesh::EscrowShare> shares;
    while (!text.empty() && shares.size() < 6) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto share = mesh::EscrowShare::parse(line);
        if (!share)
            continue;
        const auto again = mesh::EscrowShare::parse(share->uri().text());
        fuzz::mustHold(again && again->text == share->text && again->meshUdf == share->meshUdf);
        fuzz::mustHold(again->set == share->set && again->count == share->count);
        fuzz::mustHold(again->checkCode() == share->checkCode());
        shares.push_back(std::move(*share));
    }
    const mesh::ShareJudgement judgement = mesh::judgeShares(shares);
    fuzz::mustHold(judgement.verdicts.size() == shares.size());
    fuzz::mustHold(judgement.secret.empty() || judgement.fitting >= judgement.needed);
    return 0;
}

#include "dare/sequence.h"

namespace mmm::dare {

Result<TailReport> checkTail(const File& file)
{
    TailReport report;
    MMM_TRY(report.fileSize, file.size());
    if (report.fileSize == 0)
        return report;
    const auto last = layoutBefore(file, report.fileSize);
    if (last) {
        report.goodSize = report.fileSize;
        return report;
    }
    if (last.error().fault == Fault::Io)
        return tl::unexpected<Error>(last.error());

    // The last frame is not whole. What counts as tail begins behind the last good frame on the way forward;
    // damage further up is passed over, so that good frames behind it are not taken for tail.
    const auto reader = SequenceReader::open(file);
    if (!reader) {
        if (reader.error().fault == Fault::Io)
            return tl::unexpected<Error>(reader.error());
        report.reason = reader.error().detail;
        return report;
    }
    SequenceReader forward = *reader;
    while (true) {
        MMM_TRY(const auto layout, forward.nextLayout());
        if (!layout)
            break;
        report.goodSize = layout->end();
    }
    report.reason =
        forward.damages().empty() ? std::string("a frame is cut off") : forward.damages().back().reason;
    return report;
}

Status cutTail(File& file, const TailReport& report)
{
    if (!report.isTorn())
        return {};
    MMM_CHECK(file.truncate(report.goodSize));
    return file.sync();
}

} // namespace mmm::dare

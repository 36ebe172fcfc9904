#include "commands.h"
#include "encoding/utf8.h"
#include "input.h"
#include "output.h"
#include "protocol/located_content.h"

#include <QFile>

namespace mmm::cli {

namespace {

constexpr qint64 largestFile = 256 * 1024 * 1024;

/// A file to be sealed, in memory that is wiped.
Result<Secret> readContent(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::Io, "cannot be read");
    if (file.size() > largestFile)
        return fail(Fault::TooLarge, "too large");
    Secret content(static_cast<std::size_t>(file.size()));
    const qint64 count =
        file.read(reinterpret_cast<char*>(content.writable().data()), static_cast<qint64>(content.size()));
    if (count != file.size())
        return fail(Fault::Io, "cannot be read");
    return content;
}

} // namespace

Result<ExitCode> seal(const Options& options)
{
    if (!udf::isDomainName(options.domain))
        return fail(Fault::Malformed, "--domain is not the name of a domain");
    const std::string fileName = options.file.filename().string();
    if (!encoding::isUtf8(bytesOf(fileName)))
        return fail(Fault::Malformed, "the name of the file is not UTF-8; rename it");
    MMM_TRY(const Secret content, readContent(options.file));
    const udf::Locator locator = protocol::newLocator(options.domain);
    MMM_TRY(const dare::Envelope envelope, protocol::sealContent(locator, fileName, content));
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    const std::string name = options.output.empty() ? identifier.text() : options.output.string();
    QFile file(QString::fromStdString(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(Fault::Io, "the envelope cannot be written to " + name);
    const Bytes octets = envelope.toJson();
    const auto size = static_cast<qint64>(octets.size());
    if (file.write(reinterpret_cast<const char*>(octets.data()), size) != size || !file.flush())
        return fail(Fault::Io, "the envelope cannot be written to " + name);
    const Secret text = locator.print();
    return print(text) && print("\n") ? ExitCode::Good : ExitCode::Unreadable;
}

} // namespace mmm::cli

#include "commands.h"
#include "input.h"
#include "output.h"
#include "protocol/located_content.h"

#include <QFile>
#include <charconv>
#include <cstdio>

namespace mmm::cli {

namespace {

Result<protocol::Endpoint> endpointOf(const std::string& at)
{
    const std::size_t colon = at.rfind(':');
    protocol::Endpoint endpoint;
    endpoint.host = at.substr(0, colon);
    if (endpoint.host.size() > 2 && endpoint.host.front() == '[' && endpoint.host.back() == ']')
        endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
    const std::string port = colon == std::string::npos ? "" : at.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
    if (endpoint.host.empty() || error != std::errc() || end != port.data() + port.size())
        return fail(Fault::Malformed, "--at needs HOST:PORT");
    return endpoint;
}

/// The text without the line break of whoever wrote it into a pipe.
std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

Status write(const std::filesystem::path& path, BytesView content)
{
    QFile file(QString::fromStdString(path.string()));
    const auto size = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        file.write(reinterpret_cast<const char*>(content.data()), size) != size || !file.flush())
        return fail(Fault::Io, "the content cannot be written to " + path.string());
    return {};
}

} // namespace

Result<ExitCode> fetch(const Options& options)
{
    Secret text(bytesOf(options.file.string()));
    if (text.text() == "-") {
        MMM_TRY(text, readSecretFile("-"));
    }
    MMM_TRY(const udf::Locator locator, udf::Locator::parse(trimmed(text.text())));
    std::optional<protocol::Endpoint> at;
    if (!options.at.empty()) {
        MMM_TRY(at, endpointOf(options.at));
    }
    MMM_TRY(const dare::Envelope envelope, protocol::fetchContent(locator, at));
    const auto located = protocol::openContent(locator, envelope);
    if (!located) {
        std::fprintf(stderr, "dare: %s\n", located.error().detail.c_str());
        return ExitCode::NotGood;
    }
    if (options.output.empty()) {
        if (!print(located->content))
            return fail(Fault::Io, "the output cannot be written");
    } else {
        MMM_CHECK(write(options.output, located->content));
    }
    if (located->isVouchedFor)
        return ExitCode::Good;
    std::fprintf(stderr, "dare: nobody vouches for this content: its host may have altered it\n");
    return ExitCode::NotVerified;
}

} // namespace mmm::cli

#include "service/http_routing.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/verb.hpp>

namespace mmm::service {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t kLongestIdentifier = 200;

std::string_view toView(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

bool isMeshPath(std::string_view target)
{
    if (target.ends_with('/'))
        target.remove_suffix(1);
    return target == protocol::kMeshPath || target == protocol::kMeshPathDiscovery;
}

std::optional<std::string_view> udfIdentifier(std::string_view target)
{
    for (const std::string_view prefix : {protocol::kUdfPath, protocol::kUdfPathDiscovery}) {
        if (!target.starts_with(prefix))
            continue;
        const std::string_view identifier = target.substr(prefix.size());
        const bool isPlain = std::ranges::all_of(identifier, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
        });
        if (isPlain && !identifier.empty() && identifier.size() <= kLongestIdentifier)
            return identifier;
    }
    return {};
}

/// WIRE G.1: any of these is read.
bool isContentTypeRead(std::string_view field)
{
    std::string_view type = field.substr(0, field.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.remove_suffix(1);
    const boost::beast::string_view name(type.data(), type.size());
    return type.empty() || boost::beast::iequals(name, "application/json") ||
           boost::beast::iequals(name, "application/dare");
}

} // namespace

std::string_view allowedMethod(const HttpMessage& request)
{
    const std::string_view target = toView(request.target());
    return isMeshPath(target) ? "POST" : udfIdentifier(target) ? "GET" : "";
}

bool expectsContinue(const HttpMessage& request)
{
    return boost::beast::iequals(request[http::field::expect], "100-continue");
}

std::optional<HttpResponse> checkHeader(const HttpMessage& request)
{
    const std::string_view allowed = allowedMethod(request);
    if (request.version() != 11)
        return statusResponse(400, "HTTP/1.1 required");
    if (allowed.empty())
        return statusResponse(404, "No such path");
    if (toView(request.method_string()) != allowed)
        return statusResponse(405, "Method not allowed");
    if (request.count(http::field::host) != 1 ||
        !protocol::nameOfHostField(toView(request[http::field::host])))
        return statusResponse(400, "Host required");
    if (!isContentTypeRead(toView(request[http::field::content_type])))
        return statusResponse(400, "Content type not supported");
    if (request.count(http::field::content_encoding) != 0)
        return statusResponse(400, "Content encoding not supported");
    return {};
}

void route(const HttpCore& core, HttpMessage& request, std::string remoteAddress,
           std::shared_ptr<Reply> reply)
{
    std::string host = protocol::nameOfHostField(toView(request[http::field::host])).value_or("");
    if (const auto identifier = udfIdentifier(toView(request.target()))) {
        if (core.udfHandler())
            core.udfHandler()({std::string(*identifier), std::move(host), std::move(remoteAddress)},
                              std::move(reply));
        else
            reply->send(statusResponse(404, "No such object"));
        return;
    }
    core.meshHandler()({std::move(host), std::move(remoteAddress), std::move(request.body())},
                       std::move(reply));
}

} // namespace mmm::service

#include "service/http_message.h"

#include <utility>

namespace mmm::service {

HttpResponse statusResponse(int status, std::string_view description)
{
    const std::string text = "{\"MeshResponse\":{\"Status\":" + std::to_string(status) +
                             ",\"StatusDescription\":\"" + std::string(description) + "\"}}";
    return {status, copyOf(bytesOf(text))};
}

Reply::~Reply()
{
    if (m_deliver)
        m_deliver(statusResponse(503, "Try again later"));
}

void Reply::send(HttpResponse response)
{
    Deliver deliver;
    std::function<void()> unused;
    {
        const std::lock_guard lock(m_mutex);
        deliver = std::exchange(m_deliver, nullptr);
        unused = std::exchange(m_abandonedCallback, nullptr);
    }
    if (deliver)
        deliver(std::move(response));
}

void Reply::onAbandoned(std::function<void()> callback)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isAbandoned) {
            if (m_deliver)
                m_abandonedCallback = std::move(callback);
            return;
        }
    }
    callback();
}

bool Reply::isAbandoned() const
{
    const std::lock_guard lock(m_mutex);
    return m_isAbandoned;
}

void Reply::abandon()
{
    std::function<void()> callback;
    Deliver unused;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_deliver)
            return;
        m_isAbandoned = true;
        unused = std::exchange(m_deliver, nullptr);
        callback = std::exchange(m_abandonedCallback, nullptr);
    }
    if (callback)
        callback();
}

} // namespace mmm::service

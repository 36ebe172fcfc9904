#include "service/housekeeping.h"

#include "service/mesh_log.h"

namespace mmm::service {

namespace {

constexpr std::chrono::hours keepClosed{24 * 30};

} // namespace

Timer::Timer(std::chrono::milliseconds interval, std::function<void()> tick)
    : m_thread([this, interval, tick = std::move(tick)] {
          std::unique_lock lock(m_mutex);
          while (!m_stopping) {
              m_changed.wait_for(lock, interval, [this] { return m_stopping || m_isHurried; });
              if (m_stopping)
                  return;
              m_isHurried = false;
              lock.unlock();
              try {
                  tick();
              } catch (const std::exception&) {
                  // what fails once is done the next time
              }
              lock.lock();
          }
      })
{}

Timer::~Timer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Timer::hurry()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isHurried = true;
    }
    m_changed.notify_all();
}

Status keepHouse(Call& call)
{
    return call.storage.transaction([&]() -> Status {
        MMM_CHECK(currentCheckpoint(call).map([](const auto&) {}));
        MMM_CHECK(call.storage.forgetSeenBefore(call.now));
        return call.storage.eraseClosed(call.now - keepClosed).map([](int) {});
    });
}

} // namespace mmm::service

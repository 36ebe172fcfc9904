#include "work_queue.h"

namespace mmm::desktop {

WorkQueue::WorkQueue(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

WorkQueue::~WorkQueue()
{
    finish();
}

void WorkQueue::finish()
{
    m_pool.clear();
    m_shutdown.request_stop();
    m_pool.waitForDone();
}

void WorkQueue::settle()
{
    m_shutdown.request_stop();
    m_pool.waitForDone();
}

void WorkQueue::start(std::function<void()> job)
{
    if (!m_shutdown.stop_requested())
        m_pool.start(std::move(job));
}

void WorkQueue::deliver(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace mmm::desktop

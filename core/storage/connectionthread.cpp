#include "core/storage/connectionthread.h"

#include <future>

namespace core {

Result<std::unique_ptr<ConnectionThread>> ConnectionThread::start(const QString &filePath,
                                                                  Connection::Mode mode)
{
    std::unique_ptr<ConnectionThread> self(new ConnectionThread);
    std::promise<Result<void>> opened;
    std::future<Result<void>> ready = opened.get_future();
    self->m_thread = std::thread([&worker = *self, filePath, mode, opened = std::move(opened)]() mutable {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(filePath, mode);
        opened.set_value(connection ? Result<void>() : Result<void>(connection.error()));
        if (connection)
            worker.serve(**connection);
    });
    if (const Result<void> result = ready.get(); !result)
        return result.error();
    return self;
}

ConnectionThread::~ConnectionThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ConnectionThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void ConnectionThread::serve(Connection &connection)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(connection);
    }
}

} // namespace core

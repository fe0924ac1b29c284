#pragma once

#include "core/storage/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace core {

/// A thread with a connection of its own that runs jobs in the order they came. Owned by Database; its
/// destruction finishes what is queued.
class ConnectionThread
{
public:
    using Job = std::function<void(Connection &)>;

    /// Starts the thread and returns once its connection is open; meant for start-up.
    static Result<std::unique_ptr<ConnectionThread>> start(const QString &filePath, Connection::Mode mode);
    ~ConnectionThread();
    ConnectionThread(const ConnectionThread &) = delete;
    ConnectionThread &operator=(const ConnectionThread &) = delete;

    /// From any thread.
    void post(Job job);

private:
    ConnectionThread() = default;
    void serve(Connection &connection);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace core

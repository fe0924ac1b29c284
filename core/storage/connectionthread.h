#pragma once

#include "core/storage/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace core {

/// Something to do with a connection inside a transaction.
struct Job
{
    /// Does it; false when what it did has to be rolled back.
    std::function<bool(Connection &)> run;
    /// Called once, after the transaction ended: with its error when what it did is lost for that reason.
    std::function<void(const Result<void> &ended)> conclude;
};

/// A thread with a connection of its own that runs jobs in the order they came. Writes that queue up while
/// one runs share its transaction, each rolled back alone when it fails, because a commit takes longer than
/// most of them. Owned by Database; its destruction finishes what is queued.
class ConnectionThread
{
public:
    /// Starts the thread and returns once its connection is open; meant for start-up.
    static Result<std::unique_ptr<ConnectionThread>> start(const QString &filePath, Connection::Mode mode);
    ~ConnectionThread();
    ConnectionThread(const ConnectionThread &) = delete;
    ConnectionThread &operator=(const ConnectionThread &) = delete;

    /// From any thread.
    void post(Job job);

private:
    explicit ConnectionThread(Connection::Mode mode);
    void serve(Connection &connection);
    void runAlone(Connection &connection, const Job &job) const;
    void runTogether(Connection &connection, Job job);
    /// The next one that is queued by now.
    std::optional<Job> next();

    const Transaction::Kind m_kind;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace core

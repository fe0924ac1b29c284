#include "core/storage/connectionthread.h"

#include <chrono>
#include <future>
#include <vector>

using namespace std::chrono_literals;

namespace core {

namespace {

/// After this time a transaction takes no further job, so that the first one does not wait for long.
constexpr auto kLongestTogether = 4ms;

} // namespace

ConnectionThread::ConnectionThread(Connection::Mode mode)
    : m_kind(mode == Connection::Mode::ReadWrite ? Transaction::Kind::Write : Transaction::Kind::Read)
{
}

Result<std::unique_ptr<ConnectionThread>> ConnectionThread::start(const QString &filePath,
                                                                  Connection::Mode mode)
{
    std::unique_ptr<ConnectionThread> self(new ConnectionThread(mode));
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

std::optional<Job> ConnectionThread::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void ConnectionThread::serve(Connection &connection)
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
        }
        std::optional<Job> job = next();
        if (m_kind == Transaction::Kind::Read)
            runAlone(connection, *job);
        else
            runTogether(connection, std::move(*job));
    }
}

void ConnectionThread::runAlone(Connection &connection, const Job &job) const
{
    Result<void> ended;
    {
        Transaction transaction(connection);
        ended = transaction.begin(m_kind);
        if (ended && job.run(connection))
            ended = transaction.commit();
    }
    job.conclude(ended);
}

void ConnectionThread::runTogether(Connection &connection, Job job)
{
    std::vector<Job> ran;
    Result<void> ended;
    {
        Transaction transaction(connection);
        ended = transaction.begin(m_kind);
        const auto begun = std::chrono::steady_clock::now();
        std::optional<Job> following = std::move(job);
        while (ended && following) {
            ended = connection.execute(QStringLiteral("SAVEPOINT job"));
            if (ended && !following->run(connection))
                ended = connection.execute(QStringLiteral("ROLLBACK TO job"));
            if (ended)
                ended = connection.execute(QStringLiteral("RELEASE job"));
            ran.push_back(std::move(*following));
            const bool time = std::chrono::steady_clock::now() - begun < kLongestTogether;
            following = time && ended ? next() : std::nullopt;
        }
        if (following)
            ran.push_back(std::move(*following));
        if (ended)
            ended = transaction.commit();
    }
    for (const Job &each : ran)
        each.conclude(ended);
}

} // namespace core

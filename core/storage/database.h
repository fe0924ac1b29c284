#pragma once

#include "core/storage/connectionthread.h"
#include "core/storage/ledgerfile.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <memory>
#include <type_traits>

namespace core {

class Leases;

/// The ledger file: a writer thread and a reader thread, each with a connection of its own, and a connection
/// of the opening thread for short reads of configuration. Owned by Application; destruction finishes queued
/// writes.
class Database
{
public:
    /// Opens `filePath`, creating its folder (0700) and the file (0600) when missing, migrates it, and marks
    /// attempts of processes that are gone as `interrupted`. Blocks; meant for start-up. Error codes: see
    /// storageError().
    static Result<std::unique_ptr<Database>> open(const QString &filePath);
    /// Whether open() would first bring an older ledger to its newest form, which takes long for gigabytes.
    static bool isOutdated(const QString &filePath);
    /// That part of open() alone, from any thread. Stopped: an error with the code `stopped`; the ledger then
    /// is as it was, or as one of the versions between.
    static Result<void> update(const QString &filePath, const StopAsked &stopAsked);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs `f(Connection &) -> Result<T>` on the writer thread as one unit, rolled back when `f` returns an
    /// error; the future ends when it is committed. In order with all other writes. From any thread.
    template <typename F>
    auto write(F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        return post(*m_writer, std::move(f));
    }

    /// Runs `f(Connection &) -> Result<T>` on the reader thread, seeing one state of the file throughout.
    /// From any thread.
    template <typename F>
    auto read(F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        return post(*m_reader, std::move(f));
    }

    /// Runs `f(Connection &) -> Result<T>` at once. Only for short reads at start-up, on the thread that
    /// opened.
    template <typename F>
    auto readNow(F f) -> std::invoke_result_t<F, Connection &>
    {
        return guarded(*m_local, Transaction::Kind::Read, f);
    }

    /// Names this process in attempts.lease.
    QString leaseToken() const;
    QString filePath() const { return m_filePath; }

private:
    explicit Database(QString filePath);

    template <typename F>
    static auto guarded(Connection &connection, Transaction::Kind kind, F &f)
        -> std::invoke_result_t<F, Connection &>
    {
        Transaction transaction(connection);
        if (const Result<void> begun = transaction.begin(kind); !begun)
            return begun.error();
        std::invoke_result_t<F, Connection &> result = f(connection);
        if (!result)
            return result;
        if (const Result<void> committed = transaction.commit(); !committed)
            return committed.error();
        return result;
    }

    template <typename F>
    static auto post(ConnectionThread &thread, F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        using Answer = std::invoke_result_t<F, Connection &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        auto answer = std::make_shared<std::optional<Answer>>();
        Job job;
        job.run = [answer, f = std::move(f)](Connection &connection) mutable {
            answer->emplace(f(connection));
            return answer->value().hasValue();
        };
        job.conclude = [promise, answer](const Result<void> &ended) {
            // One that failed by itself says why, whatever became of the others.
            const bool failed = answer->has_value() && !answer->value().hasValue();
            promise->addResult(ended || failed ? std::move(answer->value()) : Answer(ended.error()));
            promise->finish();
        };
        thread.post(std::move(job));
        return future;
    }

    const QString m_filePath;
    std::unique_ptr<Leases> m_leases;
    std::unique_ptr<Connection> m_local;
    std::unique_ptr<ConnectionThread> m_reader;
    std::unique_ptr<ConnectionThread> m_writer;
};

} // namespace core

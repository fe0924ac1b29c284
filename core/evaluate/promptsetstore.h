#pragma once

#include "core/base/clock.h"
#include "core/evaluate/promptset.h"
#include "core/storage/database.h"

#include <QFuture>
#include <QObject>

namespace core {

/// The prompt sets and their cases. Nothing is kept in memory. Owned by the application; main thread.
class PromptSetStore : public QObject
{
    Q_OBJECT

public:
    PromptSetStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    /// Newest first.
    QFuture<Result<QList<PromptSet>>> list() const;
    /// Errors: not_found.
    QFuture<Result<PromptSet>> find(qint64 id) const;
    /// Cases by their place, counted from 0; fewer at the end.
    QFuture<Result<QList<PromptCase>>> cases(qint64 id, int first, int count) const;

    /// Errors: see validateDraft().
    QFuture<Result<qint64>> add(const PromptSetDraft &draft);
    QFuture<Result<void>> rename(qint64 id, const QString &name);
    /// Prompt and system prompt, for matrices that begin later: those that exist keep theirs. Errors: see
    /// validateDraft().
    QFuture<Result<void>> setTexts(qint64 id, const QString &prompt, const QString &system);
    /// For matrices that begin later: those that exist keep what they said of each cell.
    QFuture<Result<void>> setChecks(qint64 id, const QList<Check> &checks);
    /// The set, its matrices and the runs of their cases; the attempts stay in every total.
    QFuture<Result<void>> remove(qint64 id);

signals:
    void changed();

private:
    QFuture<Result<void>> change(std::function<Result<void>(Connection &)> job);

    Database &m_database;
    const Clock &m_clock;
};

} // namespace core

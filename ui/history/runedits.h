#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace core {
class LedgerReader;
class LedgerWriter;
} // namespace core

namespace ui {

class ToastArea;

/// A row of the history: a run, or a conversation that its newest turn stands for.
struct RunEntry
{
    qint64 run = 0;
    bool conversation = false;

    bool operator==(const RunEntry &) const = default;
};

/// Changes chosen runs, with all turns where an entry is a conversation, and says so in a toast. What is
/// deleted is only hidden until its toast ends, so that it can be brought back; when the program ends before,
/// it is deleted. Owned by the history page.
class RunEdits : public QObject
{
    Q_OBJECT

public:
    using Entries = QList<RunEntry>;
    using Runs = QList<qint64>;

    RunEdits(core::LedgerReader &reader, core::LedgerWriter &writer, ToastArea &toasts, QObject *parent);
    /// Removes what waits for its toast to end.
    ~RunEdits() override;

    void setTask(const Entries &entries, const QString &task);
    void addTag(const Entries &entries, const QString &key, const QString &value);
    void removeTag(const Entries &entries, const QString &key);
    void setPinned(const Entries &entries, bool pinned);
    void remove(const Entries &entries);

    /// Calls `done` with the runs that the entries stand for, by id where any is a conversation.
    void expand(const Entries &entries, std::function<void(const Runs &)> done);

    /// Runs that are deleted as far as the user knows.
    const QSet<qint64> &hidden() const { return m_hidden; }

signals:
    void hiddenChanged();
    /// A deletion was undone; `run` is its first.
    void broughtBack(qint64 run);
    void failed(const core::Error &error);

private:
    void removeRuns(const Runs &runs);
    void bringBack(const Runs &runs);
    void commit();
    /// Says `sentence` when the write is done.
    void conclude(const core::Result<void> &done, const QString &sentence);

    core::LedgerReader &m_reader;
    core::LedgerWriter &m_writer;
    ToastArea &m_toasts;
    /// Hidden now, to be removed when the toast ends.
    Runs m_removing;
    QSet<qint64> m_hidden;
};

} // namespace ui

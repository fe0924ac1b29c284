#include "ui/history/runedits.h"

#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/models/historywords.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/toastarea.h"

#include <QPointer>

#include <algorithm>

namespace ui {

namespace {

int countOf(const QList<qint64> &runs)
{
    return static_cast<int>(runs.size());
}

} // namespace

RunEdits::RunEdits(core::LedgerReader &reader, core::LedgerWriter &writer, ToastArea &toasts, QObject *parent)
    : QObject(parent), m_reader(reader), m_writer(writer), m_toasts(toasts)
{
}

RunEdits::~RunEdits()
{
    if (!m_removing.isEmpty())
        m_writer.removeRuns(m_removing);
}

void RunEdits::expand(const Entries &entries, std::function<void(const Runs &)> done)
{
    Runs runs;
    for (const RunEntry &entry : entries)
        runs.append(entry.run);
    const bool whole = std::any_of(entries.cbegin(), entries.cend(),
                                   [](const RunEntry &entry) { return entry.conversation; });
    if (runs.isEmpty() || !whole) {
        if (!runs.isEmpty())
            done(runs);
        return;
    }
    core::continued(m_reader.withAllTurns(runs), this,
                    [this, done = std::move(done)](const core::Result<Runs> &all) {
                        if (all)
                            done(*all);
                        else
                            emit failed(all.error());
                    });
}

void RunEdits::conclude(const core::Result<void> &done, const QString &sentence)
{
    if (done)
        m_toasts.showMessage(sentence);
    else
        emit failed(done.error());
}

void RunEdits::setTask(const Entries &entries, const QString &task)
{
    expand(entries, [this, task](const Runs &runs) {
        core::continued(
            m_writer.setTask(runs, task, core::TaskOrigin::User), this,
            [this, task, count = countOf(runs)](const core::Result<void> &done) {
                conclude(
                    done,
                    tr("%n runs now have the task “%1”.", nullptr, count).arg(core::LedgerWords::task(task)));
            });
    });
}

void RunEdits::addTag(const Entries &entries, const QString &key, const QString &value)
{
    // Null would take the tag away.
    const QString text = value.isNull() ? QString(QLatin1StringView("")) : value;
    expand(entries, [this, key, text](const Runs &runs) {
        core::continued(m_writer.setTag(runs, key, text), this,
                        [this, key, text, count = countOf(runs)](const core::Result<void> &done) {
                            conclude(done,
                                     tr("%n runs now have the tag “%1”.", nullptr, count)
                                         .arg(core::HistoryWords::tag(key, text)));
                        });
    });
}

void RunEdits::removeTag(const Entries &entries, const QString &key)
{
    expand(entries, [this, key](const Runs &runs) {
        core::continued(m_writer.setTag(runs, key, QString()), this,
                        [this, key, count = countOf(runs)](const core::Result<void> &done) {
                            conclude(done, tr("The tag “%1” is gone from %n runs.", nullptr, count).arg(key));
                        });
    });
}

void RunEdits::setPinned(const Entries &entries, bool pinned)
{
    expand(entries, [this, pinned](const Runs &runs) {
        core::continued(m_writer.setPinned(runs, pinned), this,
                        [this, pinned, count = countOf(runs)](const core::Result<void> &done) {
                            conclude(done,
                                     pinned ? tr("%n runs pinned.", nullptr, count)
                                            : tr("%n runs no longer pinned.", nullptr, count));
                        });
    });
}

void RunEdits::remove(const Entries &entries)
{
    expand(entries, [this](const Runs &runs) { removeRuns(runs); });
}

void RunEdits::removeRuns(const Runs &runs)
{
    commit();
    m_removing = runs;
    m_hidden += QSet<qint64>(runs.cbegin(), runs.cend());
    emit hiddenChanged();
    const QPointer<RunEdits> self(this);
    m_toasts.showMessage(
        tr("%n runs deleted. What they cost stays in every total.", nullptr, countOf(runs)), tr("Undo"),
        [self, runs] {
            if (self)
                self->bringBack(runs);
        },
        [self, runs] {
            if (self && self->m_removing == runs)
                self->commit();
        });
}

void RunEdits::bringBack(const Runs &runs)
{
    if (m_removing == runs)
        m_removing.clear();
    for (const qint64 run : runs)
        m_hidden.remove(run);
    emit broughtBack(runs.first());
}

void RunEdits::commit()
{
    const Runs runs = std::exchange(m_removing, {});
    if (runs.isEmpty())
        return;
    core::continued(m_writer.removeRuns(runs), this, [this, runs](const core::Result<void> &removed) {
        if (removed)
            return;
        for (const qint64 run : runs)
            m_hidden.remove(run);
        emit hiddenChanged();
        emit failed(removed.error());
    });
}

} // namespace ui

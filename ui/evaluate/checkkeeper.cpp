#include "ui/evaluate/checkkeeper.h"

#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/evaluate/promptset.h"
#include "core/evaluate/promptsetstore.h"

#include <algorithm>

namespace ui {

namespace {

core::Result<QList<core::Check>> withFiles(const QList<core::Check> &checks, const QStringList &columns)
{
    core::PromptSetDraft draft;
    draft.checks = checks;
    draft.table.columns = columns;
    if (const core::Result<void> read = core::readCheckFiles(&draft, {}); !read)
        return read.error();
    return draft.checks;
}

} // namespace

CheckKeeper::CheckKeeper(const EvaluateContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
}

CheckKeeper::~CheckKeeper()
{
    for (auto reading = m_readings.cbegin(); reading != m_readings.cend(); ++reading)
        m_context.services.sets.setChecks(reading.key(), reading->checks);
}

void CheckKeeper::keep(qint64 set, const QStringList &columns, const QList<core::Check> &checks)
{
    if (!std::any_of(checks.cbegin(), checks.cend(), core::hasUnreadFile)) {
        m_readings.remove(set);
        return store(set, checks);
    }
    const auto known = m_readings.constFind(set);
    if (known != m_readings.constEnd() && known->checks == checks)
        return;
    const int serial = ++m_serial;
    m_readings.insert(set, {serial, checks});
    core::continued(core::onWorker([checks, columns] { return withFiles(checks, columns); }), this,
                    [this, set, serial](const core::Result<QList<core::Check>> &read) {
                        if (m_readings.value(set).serial != serial)
                            return; // the set has got others meanwhile
                        m_readings.remove(set);
                        if (read)
                            store(set, *read);
                        else
                            emit refused(set, read.error());
                    });
}

void CheckKeeper::store(qint64 set, const QList<core::Check> &checks)
{
    core::continued(m_context.services.sets.setChecks(set, checks), this,
                    [this](const core::Result<void> &stored) {
                        if (!stored)
                            emit failed(stored.error());
                    });
    emit kept(set, checks);
}

} // namespace ui

#pragma once

#include "core/base/error.h"
#include "core/evaluate/check.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QObject>

namespace ui {

/// Stores the checks of prompt sets, after a worker has read the files they name: an evaluation judges by the
/// same words whenever it goes on. Owned by PromptSetView; main thread.
class CheckKeeper : public QObject
{
    Q_OBJECT

public:
    explicit CheckKeeper(const EvaluateContext &context, QObject *parent = nullptr);
    /// Checks whose files are still being read are stored without what the files hold.
    ~CheckKeeper() override;

    /// Takes the place of what is still being read for that set. `columns` are those a rubric may name.
    void keep(qint64 set, const QStringList &columns, const QList<core::Check> &checks);
    bool isReading(qint64 set) const { return m_readings.contains(set); }

signals:
    /// They are on their way into the store, with what their files hold.
    void kept(qint64 set, const QList<core::Check> &checks);
    /// A file cannot be used; nothing was stored.
    void refused(qint64 set, const core::Error &error);
    /// The store did not take them.
    void failed(const core::Error &error);

private:
    struct Reading
    {
        int serial = 0;
        QList<core::Check> checks = {};
    };

    void store(qint64 set, const QList<core::Check> &checks);

    const EvaluateContext m_context;
    /// By the set they are for.
    QHash<qint64, Reading> m_readings;
    int m_serial = 0;
};

} // namespace ui

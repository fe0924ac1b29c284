#pragma once

#include "core/compare/lanestate.h"
#include "core/compare/runestimate.h"
#include "ui/compare/comparecontext.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace ui {

/// Says what the next run will probably cost, from prices and the user's own answers in the ledger. Waits for
/// a pause in the typing. Owned by ComparePage; main thread.
class CostEstimator : public QObject
{
    Q_OBJECT

public:
    explicit CostEstimator(const CompareContext &context, QObject *parent = nullptr);

    /// What would be sent.
    void setRequest(const QList<core::Target> &targets, const QString &prompt, const QString &system,
                    const QString &task, int pictures = 0);
    /// What each lane is given of earlier turns, in tokens.
    void setContextTokens(const QList<qint64> &tokens);
    /// Own samples or prices may be others now.
    void forgetSamples();

    /// Of the request as it is now, with the samples known so far.
    core::RunEstimate estimate() const;
    qint64 inputTokens() const;

signals:
    void changed();

private:
    using SampleKey = std::pair<QString, QString>;

    void update();
    void askForSamples();
    core::LaneForecast forecast(qsizetype lane) const;

    const CompareContext m_context;
    QList<core::Target> m_targets;
    /// Of the earlier turns, by lane.
    QList<qint64> m_contextTokens;
    QString m_prompt;
    QString m_system;
    QString m_task;
    int m_pictures = 0;
    /// By model and task; an empty optional is being asked for or has too few samples.
    QHash<SampleKey, std::optional<core::OutputRange>> m_samples;
    QTimer m_pause;
};

} // namespace ui

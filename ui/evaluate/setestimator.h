#pragma once

#include "core/compare/runestimate.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace ui {

/// What evaluating a prompt set will probably cost: the input of its first cases, and the outputs that the
/// user's own answers had. Owned by PromptSetView; main thread.
class SetEstimator : public QObject
{
    Q_OBJECT

public:
    explicit SetEstimator(const EvaluateContext &context, QObject *parent = nullptr);

    /// What would be started; changed() follows once the typing pauses.
    void setRequest(const core::PromptSet &set, const QList<core::Target> &targets, const QString &task);

    /// Of all cells, with what is known so far; `lanes` are targets.
    core::RunEstimate estimate() const;
    int cells() const;
    /// `4,000 cells · est. $1.20–3.40, a guess`
    QString text() const;
    /// `$1.20–3.40`, or one amount where both read the same.
    static QString range(const core::RunEstimate &estimate);

signals:
    void changed();

private:
    using SampleKey = std::pair<QString, QString>;

    void update();
    void readCases();
    void askForSamples();

    const EvaluateContext m_context;
    core::PromptSet m_set;
    QList<core::Target> m_targets;
    QString m_task;
    QList<core::PromptCase> m_cases;
    qint64 m_casesOf = 0;
    QTimer m_pause;
    QHash<SampleKey, std::optional<core::OutputRange>> m_samples;
};

} // namespace ui

#pragma once

#include "core/judging/judgement.h"

namespace core {

/// One answer to be judged by a rubric.
struct RubricRequest
{
    /// What makes an answer pass, in plain words.
    QString rubric;
    /// What was asked; may be empty.
    QString prompt = {};
    QString answer = {};
    Target judge = {};
    /// Further tags of the judge's call.
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
    /// The matrix that the judge's run belongs to; 0 is none.
    qint64 matrix = 0;
};

struct RubricVerdict
{
    enum class Outcome { Pass, Fail, None };

    Outcome outcome = Outcome::None;
    /// The judge's reason, or why there is no verdict.
    QString reason = {};
    std::optional<Error> error = {};
    Cost cost = {};
    /// The judge's own run in the ledger.
    qint64 runId = 0;
};

/// Asks a model whether an answer meets a rubric: pass, fail, or no verdict when it says neither. One call,
/// in the ledger under the task `judge`. Owned by whoever asked; main thread. Destroying it aborts.
class RubricJudge : public QObject
{
    Q_OBJECT

public:
    /// InvalidRequest: an empty rubric, or a judge that cannot be asked.
    static Result<std::unique_ptr<RubricJudge>> create(const CompareServices &services,
                                                       const RubricRequest &request);
    ~RubricJudge() override;

    void start();
    /// Ends without a verdict.
    void cancel();

    /// What would be sent, to be estimated before.
    static CompareRequest request(const RubricRequest &request);

signals:
    /// Exactly once.
    void finished(const core::RubricVerdict &verdict);

private:
    explicit RubricJudge(std::unique_ptr<Comparison> run);
    void conclude();

    const std::unique_ptr<Comparison> m_run;
};

} // namespace core

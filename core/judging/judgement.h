#pragma once

#include "core/judging/judgeprompt.h"
#include "core/judging/verdictreader.h"
#include "core/judging/vote.h"

#include <QObject>

#include <memory>
#include <vector>

namespace core {

/// The task type that calls of a judge have in the ledger.
inline const QString kJudgeTask = QStringLiteral("judge");

struct JudgeRequest
{
    /// The run that is judged; the judge's calls are tagged `judged_run` with it.
    qint64 runId = 0;
    JudgeQuestion question = {};
    Target judge = {};
    /// Shuffles the answers.
    quint32 seed = 1;
    CallSource source = CallSource::Window;
};

/// One of the two passes.
struct JudgePass
{
    /// Which answer was shown in each place.
    QList<int> order = {};
    LaneStatus status = LaneStatus::Queued;
    /// What the judge wrote, as it came.
    QString text = {};
    /// Nothing: it could not be read as a verdict.
    std::optional<JudgeWords> words = {};
    std::optional<Error> error = {};
    /// Its own run in the ledger.
    qint64 runId = 0;
};

/// What came of it.
struct Judgement
{
    enum class Outcome { Best, Tie, AllBad, None };

    Outcome outcome = Outcome::None;
    /// Index of the best answer among those of the question; -1 without one.
    int best = -1;
    /// The judge's reason, of the first pass.
    QString reason = {};
    /// Why there is no verdict, or why it is a tie; one translated sentence.
    QString remark = {};
    QList<JudgePass> passes = {};
    /// Known costs of both passes.
    Money cost = {};
    bool unpriced = false;
};

/// Both passes to one outcome: alike is a verdict. When they name different answers of two, it is a tie (the
/// order decided, L. Zheng et al., Judging LLM-as-a-Judge, 2023, section 3.4), of more there is no verdict.
/// Anything that is not a verdict in either pass gives none.
Judgement combine(const QList<JudgePass> &passes, int answers);

/// The verdict as a vote of the judge, on `lanes` of the run in the question's order; nothing without a
/// verdict.
std::optional<Vote> voteOf(const Judgement &judgement, const JudgeRequest &request,
                           const QList<BallotLane> &lanes);

/// Asks a model which answer is best, twice: in shuffled order and in the reverse of it, at the same time.
/// Its calls are in the ledger like any other, under the task `judge`. Owned by whoever asked; main thread.
/// Destroying it aborts.
class JudgeRun : public QObject
{
    Q_OBJECT

public:
    /// InvalidRequest: fewer than two answers, or a judge that cannot be asked.
    static Result<std::unique_ptr<JudgeRun>> create(const CompareServices &services,
                                                    const JudgeRequest &request);
    ~JudgeRun() override;

    void start();
    /// Ends without a verdict.
    void cancel();
    const JudgeRequest &request() const { return m_request; }

    /// What both passes would send, to be estimated before.
    static QList<CompareRequest> requests(const JudgeRequest &request);

signals:
    /// Exactly once.
    void finished(const core::Judgement &judgement);

private:
    explicit JudgeRun(const JudgeRequest &request);
    void note(int index);
    void conclude();

    const JudgeRequest m_request;
    std::vector<std::unique_ptr<Comparison>> m_runs;
    QList<JudgePass> m_passes;
    int m_open = 0;
};

} // namespace core

#pragma once

#include "core/evaluate/check.h"
#include "core/evaluate/matrixbudget.h"
#include "core/insight/qualityresult.h"
#include "core/judging/judgement.h"

#include <QObject>

namespace core {

class Database;
class QualityPairRun;
class VoteStore;

/// What a quality check is run with. Application owns all of it.
struct QualityServices
{
    CompareServices compare;
    Database &database;
    /// Keeps the verdicts as votes, which ratings are made of; null: nobody does.
    VoteStore *votes = nullptr;
};

enum class QualityJudging {
    /// By checks: whichever answer passes more of them.
    Checks,
    /// By a judge model that sees both answers in both orders.
    Model,
    /// By the person, who does not see whose answer is whose.
    Blind,
};

struct QualityOptions
{
    /// To draw, over all tasks.
    int pairs = 40;
    /// Nothing more is sent once the next pair might cost more than this in all.
    std::optional<Money> maxCost = {};
    QualityJudging judging = QualityJudging::Model;
    /// With QualityJudging::Checks; none of the kind `judge` and without `{{column}}`.
    QList<Check> checks = {};
    /// With QualityJudging::Model.
    std::optional<Target> judge = {};
    /// What to judge by, in the person's words.
    QString criteria = {};
    int atOnce = 4;
    quint32 seed = 1;
    CallSource source = CallSource::Window;
};

/// What a quality check will probably cost, judges included.
struct QualityEstimate
{
    int pairs = 0;
    Money low = {};
    Money high = {};
    /// Requests without a known price, which are in neither bound.
    int unpriced = 0;

    bool operator==(const QualityEstimate &) const = default;
};

/// Asks a sample of the calls that a draft would move only of their new targets, and compares the answers
/// with the stored ones. Each is a run in the ledger, tagged `quality_check` with the call. Owned by whoever
/// asked; main thread. Destroying it aborts what is under way.
///
///     auto *check = new QualityCheck(services, backtest, rules, options, this);
///     connect prepared, failed, pairChanged, stateChanged; check->prepare();
///     in prepared: show check->estimate(); check->start();
///     later pause(), start() again, vote(), result().
class QualityCheck : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Preparing,
        /// It can be started: nothing runs, and pairs are waiting.
        Paused,
        Running,
        /// pause() was called; what was sent is awaited.
        Pausing,
        /// All was asked; vote() is awaited for some pairs.
        Voting,
        Finished,
    };
    /// Why it stopped without being asked to.
    enum class Stop { None, MaxCost };

    /// `rules` are those that `backtest` tried.
    QualityCheck(const QualityServices &services, const BacktestResult &backtest, const RuleSet &rules,
                 const QualityOptions &options, QObject *parent = nullptr);
    ~QualityCheck() override;

    /// Draws and reads the pairs; ends with prepared() or failed().
    void prepare();

    State state() const { return m_state; }
    Stop lastStop() const { return m_stop; }
    const QList<QualityPair> &pairs() const { return m_pairs; }
    /// Drawn calls that cannot be asked again, see QualitySample.
    int leftOut() const { return m_leftOut; }
    QualityEstimate estimate() const;
    QualityResult result() const;

    /// Asks what is waiting. InvalidRequest with a sentence: a judge that cannot be asked, no checks, a state
    /// other than Paused.
    Result<void> start();
    /// Sends nothing more and awaits what runs.
    void pause();
    /// Cancels what runs, too; it can be started again.
    void cancel();
    /// The person's verdict on a pair that waits for one; it may be given again.
    void vote(int pair, QualityVerdict verdict);

signals:
    void prepared();
    void failed(const core::Error &error);
    void pairChanged(int pair);
    void stateChanged();

private:
    void adopt(const QualitySample &sample);
    Money reserveFor(const QualityPair &pair) const;
    void pump();
    void begin(int place, Money reserve);
    void noteEnd(QualityPairRun *run);
    void castVote(const Vote &vote);
    void settle();
    void setState(State state);

    const QualityServices m_services;
    const BacktestResult m_backtest;
    const RuleSet m_rules;
    const QualityOptions m_options;
    State m_state = State::Preparing;
    Stop m_stop = Stop::None;
    QList<QualityPair> m_pairs;
    int m_leftOut = 0;
    int m_unpriced = 0;
    MatrixBudget m_budget;
    QList<QualityPairRun *> m_runs;
};

} // namespace core

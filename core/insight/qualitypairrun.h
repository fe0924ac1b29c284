#pragma once

#include "core/insight/qualitycheck.h"

#include <memory>

namespace core {

/// One pair of a quality check while it is asked and judged. Owned by its check; main thread.
class QualityPairRun : public QObject
{
    Q_OBJECT

public:
    /// `place` is that of the pair in its check.
    QualityPairRun(const QualityServices &services, const QualityOptions &options, int place,
                   const QualityPair &pair, Money reserved, QObject *parent);
    ~QualityPairRun() override;

    /// Asks, or only judges where there is an answer already. Ends with finished(), also when nothing could
    /// be sent.
    void start();
    void cancel();

    int place() const { return m_place; }
    const QualityPair &pair() const { return m_pair; }
    Money reserved() const { return m_reserved; }
    /// Known costs of the answer and its judge, and requests without a known one.
    Money spent() const { return m_spent; }
    int unpriced() const { return m_unpriced; }
    /// It was cancelled before it had a verdict.
    bool wasCancelled() const { return m_cancelled && !m_pair.verdict; }
    /// The judge's verdict as a vote; nothing without one.
    const std::optional<Vote> &vote() const { return m_vote; }

signals:
    void changed();
    void finished();

private:
    void takeAnswer();
    void judge();
    void judgeByChecks();
    void askJudge();
    void takeJudgement(const Judgement &judgement);
    void end(QualityPair::State state, const QString &remark = {});

    const QualityServices m_services;
    const QualityOptions m_options;
    const int m_place;
    QualityPair m_pair;
    const Money m_reserved;
    Money m_spent;
    int m_unpriced = 0;
    bool m_cancelled = false;
    bool m_ended = false;
    std::optional<Vote> m_vote;
    std::unique_ptr<Comparison> m_question;
    std::unique_ptr<JudgeRun> m_judge;
};

/// Both answers as they stand on a ballot, the stored one first.
QList<BallotLane> ballotOf(const QualityPair &pair);

/// What the new target of a pair is sent.
CompareRequest requestOf(const QualityPair &pair, const QualityOptions &options);
/// What the judge of a pair is asked; `answer` takes the place of an answer that is not there yet.
JudgeRequest judgeRequestOf(const QualityPair &pair, const QualityOptions &options, const QString &answer);

} // namespace core

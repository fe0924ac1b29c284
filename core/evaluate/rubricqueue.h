#pragma once

#include "core/judging/rubricjudge.h"

#include <QFuture>
#include <QPromise>

#include <deque>

namespace core {

/// Asks a judge model about many answers, a few at the same time. Owned by whoever asks; main thread.
/// Destroying it aborts what is under way.
class RubricQueue : public QObject
{
    Q_OBJECT

public:
    RubricQueue(const CompareServices &services, int atOnce, QObject *parent = nullptr);
    ~RubricQueue() override;

    /// Always ends with a verdict, be it none.
    QFuture<RubricVerdict> ask(const RubricRequest &request);
    /// The most that asking will probably cost; unset when no price is known.
    std::optional<Money> estimate(const RubricRequest &request) const;
    /// Ends without a verdict whatever was asked until now, and whatever is asked before resume().
    void cancel();
    void resume() { m_stopped = false; }

private:
    using Promise = std::shared_ptr<QPromise<RubricVerdict>>;
    struct Waiting
    {
        RubricRequest request;
        Promise promise;
    };

    void askNext();
    void begin(const Waiting &next);

    const CompareServices m_services;
    const int m_atOnce;
    std::deque<Waiting> m_waiting;
    QList<RubricJudge *> m_running;
    bool m_stopped = false;
};

} // namespace core

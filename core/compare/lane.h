#pragma once

#include "core/base/result.h"
#include "core/chat/tokenratio.h"
#include "core/compare/commitgate.h"
#include "core/compare/planwalk.h"
#include "core/net/chatjob.h"
#include "core/net/chatstream.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace core {

/// One lane of a run: carries out the plan of its call. It waits for slots, makes the attempts, on other
/// targets too where the plan says so, journals what comes and settles each attempt in the ledger. Owned by
/// its Comparison; main thread.
class Lane : public QObject
{
    Q_OBJECT

public:
    /// `plan` is that of `question`, see planCall().
    Lane(const CompareServices &services, const CallQuestion &question, const CallPlan &plan,
         QObject *parent = nullptr);
    ~Lane() override;

    const LaneState &state() const { return m_state; }
    bool isSettled() const { return core::isSettled(m_state.status()) && !m_settling; }

    /// What its row in the ledger says before any attempt.
    LaneDraft draft() const;

    const QList<Message> &messages() const { return m_question.messages; }
    /// The question's messages leave the pictures out. Before start().
    void setWithoutPictures() { m_state.withoutPictures = true; }
    /// The lane of an earlier turn that this one continues; 0 is none. Before start().
    void setParentLane(qint64 lane) { m_parentLane = lane; }
    qint64 parentLane() const { return m_parentLane; }
    /// Overrides the account's limit on everything, retries included, but not a rule's shorter budget.
    void setTotalLimit(std::chrono::milliseconds limit) { m_totalLimit = limit; }
    /// Leaves what goes over the wire out of the recordings. Before start().
    void setUnrecorded() { m_recorded = false; }

    /// Begins with the first attempt, whose row is already there; `endpoint` is that of the plan's account.
    void start(qint64 laneId, const AttemptIds &ids, const Result<Endpoint> &endpoint);
    /// Ends a lane that has no row in the ledger and so cannot be sent.
    void fail(const Error &error);
    /// Ends the lane as cancelled; the text so far stays.
    void cancel();
    /// Cuts the wait for the next attempt short.
    void tryNow();
    /// A new call of a settled lane, to another target if one is given; rules decide anew. Nothing happens
    /// while it is running, and nothing when there is an error, which is one of planCall().
    Result<void> restart(const std::optional<Target> &swap = std::nullopt);
    /// Asks LaneState::nextTarget, from the start: a further attempt of the same call, whose attempts and
    /// time count anew. The broken answer stays in the attempt that it came with. Nothing happens without a
    /// next target.
    void continueOnNext();

signals:
    /// Anything but appended text.
    void changed();
    /// Text or reasoning was appended; `arrivedNs` is Clock::monotonicNs() of its arrival.
    void appended(const QString &text, const QString &reasoning, qint64 arrivedNs);
    /// A new call has begun, or the call begins again on another target: what was shown is the past.
    void restarted();
    /// Settled, in the ledger too.
    void settled();
    /// The ledger refused a row; the lane goes on or ends without it.
    void ledgerFailed(const core::Error &error);

private:
    void adopt(const CallPlan &plan);
    void adoptTarget();
    void forgetEnd();
    LaneDraft targetDraft() const;
    void prepare(const Result<Endpoint> &endpoint);
    void proceed();
    void queue();
    void giveUpQueue();
    void dispatch();
    void reserve();
    void send();
    ChatJob job();
    void shareTime(ChatJob &job);
    void noteProgress(const ChatProgress &progress);
    void show(const AnswerPart &part, qint64 arrivedNs);
    void noteEnd(const AttemptEnd &end);
    void keepRecording(const std::shared_ptr<const Recording> &recording);
    bool resendFixed(const AttemptEnd &end);
    void endUnsent(LaneStatus status, const std::optional<Error> &error, bool inQueue = false);
    void goOn(const AttemptEnd &end, bool inQueue = false);
    void stop(const Completion &completion, const AttemptReport &report, const QString &why);
    void beginNextAttempt(const NextStep &step, const Error &reason, bool isByHand = false);
    void writeNextAttempt(std::chrono::milliseconds wait);
    void settleAttempt(const Completion &completion, bool last);
    void writeJournal();
    void releaseSlot();
    std::chrono::milliseconds totalLimit() const;
    std::optional<std::chrono::milliseconds> timeLeft() const;
    CallTime callTime() const;
    std::optional<TokenRatio> ratio() const;
    qint64 startedAtMs() const;
    double sinceNs(qint64 ns) const;

    const CompareServices m_services;
    CallQuestion m_question;
    PlanWalk m_walk;
    Account m_account;
    LaneState m_state;
    CommitGate m_gate;
    qint64 m_parentLane = 0;
    /// Of m_account; unset until it is resolved.
    std::optional<Endpoint> m_endpoint;
    std::chrono::milliseconds m_totalLimit{0};
    std::unique_ptr<ChatStream> m_stream;
    QTimer m_waitTimer;
    QTimer m_deadlineTimer;
    QTimer m_journalTimer;
    qint64 m_attemptId = 0;
    qint64 m_ticket = 0;
    qint64 m_queuedNs = 0;
    qint64 m_firstDispatchNs = 0;
    /// When the attempt before ended.
    qint64 m_endedNs = 0;
    qsizetype m_placeByHand = -1;
    int m_fixes = 0;
    /// An attempt that budgets hold something for; 0: none.
    qint64 m_reserved = 0;
    bool m_budgeted = false;
    bool m_reserving = false;
    bool m_recorded = true;
    /// AttemptReport::sharedTime of the attempt under way.
    bool m_sharedTime = false;
    /// The attempt ended before anything of it was sent.
    bool m_unsent = false;
    bool m_settling = false;
    bool m_cancelled = false;
};

} // namespace core

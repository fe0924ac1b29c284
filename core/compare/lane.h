#pragma once

#include "core/base/result.h"
#include "core/compare/compareservices.h"
#include "core/compare/lanestate.h"
#include "core/net/chatjob.h"
#include "core/net/chatstream.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace core {

/// One lane of a run: waits for its slot, makes its attempts, journals what comes and settles each attempt in
/// the ledger. Owned by its Comparison; main thread.
class Lane : public QObject
{
    Q_OBJECT

public:
    Lane(const CompareServices &services, const Account &account, const Target &target,
         QObject *parent = nullptr);
    ~Lane() override;

    const LaneState &state() const { return m_state; }
    bool isSettled() const { return core::isSettled(m_state.status()) && !m_settling; }

    /// What its row in the ledger says before any attempt.
    LaneDraft draft() const;

    /// What is sent; before start().
    void setMessages(const QList<Message> &messages) { m_messages = messages; }
    const QList<Message> &messages() const { return m_messages; }
    /// setMessages() left the pictures out. Before start().
    void setWithoutPictures() { m_state.withoutPictures = true; }
    /// The lane of an earlier turn that this one continues; 0 is none. Before start().
    void setParentLane(qint64 lane) { m_parentLane = lane; }
    qint64 parentLane() const { return m_parentLane; }
    /// Overrides the account's limit on everything, retries included.
    void setTotalLimit(std::chrono::milliseconds limit) { m_totalLimit = limit; }
    /// Leaves what goes over the wire out of the recordings. Before start().
    void setUnrecorded() { m_recorded = false; }

    /// Begins with the first attempt, whose row is already there.
    void start(qint64 laneId, const AttemptIds &ids, const Result<Endpoint> &endpoint);
    /// Ends a lane that has no row in the ledger and so cannot be sent.
    void fail(const Error &error);
    /// Ends the lane as cancelled; the text so far stays.
    void cancel();
    /// Cuts the wait for the next attempt short.
    void tryNow();
    /// A new call of a settled lane, to another target if one is given. Nothing happens while it is running.
    void restart(const std::optional<std::pair<Account, Target>> &swap = std::nullopt);

signals:
    /// Anything but appended text.
    void changed();
    /// Text or reasoning was appended; `arrivedNs` is Clock::monotonicNs() of its arrival.
    void appended(const QString &text, const QString &reasoning, qint64 arrivedNs);
    /// A new call has begun: what was shown is the past.
    void restarted();
    /// Settled, in the ledger too.
    void settled();
    /// The ledger refused a row; the lane goes on or ends without it.
    void ledgerFailed(const core::Error &error);

private:
    void prepare(const Result<Endpoint> &endpoint);
    void queue();
    void dispatch();
    ChatJob job();
    void noteProgress(const ChatProgress &progress);
    void noteEnd(const AttemptEnd &end);
    void keepRecording(const std::shared_ptr<const Recording> &recording);
    bool resendFixed(const AttemptEnd &end);
    void beginNextAttempt(std::chrono::milliseconds wait, const Error &reason);
    void settleAttempt(const Completion &completion, bool last);
    Completion completedUsage(Completion completion) const;
    Cost costOf(const Completion &completion) const;
    void settleUnsent(LaneStatus status, const std::optional<Error> &error);
    void writeJournal();
    void releaseSlot();
    std::optional<std::chrono::milliseconds> timeLeft() const;
    double sinceNs(qint64 ns) const;

    const CompareServices m_services;
    Account m_account;
    LaneState m_state;
    QList<Message> m_messages;
    qint64 m_parentLane = 0;
    Endpoint m_endpoint;
    std::chrono::milliseconds m_totalLimit{0};
    std::unique_ptr<ChatStream> m_stream;
    QTimer m_waitTimer;
    QTimer m_journalTimer;
    qint64 m_attemptId = 0;
    qint64 m_ticket = 0;
    qint64 m_queuedNs = 0;
    qint64 m_firstDispatchNs = 0;
    Money m_earlierCost;
    int m_fixes = 0;
    bool m_recorded = true;
    bool m_settling = false;
    bool m_cancelled = false;
};

} // namespace core

#pragma once

#include "core/compare/lane.h"
#include "core/compare/lineage.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace core {

/// One prompt for several targets.
struct CompareRequest
{
    QString prompt;
    QString system = {};
    QList<ImagePart> images = {};
    QString task = {};
    TaskOrigin taskOrigin = TaskOrigin::User;
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
    /// Models and rule sets (`route/NAME`).
    QList<Target> targets = {};
    /// Decisions of rule sets, by their place in `targets`, that are carried out as they are: shown to a
    /// person before, and perhaps changed by one. Rules decide the others.
    QHash<int, Decision> decisions = {};
    /// Where the run stands in its conversation.
    TurnPlace turn = {};
    /// What each lane is given of the earlier turns; empty for a first turn.
    QList<LaneContext> contexts = {};
    /// Targets, by their place in `targets`, that are given the text alone because they take no pictures.
    QSet<int> withoutPictures = {};
    /// The matrix that the run belongs to; 0 is none.
    qint64 matrix = 0;
    /// Limit of each lane, retries included; 0 leaves it to the account.
    std::chrono::milliseconds totalLimit{0};
    /// Opens all connections first and then releases every lane at one moment.
    bool preconnect = false;
    /// Why nothing may be sent, such as a passed budget: the run is written, every lane failed with this.
    std::optional<Error> refusal = {};
};

/// What the target in that place is sent.
QList<Message> messagesOfLane(const CompareRequest &request, int lane);

/// Whether there are pictures in the prompt or in an earlier turn that a lane is given.
bool hasPictures(const CompareRequest &request);

/// One run: its lanes go their own ways at the same time. Owned by whoever asked; main thread. Destroying it
/// aborts what is under way, whose rows the next start marks as interrupted; cancel() first.
class Comparison : public QObject
{
    Q_OBJECT

public:
    /// The lanes exist at once; InvalidRequest names an empty prompt, that there is no target, or one that
    /// cannot be asked, see planCall().
    static Result<std::unique_ptr<Comparison>> create(const CompareServices &services,
                                                      const CompareRequest &request);

    /// Writes the run and sends everything. Once.
    void start();
    void cancel();

    /// A further lane of the run, sent at once, that is given what `contextLane` was given. The errors of
    /// create(); InvalidRequest also before the run is in the ledger.
    Result<Lane *> addLane(const Target &target, int contextLane);

    qint64 runId() const { return m_record.id; }
    const CompareRequest &request() const { return m_request; }
    int laneCount() const { return static_cast<int>(m_lanes.size()); }
    Lane &lane(int index) const { return *m_lanes.at(index); }
    bool isSettled() const;

    /// How long opening the connections took, in ms; unset when that was not asked for.
    std::optional<double> preconnectMs() const { return m_preconnectMs; }

    /// The run as the ledger has it, from what is known here.
    RunRecord record() const;

signals:
    void started(qint64 runId);
    /// The run could not be written, so nothing was sent. Last.
    void rejected(const core::Error &error);
    /// Every lane is settled; again after a lane was restarted.
    void finished();
    void ledgerFailed(const core::Error &error);

private:
    Comparison(const CompareServices &services, const CompareRequest &request);

    Result<Lane *> makeLane(const Target &target, const QList<Message> &messages, int place);
    RunDraft draft() const;
    bool areConnectionsOpen();
    void openConnections();
    void resolveEndpoints();
    void noteRun(const Result<RunIds> &ids);
    void startReadyLanes();
    void noteSettled();

    const CompareServices m_services;
    const CompareRequest m_request;
    QList<Lane *> m_lanes;
    RunRecord m_record;
    std::optional<RunIds> m_ids;
    QHash<qint64, Result<Endpoint>> m_endpoints;
    QSet<int> m_startedLanes;
    std::optional<double> m_preconnectMs;
    QTimer m_preconnectLimit;
    qint64 m_preconnectNs = 0;
    int m_openingAccounts = 0;
};

} // namespace core

#include "core/compare/raceclock.h"

namespace core {

namespace {

/// Lanes of one run begin within moments; a later one was retried, swapped or added by hand.
constexpr double kLaterMs = 1000.0;
/// A slot that is free is had within this time.
constexpr double kNoWaitMs = 5.0;

double msBetween(qint64 fromNs, qint64 toNs)
{
    return static_cast<double>(toNs - fromNs) / 1e6;
}

/// Draws one attempt: what is known to have been reached, then, until `endMs`, what it was at.
class AttemptBar
{
public:
    AttemptBar(QList<RaceSegment> *segments, int attempt, double dispatchMs)
        : m_segments(segments), m_attempt(attempt), m_dispatchMs(dispatchMs), m_atMs(dispatchMs)
    {
    }

    void queued(double ms)
    {
        if (ms > 0.0)
            m_segments->append({RacePhase::Queued, m_dispatchMs - ms, m_dispatchMs, m_attempt});
    }

    void draw(const Timing &timing)
    {
        until(RacePhase::Connecting, timing.connected);
        until(RacePhase::Headers, timing.headers);
        until(RacePhase::FirstToken, firstTokenMs(timing));
        if (timing.firstReasoning)
            until(RacePhase::Reasoning, timing.firstText ? timing.firstText : timing.last);
        if (timing.firstText)
            until(RacePhase::Text, timing.last);
    }

    void drawUnder(RacePhase phase, double endMs)
    {
        if (endMs <= m_atMs)
            return;
        QList<RaceSegment> &all = *m_segments;
        if (!all.isEmpty() && all.constLast().phase == phase && all.constLast().attempt == m_attempt)
            all.last().toMs = endMs;
        else
            all.append({phase, m_atMs, endMs, m_attempt});
        m_atMs = endMs;
    }

private:
    void until(RacePhase phase, const std::optional<double> &stamp)
    {
        if (stamp)
            drawUnder(phase, m_dispatchMs + *stamp);
    }

    QList<RaceSegment> *m_segments;
    int m_attempt;
    double m_dispatchMs;
    double m_atMs;
};

/// What an attempt is at whose stamps so far are these.
RacePhase phaseAfter(const Timing &timing, bool sent)
{
    if (timing.firstText)
        return RacePhase::Text;
    if (timing.firstReasoning)
        return RacePhase::Reasoning;
    if (timing.headers)
        return RacePhase::FirstToken;
    return sent || timing.connected ? RacePhase::Headers : RacePhase::Connecting;
}

/// The recordings of the lane's latest call: the newest attempt counted down to the first.
QList<std::shared_ptr<const Recording>> attemptsOf(const LaneState &lane,
                                                   const QList<AttemptRecording> &recorded)
{
    QList<std::shared_ptr<const Recording>> attempts(std::max(lane.attempts, 0));
    int wanted = lane.attempts;
    for (auto attempt = recorded.crbegin(); attempt != recorded.crend() && wanted > 0; ++attempt) {
        if (attempt->laneId != lane.laneId || attempt->number > wanted)
            continue;
        wanted = attempt->number;
        attempts[--wanted] = attempt->recording;
    }
    return attempts;
}

void drawEarlier(RaceLane *bar, const QList<std::shared_ptr<const Recording>> &attempts, qint64 zeroNs)
{
    for (qsizetype i = 0; i + 1 < attempts.size(); ++i) {
        const Recording *recording = attempts.at(i).get();
        if (!recording || recording->dispatchedNs < zeroNs)
            continue;
        const int number = static_cast<int>(i) + 1;
        const double dispatchMs = msBetween(zeroNs, recording->dispatchedNs);
        if (!bar->segments.isEmpty())
            bar->segments.append(
                {RacePhase::Pause, bar->endMs(), dispatchMs - recording->timing.queued, number});
        AttemptBar attempt(&bar->segments, number, dispatchMs);
        attempt.queued(recording->timing.queued);
        attempt.draw(recording->timing);
        attempt.drawUnder(phaseAfter(recording->timing, recording->own.sent.has_value()),
                          dispatchMs + recording->endMs);
    }
}

void drawLatest(RaceLane *bar, const LaneState &lane, const Recording *recording, qint64 zeroNs, qint64 nowNs)
{
    const Timing &timing = lane.completion.timing;
    const bool live = lane.queuedNs != 0;
    const bool settled = isSettled(lane.status());
    if (!live && !settled) // nothing of it has begun
        return;
    const double nowMs = msBetween(zeroNs, nowNs);
    const double queuedAtMs = live ? msBetween(zeroNs, lane.queuedNs) : 0.0;
    if (!bar->segments.isEmpty() && queuedAtMs > bar->endMs())
        bar->segments.append({RacePhase::Pause, bar->endMs(), queuedAtMs, lane.attempts});
    if (lane.waiting) {
        bar->segments.append({RacePhase::Pause, bar->endMs(), nowMs, lane.attempts});
        return;
    }
    if (live && lane.dispatchedNs == 0) {
        if (!settled)
            bar->segments.append({RacePhase::Queued, queuedAtMs, nowMs, lane.attempts});
        return;
    }
    const double dispatchMs = live ? msBetween(zeroNs, lane.dispatchedNs) : timing.queued;
    AttemptBar attempt(&bar->segments, lane.attempts, dispatchMs);
    attempt.queued(timing.queued);
    attempt.draw(timing);
    const RacePhase phase = phaseAfter(timing, lane.sent || (recording && recording->own.sent));
    if (!settled)
        attempt.drawUnder(phase, nowMs);
    else if (recording && recording->ended && !isSuccess(lane.status()))
        attempt.drawUnder(phase, dispatchMs + recording->endMs);
}

/// When the lane's latest call began.
qint64 beginningOf(const LaneState &lane, const QList<std::shared_ptr<const Recording>> &attempts)
{
    if (lane.attempts > 1 && attempts.constFirst() && attempts.constFirst()->dispatchedNs > 0) {
        const Recording &first = *attempts.constFirst();
        return first.dispatchedNs - qRound64(first.timing.queued * 1e6);
    }
    return lane.queuedNs;
}

} // namespace

QList<RaceLane> raceLanes(const QList<LaneState> &lanes, const QList<AttemptRecording> &recorded,
                          qint64 nowNs)
{
    QList<QList<std::shared_ptr<const Recording>>> attempts;
    QList<qint64> beginnings;
    qint64 zeroNs = 0;
    for (const LaneState &lane : lanes) {
        attempts.append(attemptsOf(lane, recorded));
        beginnings.append(lane.queuedNs == 0 ? 0 : beginningOf(lane, attempts.constLast()));
        const qint64 begun = beginnings.constLast();
        if (begun != 0 && (zeroNs == 0 || begun < zeroNs))
            zeroNs = begun;
    }
    QList<RaceLane> bars;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        const LaneState &lane = lanes.at(i);
        RaceLane bar{lane.target.name, lane.status()};
        const Recording *latest = attempts.at(i).isEmpty() ? nullptr : attempts.at(i).constLast().get();
        const double later = beginnings.at(i) == 0 ? 0.0 : msBetween(zeroNs, beginnings.at(i));
        if (later > kLaterMs)
            bar.laterByMs = later;
        const qint64 ownZeroNs = bar.laterByMs ? beginnings.at(i) : zeroNs;
        if (lane.queuedNs != 0)
            drawEarlier(&bar, attempts.at(i), ownZeroNs);
        drawLatest(&bar, lane, latest, ownZeroNs, nowNs);
        bar.warm = lane.completion.timing.headers && !lane.completion.timing.connected;
        if (latest && latest->ended)
            bar.own = latest->own;
        bars.append(bar);
    }
    return bars;
}

std::optional<double> releaseSpreadMs(const QList<LaneState> &lanes)
{
    QList<qint64> released;
    for (const LaneState &lane : lanes) {
        if (lane.dispatchedNs != 0 && lane.attempts == 1 && lane.completion.timing.queued < kNoWaitMs)
            released.append(lane.dispatchedNs);
    }
    if (released.size() < 2)
        return std::nullopt;
    const auto [first, last] = std::minmax_element(released.cbegin(), released.cend());
    return msBetween(*first, *last);
}

} // namespace core

#pragma once

#include "core/compare/lanestate.h"
#include "core/compare/recordingfile.h"

namespace core {

/// What a lane was doing: waiting for its slot, opening a connection, waiting for the headers and then for
/// the first token, reasoning, writing text, or pausing before another attempt.
enum class RacePhase { Queued, Connecting, Headers, FirstToken, Reasoning, Text, Pause };

/// Milliseconds since the run's beginning.
struct RaceSegment
{
    RacePhase phase = RacePhase::Queued;
    double fromMs = 0.0;
    double toMs = 0.0;
    /// Counted from 1.
    int attempt = 1;

    bool operator==(const RaceSegment &) const = default;
};

/// One lane's bar.
struct RaceLane
{
    TargetName name;
    LaneStatus status = LaneStatus::Queued;
    QList<RaceSegment> segments = {};
    /// How much later than the others it began, where that is its own doing (a retry or a lane added later);
    /// then its bar starts at its own beginning.
    std::optional<double> laterByMs = {};
    /// What the program added, of the latest attempt; unset when nothing was recorded.
    std::optional<OwnDelay> own = {};
    /// The latest attempt went over a connection that was open before.
    bool warm = false;

    double endMs() const { return segments.isEmpty() ? 0.0 : segments.constLast().toMs; }
};

/// The bars of a run. `recorded` are the recordings there are of its lanes, oldest first, `nowNs` is
/// Clock::monotonicNs(); a lane that is under way reaches until then. Lanes of the ledger have the times of
/// their latest attempt.
QList<RaceLane> raceLanes(const QList<LaneState> &lanes, const QList<AttemptRecording> &recorded,
                          qint64 nowNs);

/// Milliseconds between the first and the last dispatch of first attempts that did not wait for a slot: how
/// far from one moment they were released. Unset below two such lanes.
std::optional<double> releaseSpreadMs(const QList<LaneState> &lanes);

} // namespace core

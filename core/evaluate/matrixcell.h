#pragma once

#include "core/compare/lanestate.h"
#include "core/evaluate/promptset.h"

namespace core {

/// What a matrix keeps in memory of one cell: figures and verdicts, no text. See MatrixStore::cell() for all
/// of it.
struct MatrixCell
{
    enum class State : quint8 {
        /// Not asked yet, or to be asked again.
        Open,
        /// Written into the ledger; being asked or judged.
        Running,
        Settled,
    };

    State state = State::Open;
    /// How its lane ended; Queued while open.
    LaneStatus status = LaneStatus::Queued;
    std::optional<ErrorKind> error = {};
    quint16 passedChecks = 0;
    quint16 failedChecks = 0;
    /// Checks without a verdict.
    quint16 undecidedChecks = 0;
    /// Milliseconds since dispatch.
    std::optional<float> firstTokenMs = {};
    std::optional<float> totalMs = {};
    std::optional<qint32> inputTokens = {};
    std::optional<qint32> outputTokens = {};
    /// Of all attempts; unset when unknown.
    std::optional<Money> cost = {};
    bool simulated = false;
    /// 0 before it was asked for the first time.
    qint64 callId = 0;
    /// Equal answers, apart from white space, have equal marks; 0 is no answer.
    quint64 answerMark = 0;

    bool isSettled() const { return state == State::Settled; }
    /// The lane ended without an answer that could be checked.
    bool hasError() const { return isSettled() && !isSuccess(status); }
    /// Its request did not come to an end: going on asks it again.
    bool wasCutOff() const
    {
        return isSettled() && (status == LaneStatus::Interrupted || status == LaneStatus::Cancelled);
    }
    bool hasFailedCheck() const { return failedChecks > 0; }
    /// All checks passed; unset without checks, while any is undecided (unless one failed), or before the
    /// end.
    std::optional<bool> passed() const;

    bool operator==(const MatrixCell &) const = default;
};

/// One cell with its texts.
struct MatrixCellRecord
{
    int caseIndex = 0;
    int targetIndex = 0;
    /// The case's run, to be reopened; 0 before it was asked, or when the run was deleted.
    qint64 runId = 0;
    /// Unset before the cell was asked. Its texts are null when the ledger keeps none.
    std::optional<LaneRecord> lane = {};
    QList<CheckResult> checks = {};
};

/// The beginning of a cell's answer, for a table.
struct CellPreview
{
    int caseIndex = 0;
    int targetIndex = 0;
    /// At most 200 characters of its first line that has any; for an error the message.
    QString firstLine;
};

} // namespace core

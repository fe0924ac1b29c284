#pragma once

#include "core/reconcile/reconciliation.h"

namespace core {

/// A row with those of the same model a day before and after it; null where there is none.
struct GapPlace
{
    const ReconcileRow &row;
    const ReconcileRow *before = nullptr;
    const ReconcileRow *after = nullptr;
    /// Days that the export reaches to.
    QDate first = {};
    QDate last = {};
};

/// The likely cause of a flagged row: the first rule that fits, from what is certain to what is a guess.
GapCause gapCause(const GapPlace &place);

/// One sentence for people, with the figures that show it.
QString gapSentence(GapCause cause, const ReconcileRow &row);

/// The figures that a gap is looked for in: the cost, requests and the token classes, with how much theirs is
/// above the own one in percent of theirs; only those that both sides tell.
QList<double> gapPercents(const ReconcileFigures &own, const ReconcileFigures &theirs);

} // namespace core

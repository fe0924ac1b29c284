#pragma once

#include "core/evaluate/matrixstore.h"

#include <QJsonObject>

namespace core {

/// What a matrix as a document adds up to, cell by cell.
struct MatrixTotals
{
    int cells = 0;
    /// Cells without a whole answer.
    int failed = 0;
    int checksFailed = 0;
    /// Checks without a verdict, of cells that have an answer.
    int checksUndecided = 0;
    Money known;
    int unknownCosts = 0;

    void add(const MatrixCellRecord &cell);
};

/// Every cell of some cases in order; those that were never asked get a lane that failed with `unasked`, or
/// that was cancelled when there is none.
QList<MatrixCellRecord> completedRows(const MatrixRecord &matrix, int firstCase, int cases,
                                      const QList<MatrixCellRecord> &asked,
                                      const std::optional<Error> &unasked);

/// A cell of `compare --set --json`: the lane object with `case`, `lane`, `run_id` and `checks`.
QJsonObject matrixCellToJson(const MatrixCellRecord &cell);
/// `{"cells", "failed", "checks_failed", "checks_undecided", "cost"}`
QJsonObject matrixSummaryToJson(const MatrixTotals &totals);

// A Markdown table, in pieces, so that a large matrix need not be in memory.
QString matrixHeadToMarkdown(const QString &title, const QList<Target> &targets);
/// One line; `cells` are those of the case in order.
QString matrixRowToMarkdown(int caseIndex, const QStringList &columns, const PromptCase &values,
                            const QList<MatrixCellRecord> &cells);
/// What went wrong in a case, as list items; empty when nothing did.
QString matrixProblemsToMarkdown(const QList<MatrixCellRecord> &cells);
QString matrixSummaryToMarkdown(const MatrixTotals &totals);

} // namespace core

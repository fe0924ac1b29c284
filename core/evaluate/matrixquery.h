#pragma once

#include "core/evaluate/matrixstore.h"

namespace core {

// Questions about matrices, each answered from one state of the file.

Error noSuchMatrix();

Result<QList<MatrixSummary>> readMatrices(Connection &connection, qint64 set);
/// Errors: not_found.
Result<MatrixRecord> readMatrix(Connection &connection, qint64 id);
/// A matrix without a cell; for the caller's transaction. Errors: not_found.
Result<qint64> insertMatrix(Connection &connection, const MatrixDraft &draft, qint64 nowMs);
/// Every cell of the cases, asked or not.
Result<QList<MatrixCellRecord>> readCells(Connection &connection, qint64 id, int firstCase, int cases);
Result<MatrixCellRecord> readCell(Connection &connection, qint64 id, int caseIndex, int targetIndex);
Result<QList<CellPreview>> readPreviews(Connection &connection, qint64 id, const QList<int> &cases);

} // namespace core

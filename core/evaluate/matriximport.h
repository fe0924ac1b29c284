#pragma once

#include "core/evaluate/matrixcell.h"

namespace core {

/// An evaluation as its JSON document has it.
struct MatrixImport
{
    PromptSetDraft draft;
    QList<Target> targets;
    /// The cells that were asked, by case and target; they have no run yet.
    QList<MatrixCellRecord> cells;
    /// What the document says beyond what is kept, by path, each once: `cells[].score`.
    QStringList unknown = {};
};

/// By its suffix: `.json`.
bool isMatrixFile(const QString &fileName);

/// Reads what MatrixDocument wrote as JSON. InvalidRequest names what is wrong and where: text that is no
/// JSON, a document without a definition or cells, a cell beyond them, a member of another type.
Result<MatrixImport> readMatrixDocument(const QByteArray &json);

} // namespace core

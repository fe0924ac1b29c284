#pragma once

#include "core/evaluate/matrixdocument.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QObject>

#include <functional>

namespace ui {

/// Reads a matrix page by page and makes one document of it. One at a time; owned by MatrixView.
class MatrixSaver : public QObject
{
    Q_OBJECT

public:
    explicit MatrixSaver(const EvaluateContext &context, QObject *parent = nullptr);

    /// `done` gets the document or why there is none. A new one ends the one before.
    void make(const core::Matrix &matrix, core::MatrixFormat format,
              std::function<void(const core::Result<QString> &document)> done);

private:
    void readPage(int first);
    void addPage(int first, const QList<core::PromptCase> &cases, const QList<core::MatrixCellRecord> &cells);

    const EvaluateContext m_context;
    std::unique_ptr<core::MatrixDocument> m_export;
    std::function<void(const core::Result<QString> &)> m_done;
    qint64 m_matrix = 0;
    qint64 m_set = 0;
    int m_cases = 0;
    quint64 m_generation = 0;
};

} // namespace ui

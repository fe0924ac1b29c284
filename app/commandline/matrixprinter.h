#pragma once

#include "core/evaluate/matrix.h"
#include "core/evaluate/matrixexport.h"

#include <QHash>
#include <QObject>

namespace app {

class Console;

/// Answers by case and target.
using MatrixAnswers = QHash<std::pair<int, int>, core::Completion>;

/// Prints a matrix that has stopped, some cases at a time, so that a large one is never in memory.
class MatrixPrinter : public QObject
{
    Q_OBJECT

public:
    enum class Format { Json, Markdown };

    /// `unasked` is the error of cells that were never sent; without one they were cancelled.
    MatrixPrinter(const core::Matrix &matrix, const core::EvaluateServices &services, Console &console,
                  Format format, std::optional<core::Error> unasked, QObject *parent = nullptr);

    /// Stand in for what the ledger has of these cells.
    void setAnswers(const MatrixAnswers &answers) { m_answers = answers; }
    void start();
    const core::MatrixTotals &totals() const { return m_totals; }

signals:
    /// Exactly once.
    void finished();
    void failed(const core::Error &error);

private:
    void readNext();
    void printPage(const QList<core::MatrixCellRecord> &asked, const QList<core::PromptCase> &cases);
    void printJson(const QList<core::MatrixCellRecord> &cells);
    void printMarkdown(const QList<core::MatrixCellRecord> &cells, const QList<core::PromptCase> &cases);
    void end();

    const core::Matrix &m_matrix;
    const core::EvaluateServices m_services;
    Console &m_console;
    const Format m_format;
    const std::optional<core::Error> m_unasked;
    MatrixAnswers m_answers;
    core::MatrixTotals m_totals;
    QString m_problems;
    int m_next = 0;
};

} // namespace app

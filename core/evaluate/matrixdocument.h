#pragma once

#include "core/evaluate/matrixexport.h"

#include <QJsonArray>

namespace core {

enum class MatrixFormat {
    /// One record a case: its values, then answer, verdict, time, tokens and cost of each target.
    Csv,
    /// The same with tabs, without answers: what a spreadsheet takes from the clipboard.
    Table,
    Markdown,
    /// One file that loads and runs nothing.
    Html,
    /// As `compare --set --json` prints it, with the set and its cases: see readMatrixDocument().
    Json,
};

/// `md` and the like.
QString matrixFormatSuffix(MatrixFormat format);

/// Writes a matrix case by case, so that no more than a page of it is read at a time. A value of the main
/// thread.
class MatrixDocument
{
public:
    MatrixDocument(MatrixFormat format, qint64 matrix, const PromptSet &set, const QList<Target> &targets);

    /// The next case with the cells that were asked, by target; cells that are missing stay empty.
    void add(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells);
    /// The whole document; last.
    QString finish();

    /// `passed`, `failed`, `no verdict`, `error` or nothing: the exported words are English, as the columns.
    static QString verdictWord(const MatrixCellRecord &cell);

private:
    const MatrixCellRecord *cellOf(const QList<MatrixCellRecord> &cells, int target) const;
    void addRecord(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells);
    void addMarkdown(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells);
    void addHtml(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells);
    void addJson(const PromptCase &values, const QList<MatrixCellRecord> &cells);
    QJsonObject definition() const;
    QString headRecord() const;
    QString recordOf(QStringList record) const;

    const MatrixFormat m_format;
    const qint64 m_matrix;
    const PromptSet m_set;
    const QList<Target> m_targets;
    QString m_text;
    QJsonArray m_cases;
    QJsonArray m_cells;
    MatrixTotals m_totals;
};

} // namespace core

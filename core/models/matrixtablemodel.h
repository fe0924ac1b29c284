#pragma once

#include "core/evaluate/matrix.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace core {

/// A matrix as a table: a row for each case that the filter lets through, column 0 the case itself, then a
/// column for each target. Figures come from the matrix, texts are read when a view asks for them and
/// forgotten again. Owned by the page; main thread; the matrix must outlive it or be taken away by
/// setMatrix(nullptr).
class MatrixTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Filter {
        All,
        /// Cases with a cell that failed a check.
        Failed,
        /// Cases with a cell that has no answer.
        Errors,
        /// Cases whose answers are not all the same, white space apart.
        Different,
    };

    enum Role {
        /// A MatrixCell; of column 0 the case's place, counted from 0.
        ValueRole = Qt::UserRole,
        /// The case's place, counted from 0; of every column.
        CaseRole,
        /// The target's place, counted from 0; -1 of column 0.
        TargetRole,
        /// LaneStatus as int, or -1 while the cell is open.
        StatusRole,
        /// true, false, or invalid when there is no verdict or no check.
        PassedRole,
        /// Milliseconds as double, or invalid.
        TimeRole,
        FirstTokenRole,
        /// Output tokens, or invalid.
        TokensRole,
        InputTokensRole,
        /// Money, or invalid when unknown.
        CostRole,
    };

    /// The texts of a row are read from `store` (the answers) and `sets` (the cases).
    MatrixTableModel(MatrixStore &store, PromptSetStore &sets, QObject *parent = nullptr);
    ~MatrixTableModel() override;

    /// Null shows nothing. The matrix should have been loaded().
    void setMatrix(const Matrix *matrix);
    const Matrix *matrix() const { return m_matrix; }

    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// Cases that a filter would show now.
    int count(Filter filter) const;

    int caseAt(int row) const { return m_cases.value(row, -1); }
    /// -1 when the filter hides it.
    int rowOf(int caseIndex) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the first line of the answer, or of the case's first values; empty until it is read, then
    /// dataChanged(). ToolTipRole of column 0: all values of the case.
    QVariant data(const QModelIndex &index, int role) const override;
    /// Horizontal: `account/model`, numbered when it occurs twice. Vertical: the case's number from 1.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// count() of any filter may have changed.
    void countsChanged();
    void failed(const core::Error &error);

private:
    struct RowTexts
    {
        QString caseLine;
        QString caseText;
        QStringList answers;
    };

    bool lets(Filter filter, int caseIndex) const;
    void refill();
    void noteCells(int firstCase, int lastCase);
    void want(int caseIndex) const;
    void readWanted();
    void readCasesOf(const QList<int> &cases, const QHash<int, QStringList> &answers);
    void showTexts(int caseIndex, const PromptCase &values, const QStringList &answers);
    static QVariant cellData(const MatrixCell &cell, int role);
    QString textOf(int caseIndex, int column) const;

    MatrixStore &m_store;
    PromptSetStore &m_sets;
    const Matrix *m_matrix = nullptr;
    Filter m_filter = Filter::All;
    QList<int> m_cases;
    mutable QCache<int, RowTexts> m_texts;
    mutable QSet<int> m_wanted;
    mutable QTimer m_readTimer;
    /// Answers to questions about an earlier matrix do not count.
    quint64 m_generation = 0;
};

} // namespace core

Q_DECLARE_METATYPE(core::MatrixCell)

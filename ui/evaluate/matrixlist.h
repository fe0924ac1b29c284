#pragma once

#include "ui/evaluate/evaluatecontext.h"
#include "ui/widgets/card.h"

#include <QSet>

class QVBoxLayout;

namespace ui {

/// The evaluations of a prompt set, newest first, with what can be done with each.
class MatrixList : public Card
{
    Q_OBJECT

public:
    explicit MatrixList(const EvaluateContext &context, QWidget *parent = nullptr);
    /// Removes what waits for its toast to end.
    ~MatrixList() override;

    void load(qint64 setId);
    /// `Paused: 312 of 4,000 cells left`
    static QString stateText(const core::MatrixSummary &matrix);

signals:
    void opened(qint64 id, bool resume);
    void failed(const core::Error &error);

private:
    void fill(const QList<core::MatrixSummary> &matrices);
    QWidget *makeRow(const core::MatrixSummary &matrix);
    void remove(qint64 id);

    const EvaluateContext m_context;
    QVBoxLayout *const m_rows;
    qint64 m_set = 0;
    QList<core::MatrixSummary> m_shown;
    /// Hidden now, to be removed when the toast ends.
    QSet<qint64> m_removing;
};

} // namespace ui

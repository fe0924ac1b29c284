#pragma once

#include "core/evaluate/matrixsums.h"
#include "core/models/matrixtablemodel.h"
#include "ui/theme/icons.h"

#include <QIdentityProxyModel>

namespace ui {

/// What a cell says: one word with its icon, and one line of figures.
struct CellWords
{
    QString verdict;
    QString figures;
    Icon icon = Icon::Clock;
    Theme::Token ink = Theme::Token::Ink2;
};

/// The words of a cell without its answer.
CellWords cellWords(const core::MatrixCell &cell);

/// `12 passed, 3 failed, 1 error`; without checks `15 answered`.
QString sumsText(const core::TargetSums &sums);
/// `$0.12 · 1.31 s`
QString sumsFigures(const core::TargetSums &sums);

/// The matrix in words for assistive technology, with the sums of each column in its head.
class MatrixProxy : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    void setSums(const QList<core::TargetSums> &sums);
    const QList<core::TargetSums> &sums() const { return m_sums; }

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<core::TargetSums> m_sums;
};

} // namespace ui

#include "ui/evaluate/matrixproxy.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"

namespace ui {

namespace {

CellWords verdictOf(const core::MatrixCell &cell)
{
    if (cell.state == core::MatrixCell::State::Open)
        return {MatrixProxy::tr("not asked"), {}, Icon::Clock, Theme::Token::Ink3};
    if (cell.state == core::MatrixCell::State::Running)
        return {MatrixProxy::tr("asking"), {}, Icon::Send, Theme::Token::Accent};
    if (cell.hasError())
        return {cell.error ? core::LedgerWords::errorKind(*cell.error)
                           : core::LedgerWords::status(cell.status),
                {},
                Icon::Error,
                Theme::Token::Bad};
    if (cell.hasFailedCheck()) {
        const int checks = cell.passedChecks + cell.failedChecks + cell.undecidedChecks;
        return {checks == 1 ? MatrixProxy::tr("failed")
                            : MatrixProxy::tr("failed %1 of %2 checks").arg(cell.failedChecks).arg(checks),
                {},
                Icon::Close,
                Theme::Token::Bad};
    }
    if (cell.undecidedChecks > 0)
        return {MatrixProxy::tr("no verdict"), {}, Icon::Warning, Theme::Token::Warn};
    if (cell.passed().value_or(false))
        return {MatrixProxy::tr("passed"), {}, Icon::Check, Theme::Token::Good};
    return {MatrixProxy::tr("answered"), {}, Icon::Text, Theme::Token::Ink2};
}

QString figuresOf(const core::MatrixCell &cell)
{
    if (!cell.isSettled())
        return {};
    QStringList parts;
    if (cell.totalMs)
        parts += core::formatDuration(static_cast<double>(*cell.totalMs));
    if (cell.outputTokens)
        parts += MatrixProxy::tr("%1 tokens").arg(core::formatCount(*cell.outputTokens));
    if (cell.cost)
        parts += core::formatMoney(*cell.cost);
    else if (!cell.hasError())
        parts += MatrixProxy::tr("unpriced");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

CellWords cellWords(const core::MatrixCell &cell)
{
    CellWords words = verdictOf(cell);
    words.figures = figuresOf(cell);
    return words;
}

QString sumsText(const core::TargetSums &sums)
{
    QStringList parts;
    if (sums.passed > 0 || sums.failed > 0) {
        parts += MatrixProxy::tr("%1 passed").arg(core::formatCount(sums.passed));
        parts += MatrixProxy::tr("%1 failed").arg(core::formatCount(sums.failed));
    } else {
        parts += MatrixProxy::tr("%1 answered").arg(core::formatCount(sums.settled - sums.errors));
    }
    if (sums.errors > 0)
        parts += MatrixProxy::tr("%n errors", nullptr, sums.errors);
    return parts.join(QStringLiteral(" · "));
}

QString sumsFigures(const core::TargetSums &sums)
{
    QStringList parts;
    if (sums.settled > sums.unpriced)
        parts += core::formatMoney(sums.cost);
    if (sums.unpriced > 0)
        parts += MatrixProxy::tr("%n unpriced", "cells", sums.unpriced);
    if (sums.medianMs)
        parts += MatrixProxy::tr("median %1").arg(core::formatDuration(*sums.medianMs));
    return parts.join(QStringLiteral(" · "));
}

void MatrixProxy::setSums(const QList<core::TargetSums> &sums)
{
    if (sums == m_sums)
        return;
    m_sums = sums;
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant MatrixProxy::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole || index.column() == 0)
        return QIdentityProxyModel::data(index, role == Qt::AccessibleTextRole ? Qt::DisplayRole : role);
    const CellWords words = cellWords(
        QIdentityProxyModel::data(index, core::MatrixTableModel::ValueRole).value<core::MatrixCell>());
    QStringList parts{words.verdict};
    if (const QString line = QIdentityProxyModel::data(index, Qt::DisplayRole).toString(); !line.isEmpty())
        parts += line;
    if (!words.figures.isEmpty())
        parts += words.figures;
    return parts.join(QStringLiteral(", "));
}

QVariant MatrixProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool sums = orientation == Qt::Horizontal && section > 0 && section <= m_sums.size();
    if (!sums || (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return QIdentityProxyModel::headerData(section, orientation, role);
    const QString name = QIdentityProxyModel::headerData(section, orientation, Qt::DisplayRole).toString();
    const core::TargetSums &one = m_sums.at(section - 1);
    const QStringList parts{name, sumsText(one), sumsFigures(one)};
    return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
}

} // namespace ui

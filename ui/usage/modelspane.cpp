#include "ui/usage/modelspane.h"

#include "ui/usage/chartpainter.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/wholerows.h"

#include <QVBoxLayout>

using core::UsageTableModel;

namespace ui {

namespace {

const QList<int> kModelFigures{UsageTableModel::Requests,  UsageTableModel::Input, UsageTableModel::Output,
                               UsageTableModel::Errors,    UsageTableModel::P50,   UsageTableModel::P95,
                               UsageTableModel::CostColumn};

/// Rows that are there however low the pane is.
constexpr int kLeastModels = 1;

} // namespace

ModelsPane::ModelsPane(const Theme &theme, QWidget *parent)
    : Card(theme, {}, parent)
    , m_sorted(new LedgerProxy(UsageTableModel::ValueRole, kModelFigures, this))
    , m_view(new LedgerTable(theme, this))
{
    m_sorted->setSourceModel(&m_model);
    m_view->setObjectName(QStringLiteral("usage.models"));
    m_view->setAccessibleName(tr("Usage by model and account"));
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new LedgerDelegate(
        theme, kModelFigures,
        [this, &theme](const QModelIndex &index) -> CellLook {
            const UsageTableModel::Row &row = m_model.rowAt(m_sorted->mapToSource(index).row());
            if (index.column() == UsageTableModel::Model)
                return {Theme::Token::Ink, false, chartDot(theme, m_colours, row.model)};
            if (index.column() == UsageTableModel::CostColumn)
                return {row.figures.unpricedAttempts > 0 ? Theme::Token::Warn : Theme::Token::Ink, true};
            if (index.column() == UsageTableModel::Account)
                return {Theme::Token::Ink2};
            return {};
        },
        m_view));
    m_view->sortBy(UsageTableModel::CostColumn, Qt::DescendingOrder);
    m_view->setColumns(UsageTableModel::Model,
                       {UsageTableModel::P50, UsageTableModel::Output, UsageTableModel::Input});
    content()->addWidget(new WholeRows(theme, m_view, kLeastModels, this));
    connect(m_view, &LedgerTable::opened, this, &ModelsPane::open);
    connect(m_view, &QTableView::clicked, this, &ModelsPane::open);
}

void ModelsPane::setColours(const QHash<QString, int> &colours)
{
    m_colours = colours;
    m_view->viewport()->update();
}

void ModelsPane::setReport(const core::UsageReport &report, const QList<core::LatencyRow> &latencies)
{
    const QModelIndex current = m_sorted->mapToSource(m_view->currentIndex());
    const UsageTableModel::Row before =
        current.isValid() ? m_model.rowAt(current.row()) : UsageTableModel::Row{};
    m_model.setReport(report, latencies);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const UsageTableModel::Row &now = m_model.rowAt(row);
        if (now.model == before.model && now.account == before.account)
            m_view->setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
    }
}

void ModelsPane::open(const QModelIndex &index)
{
    const UsageTableModel::Row &row = m_model.rowAt(m_sorted->mapToSource(index).row());
    emit rowActivated(row.account, row.model);
}

} // namespace ui

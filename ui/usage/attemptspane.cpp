#include "ui/usage/attemptspane.h"

#include "core/base/continuation.h"
#include "core/models/ledgerwords.h"
#include "core/usage/usagereader.h"
#include "ui/usage/chartpainter.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/ledgertable.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/wholerows.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

using core::AttemptTableModel;

namespace ui {

namespace {

const QList<int> kAttemptFigures{AttemptTableModel::FirstToken, AttemptTableModel::Input,
                                 AttemptTableModel::Output, AttemptTableModel::CostColumn};

/// Rows that are there however low the pane is.
constexpr int kLeastAttempts = 1;

Theme::Token statusInk(core::LaneStatus status)
{
    switch (status) {
    case core::LaneStatus::Failed:
    case core::LaneStatus::Interrupted:
    case core::LaneStatus::Refused:
        return Theme::Token::Bad;
    case core::LaneStatus::Truncated:
        return Theme::Token::Warn;
    case core::LaneStatus::Complete:
        return Theme::Token::Good;
    default:
        return Theme::Token::Ink2;
    }
}

} // namespace

AttemptsPane::AttemptsPane(const Theme &theme, core::UsageReader &reader, QWidget *parent)
    : Card(theme, {}, parent)
    , m_reader(reader)
    , m_model(reader)
    , m_heads(new LedgerProxy(AttemptTableModel::ValueRole, kAttemptFigures, this))
    , m_view(new LedgerTable(theme, this))
    , m_problem(new MessagePanel(theme, this))
{
    m_heads->setSourceModel(&m_model);
    m_view->setObjectName(QStringLiteral("usage.attempts"));
    m_view->setAccessibleName(tr("Requests, newest first"));
    m_view->setModel(m_heads);
    m_view->setItemDelegate(new LedgerDelegate(
        theme, kAttemptFigures,
        [this, &theme](const QModelIndex &index) -> CellLook {
            const core::AttemptRecord &attempt = m_model.attemptAt(index.row());
            switch (index.column()) {
            case AttemptTableModel::Model:
                return {Theme::Token::Ink, false, chartDot(theme, m_colours, attempt.model)};
            case AttemptTableModel::Status:
                return {statusInk(attempt.completion.status)};
            case AttemptTableModel::CostColumn:
                return {attempt.unpriced ? Theme::Token::Warn : Theme::Token::Ink, true};
            case AttemptTableModel::Time:
            case AttemptTableModel::Account:
                return {Theme::Token::Ink2};
            default:
                return {};
            }
        },
        m_view));
    m_view->setColumns(AttemptTableModel::Model,
                       {AttemptTableModel::Account, AttemptTableModel::FirstToken, AttemptTableModel::Input,
                        AttemptTableModel::Output});
    m_problem->hide();
    setFocusProxy(m_view);
    content()->addWidget(makeHead(theme));
    content()->addWidget(m_problem);
    content()->addWidget(new WholeRows(theme, m_view, kLeastAttempts, this), 1);
    connect(m_view, &QTableView::clicked, this, &AttemptsPane::choose);
    connect(m_view, &LedgerTable::opened, this, &AttemptsPane::choose);
    connect(m_view, &LedgerTable::left, this, &AttemptsPane::stepBackWanted);
    connect(&m_model, &AttemptTableModel::loaded, this, [this] {
        m_problem->hide();
        m_view->setEmptyText(tr("There is no such request in this period."));
        const int row = m_model.rowOf(std::exchange(m_place, 0));
        if (row >= 0)
            m_view->setCurrentIndex(m_heads->mapFromSource(m_model.index(row, 0)));
    });
    connect(&m_model, &AttemptTableModel::failed, this, [this](const core::Error &error) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read"), error.message);
    });
}

QWidget *AttemptsPane::makeHead(const Theme &theme)
{
    auto *const head = new QWidget(this);
    m_back = new FlatButton(theme, tr("Back"), FlatButton::Look::Link, head);
    m_back->setObjectName(QStringLiteral("usage.back"));
    m_back->setThemedIcon(Icon::ChevronLeft);
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title = new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideMiddle, head);
    m_title->setObjectName(QStringLiteral("usage.selection"));
    m_title->setType(1.0, QFont::DemiBold);
    m_summary = new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, head);
    m_summary->setObjectName(QStringLiteral("usage.summary"));
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_title, 3);
    row->addWidget(m_summary, 2);
    setTabOrder(m_back, m_view);
    connect(m_back, &QToolButton::clicked, this, &AttemptsPane::left);
    return head;
}

void AttemptsPane::setColours(const QHash<QString, int> &colours)
{
    m_colours = colours;
    m_view->viewport()->update();
}

void AttemptsPane::open(const core::AttemptFilter &filter, QDate today, const QString &title)
{
    m_place = 0;
    m_title->setFullText(title);
    m_model.setZone(filter.zone, today);
    m_view->setEmptyText({});
    m_model.setFilter(filter);
    m_summary->setFullText({});
    sumUp();
    m_view->setFocus();
}

/// Exactly what is listed, whether or not all of it was read.
void AttemptsPane::sumUp()
{
    const quint64 generation = ++m_generation;
    core::continued(m_reader.sum(m_model.filter()), this,
                    [this, generation](const core::Result<core::AttemptSum> &sum) {
                        if (generation != m_generation || !sum)
                            return;
                        const core::UsageFigures &figures = sum->figures;
                        QString text = tr("%1 · %2 · %3", "requests, errors, cost")
                                           .arg(core::LedgerWords::requests(figures.attempts),
                                                core::LedgerWords::errors(figures.errors),
                                                core::LedgerWords::cost(figures));
                        const core::AttemptFilter &filter = m_model.filter();
                        const bool pruned = sum->prunedBeforeMs > 0
                            && (!filter.sinceMs || *filter.sinceMs < sum->prunedBeforeMs);
                        if (pruned)
                            text = tr("%1 · the oldest requests were pruned", "a summary").arg(text);
                        m_summary->setFullText(text);
                    });
}

void AttemptsPane::refresh()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_place = m_model.attemptAt(current.row()).id;
    m_model.refresh();
    sumUp();
}

void AttemptsPane::choose(const QModelIndex &index)
{
    emit attemptChosen(m_model.attemptAt(index.row()));
}

} // namespace ui

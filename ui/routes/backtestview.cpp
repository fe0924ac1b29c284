#include "ui/routes/backtestview.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/routes/backtestwords.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype kCallsAPage = 500;

ThemedLabel *addSentence(QVBoxLayout *to, ThemedLabel *label, const char *objectName)
{
    label->setObjectName(QLatin1StringView(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    to->addWidget(label);
    return label;
}

} // namespace

BacktestView::BacktestView(const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_moved(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_cost(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_remarks(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_other(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_stale(new ThemedLabel(context.theme, tr("The rules have changed since; run it again."),
                              Theme::Token::Warn, this))
    , m_parts(new SegmentedControl(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_filterRow(new QWidget(this))
    , m_filterText(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, m_filterRow))
{
    setObjectName(QStringLiteral("backtest.view"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    addSentence(column, m_moved, "backtest.moved")->setType(1.15, QFont::DemiBold);
    addSentence(column, m_cost, "backtest.cost");
    addSentence(column, m_remarks, "backtest.remarks");
    addSentence(column, m_other, "backtest.other");
    addSentence(column, m_stale, "backtest.stale")->hide();
    m_parts->setObjectName(QStringLiteral("backtest.parts"));
    m_parts->setAccessibleName(tr("Figures"));
    auto *const all = new FlatButton(context.theme, tr("Show &all"), FlatButton::Look::Link, m_filterRow);
    all->setObjectName(QStringLiteral("backtest.allCalls"));
    m_filterText->setObjectName(QStringLiteral("backtest.filter"));
    m_filterText->setTextFormat(Qt::PlainText);
    auto *const filter = new QHBoxLayout(m_filterRow);
    filter->setContentsMargins({});
    filter->addWidget(m_filterText);
    filter->addWidget(all);
    filter->addStretch(1);
    m_filterRow->hide();
    makeTables();
    m_moreCalls = new FlatButton(context.theme, tr("Show &more calls"), FlatButton::Look::Link, this);
    m_moreCalls->setObjectName(QStringLiteral("backtest.moreCalls"));
    column->addSpacing(6);
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    column->addWidget(m_filterRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_moreCalls, 0, Qt::AlignLeft);
    const auto showPart = [this] {
        m_stack->setCurrentIndex(m_parts->current());
        m_filterRow->setVisible(m_parts->current() == Calls && !m_filterText->text().isEmpty());
        m_moreCalls->setVisible(m_parts->current() == Calls
                                && m_shown.size() < core::movedCount(m_result, m_filter));
    };
    connect(m_parts, &SegmentedControl::currentChanged, this, showPart);
    connect(all, &QToolButton::clicked, this, [this] { showCalls({}, {}); });
    connect(m_moreCalls, &QToolButton::clicked, this, [this, showPart] {
        addCalls();
        showPart();
    });
    showPart();
}

FigureTable *BacktestView::addTable(Part part, const QString &title, FigureTable *table,
                                    const char *objectName)
{
    table->setObjectName(QLatin1StringView(objectName));
    table->setAccessibleName(title);
    m_stack->insertWidget(part, table);
    connect(table, &LedgerTable::left, this, &BacktestView::left);
    return table;
}

void BacktestView::makeTables()
{
    const Theme &theme = m_context.theme;
    const QList<int> least{7, 6, 5};
    for (const QString &title : {tr("By rule"), tr("By task"), tr("By move"), tr("Calls")})
        m_parts->addSegment(title);
    m_rules = addTable(Rules, tr("By rule"),
                       new FigureTable(theme, BacktestWords::rowHeads(tr("Rule")),
                                       BacktestWords::rowFigures(), least, m_stack),
                       "backtest.rules");
    m_tasks = addTable(Tasks, tr("By task"),
                       new FigureTable(theme, BacktestWords::rowHeads(tr("Task")),
                                       BacktestWords::rowFigures(), least, m_stack),
                       "backtest.tasks");
    m_moves = addTable(
        Moves, tr("By move"),
        new FigureTable(theme, BacktestWords::moveHeads(), BacktestWords::moveFigures(), {7, 3, 2}, m_stack),
        "backtest.moves");
    m_calls = addTable(
        Calls, tr("Calls that move"),
        new FigureTable(theme, BacktestWords::callHeads(), BacktestWords::callFigures(), {3, 2}, m_stack),
        "backtest.calls");
    connect(m_rules, &FigureTable::rowOpened, this, [this](int row) {
        const QString name = m_result.byRule.at(row).name;
        showCalls({.rule = name}, tr("Only calls of the rule “%1”").arg(name));
    });
    connect(m_tasks, &FigureTable::rowOpened, this, [this](int row) {
        const QString task = m_result.byTask.at(row).name;
        showCalls({.task = task}, tr("Only calls of the task “%1”").arg(core::LedgerWords::task(task)));
    });
    connect(m_moves, &FigureTable::rowOpened, this, [this](int row) {
        const core::BacktestMove &move = m_result.moves.at(row);
        showCalls({.rule = move.rule, .task = move.task, .to = move.to},
                  tr("Only calls that would go to %1").arg(move.to.toString()));
    });
    connect(m_calls, &FigureTable::rowOpened, this, [this](int row) {
        if (m_shown.at(row).runId != 0)
            emit runWanted(m_shown.at(row).runId);
    });
}

void BacktestView::setResult(const core::BacktestResult &result,
                             const std::optional<core::BacktestResult> &against)
{
    m_result = result;
    m_against = against;
    m_moved->setText(BacktestWords::moved(result));
    m_cost->setText(BacktestWords::cost(result.total));
    m_remarks->setText(BacktestWords::remarks(result).join(QLatin1Char('\n')));
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    m_other->setVisible(against.has_value());
    if (against)
        m_other->setText(
            QString(BacktestWords::moved(*against) % QLatin1Char(' ') % BacktestWords::cost(against->total)));
    m_stale->hide();
    fillTables();
    fillDifference();
    showCalls({}, {});
    m_parts->setCurrent(against ? Versions : Rules);
}

void BacktestView::setStale(bool stale)
{
    m_stale->setVisible(stale);
}

void BacktestView::fillTables()
{
    QList<FigureRow> rows;
    for (const core::BacktestRow &row : std::as_const(m_result.byRule))
        rows.append(BacktestWords::row(row, row.name));
    m_rules->setRows(rows);
    rows.clear();
    for (const core::BacktestRow &row : std::as_const(m_result.byTask))
        rows.append(BacktestWords::row(row, core::LedgerWords::task(row.name)));
    m_tasks->setRows(rows);
    rows.clear();
    for (const core::BacktestMove &move : std::as_const(m_result.moves))
        rows.append(BacktestWords::move(move));
    m_moves->setRows(rows);
}

/// Its heads name the versions, so it is made anew.
void BacktestView::fillDifference()
{
    if (m_difference) {
        m_stack->removeWidget(m_difference);
        delete std::exchange(m_difference, nullptr);
    }
    if (m_parts->count() <= Versions && m_against)
        m_parts->addSegment(tr("Beside the other"));
    if (m_parts->count() <= Versions)
        return;
    const int one = m_against ? m_against->version : 0;
    m_difference =
        addTable(Versions, tr("Beside the other version"),
                 new FigureTable(m_context.theme, BacktestWords::differenceHeads(one, m_result.version),
                                 BacktestWords::differenceFigures(), {}, m_stack),
                 "backtest.difference");
    if (!m_against)
        return;
    QList<FigureRow> rows;
    for (const core::BacktestDifference &difference : core::compareBacktests(*m_against, m_result))
        rows.append(BacktestWords::difference(difference));
    m_difference->setRows(rows);
}

void BacktestView::showCalls(const core::MovedFilter &filter, const QString &what)
{
    m_filter = filter;
    m_filterText->setText(what);
    m_shown.clear();
    m_calls->setRows({});
    addCalls();
    m_parts->setSegmentText(Calls,
                            tr("Calls: %1").arg(core::formatCount(core::movedCount(m_result, filter))));
    m_parts->setCurrent(Calls);
    m_filterRow->setVisible(!what.isEmpty());
    m_moreCalls->setVisible(m_shown.size() < core::movedCount(m_result, filter));
}

void BacktestView::addCalls()
{
    const QList<core::MovedCall> page = core::movedPage(m_result, m_filter, m_shown.size(), kCallsAPage);
    QList<FigureRow> rows;
    for (const core::MovedCall &call : page)
        rows.append(BacktestWords::call(call, m_result.moves.at(call.move)));
    m_shown.append(page);
    m_calls->append(rows);
}

} // namespace ui

#include "ui/spending/errorspane.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "core/spending/spendingreader.h"
#include "ui/spending/errorschart.h"
#include "ui/spending/panestack.h"
#include "ui/spending/spendingwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype kMostGroups = 8;

enum GroupColumn { KindColumn, AccountColumn, CountColumn, CostColumn };

} // namespace

ErrorsPane::ErrorsPane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent)
    : Card(theme, {}, parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_summary(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_chart(new ErrorsChart(theme, this))
    , m_groups(new QWidget(this))
    , m_grid(new QGridLayout(m_groups))
{
    setObjectName(QStringLiteral("spending.errors"));
    m_summary->setObjectName(QStringLiteral("spending.errors.summary"));
    m_summary->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(AccountColumn, 1);
    auto *const parts = new QWidget(this);
    auto *const column = new QVBoxLayout(parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_summary);
    column->addWidget(m_chart, 1);
    column->addWidget(m_groups);
    m_stack = new PaneStack(theme, parts, this);
    content()->addWidget(m_stack);
    connect(m_stack, &PaneStack::retryRequested, this, &ErrorsPane::load);
    connect(&theme, &Theme::changed, this, &ErrorsPane::showGroups);
    connect(m_chart, &ErrorsChart::activated, this, [this](int mark) {
        const auto [first, last] = m_chart->days(mark);
        emit openRequested({{QStringLiteral("status"), QStringLiteral("errors")}},
                           core::daysWithin(m_query.range, first, last, m_query.zone),
                           m_chart->markText(mark));
    });
}

void ErrorsPane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    const core::TimeRange range = core::timeRange(period, zone);
    m_showsAll = m_showsAll && range == m_query.range;
    m_query = {range, zone, includeSimulated};
    load();
}

void ErrorsPane::load()
{
    const quint64 generation = ++m_generation;
    m_stack->showLoading();
    core::continued(m_reader.errors(m_query), this,
                    [this, generation](const core::Result<core::ErrorsView> &errors) {
                        if (generation != m_generation)
                            return;
                        if (errors)
                            showErrors(*errors);
                        else
                            m_stack->showProblem(errors.error());
                    });
}

void ErrorsPane::showErrors(const core::ErrorsView &errors)
{
    m_errors = errors;
    if (errors.failed.errors == 0) {
        m_stack->showNothing(errors.total.attempts == 0 ? tr("No requests in this period.")
                                                        : tr("No request failed in this period."));
        return;
    }
    const core::UsageFigures &failed = errors.failed;
    QString text = tr("%1 of %2 requests failed, were interrupted or refused (%3).", "counts, share")
                       .arg(core::formatCount(failed.errors), core::formatCount(errors.total.attempts),
                            core::LedgerWords::share(failed.errors, errors.total.attempts));
    text += QLatin1Char(' ');
    if (failed.cost.isZero() && failed.unpricedAttempts == 0)
        text += tr("They cost nothing.");
    else
        text += tr("They cost %1 all the same.").arg(core::LedgerWords::cost(failed));
    m_summary->setText(text);
    m_chart->setErrors(errors);
    showGroups();
    m_stack->showContent();
}

void ErrorsPane::showGroups()
{
    while (QLayoutItem *const item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be the sender
        delete item;
    }
    QHash<QString, int> colours;
    for (const core::ErrorSeries &series : std::as_const(m_errors.series))
        colours.insert(series.kind, static_cast<int>(colours.size()));
    const qsizetype most = m_showsAll ? m_errors.groups.size() : kMostGroups;
    const auto shown = static_cast<int>(std::min(most, m_errors.groups.size()));
    for (int row = 0; row < shown; ++row)
        addGroup(m_errors.groups.at(row), row, colours.value(m_errors.groups.at(row).kind));
    if (const qsizetype more = m_errors.groups.size() - shown; more > 0)
        addMore(more, shown);
}

void ErrorsPane::addMore(qsizetype more, int row)
{
    auto *const button = new FlatButton(
        m_theme, tr("Show %1 more", "kinds of errors at accounts").arg(core::formatCount(more)),
        FlatButton::Look::Link, m_groups);
    button->setObjectName(QStringLiteral("spending.errors.more"));
    m_grid->addWidget(button, row, KindColumn);
    connect(button, &FlatButton::clicked, this, [this, row] {
        m_showsAll = true;
        showGroups();
        // The button is gone; who used the keyboard goes on with what it brought.
        QWidget *const first = m_grid->itemAtPosition(row, KindColumn)->widget();
        first->show(); // the layout does so later, and what is hidden takes no focus
        first->setFocus();
    });
}

void ErrorsPane::addGroup(const core::ErrorGroup &group, int row, int colour)
{
    const QString kind = SpendingWords::errorKind(group.kind);
    auto *const open = new FlatButton(m_theme, kind, FlatButton::Look::Link, m_groups);
    open->setObjectName(QStringLiteral("spending.error.open"));
    open->setAccessibleName(tr("Errors: %1 at %2", "kind, account").arg(kind, group.account));
    QPixmap dot(m_theme.px(10), m_theme.px(10));
    dot.fill(m_theme.seriesColour(colour));
    open->setIcon(QIcon(dot));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    core::UsageFigures cost;
    cost.attempts = group.count;
    cost.cost = group.cost;
    cost.unpricedAttempts = group.unpriced;
    m_grid->addWidget(open, row, KindColumn);
    m_grid->addWidget(new ElidedLabel(m_theme, group.account, Theme::Token::Ink, Qt::ElideMiddle, m_groups),
                      row, AccountColumn);
    m_grid->addWidget(new ThemedLabel(m_theme, core::formatCount(group.count), Theme::Token::Ink, m_groups),
                      row, CountColumn, Qt::AlignRight);
    m_grid->addWidget(new ThemedLabel(m_theme, core::LedgerWords::cost(cost), Theme::Token::Ink2, m_groups),
                      row, CostColumn, Qt::AlignRight);
    connect(open, &FlatButton::clicked, this, [this, calls = group.calls, what = open->accessibleName()] {
        emit openRequested(calls.only, calls.range, what);
    });
}

} // namespace ui

#include "ui/savings/routesavingspane.h"

#include "core/base/formatting.h"
#include "core/routing/rulesetstore.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using core::RuleSavings;

namespace ui {

namespace {

enum SavingsColumn {
    RuleColumn,
    CallsColumn,
    SpendColumn,
    ComparedColumn,
    BeforeColumn,
    EstimateColumn,
    SavedColumn,
    BasisColumn
};

bool isFigureColumn(int column)
{
    return column != RuleColumn && column < SavedColumn;
}

QString localMoment(qint64 ms, const QTimeZone &zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, zone), QLocale::ShortFormat);
}

Theme::Token inkOf(const RuleSavings &rule)
{
    if (!rule.isKnown() || rule.saved().isZero())
        return Theme::Token::Ink2;
    return rule.saved() < core::Money() ? Theme::Token::Warn : Theme::Token::Good;
}

} // namespace

RouteSavingsPane::RouteSavingsPane(const SavingsContext &context, QWidget *parent)
    : Card(context.theme, {}, parent)
    , m_context(context)
    , m_strip(new RunStrip(context.theme, QStringLiteral("routesavings"), this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_sentence(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_run(*this, *m_strip)
{
    setObjectName(QStringLiteral("routesavings"));
    setAccessibleName(tr("What routes saved"));
    m_problem->setObjectName(QStringLiteral("routesavings.problem"));
    m_problem->hide();
    m_sentence->setObjectName(QStringLiteral("routesavings.sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    makeSets();
    content()->addWidget(m_strip);
    content()->addWidget(m_problem);
    content()->addWidget(m_sentence);
    content()->addWidget(m_area, 1);
}

RouteSavingsPane::~RouteSavingsPane() = default;

void RouteSavingsPane::makeSets()
{
    auto *const area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("routesavings.sets"));
    area->setAccessibleName(tr("Rule sets and what their rules saved"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_sets = new QWidget(area);
    m_setColumn = new QVBoxLayout(m_sets);
    m_setColumn->setContentsMargins(0, 0, 0, 0);
    m_setColumn->setSpacing(m_context.theme.px(16));
    m_setColumn->addStretch(1);
    area->setWidget(m_sets);
    showThrough(*area);
    new FocusRing(m_context.theme, area);
    m_area = area;
}

void RouteSavingsPane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone,
                                 bool includeSimulated)
{
    m_range = core::timeRange(period, zone);
    m_zone = zone;
    m_includeSimulated = includeSimulated;
    if (m_run.renew())
        start();
    else
        clearSets();
}

void RouteSavingsPane::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (m_run.isWanted())
        start();
}

void RouteSavingsPane::start()
{
    clearSets();
    say(tr("Deciding the calls again by the versions before …"));
    m_run.start(std::make_unique<core::RouteSavings>(m_context.database, m_range, m_includeSimulated,
                                                     m_context.book, m_context.ruleSets.lookup()),
                [this](const core::Result<core::RouteSavingsResult> &result) { take(result); });
}

void RouteSavingsPane::take(const core::Result<core::RouteSavingsResult> &result)
{
    say({});
    if (!result) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The calls could not be read"),
                              result.error().message);
        return;
    }
    m_result = *result;
    for (const core::SetSavings &set : m_result->sets) {
        m_shown.append(makeSet(set));
        m_setColumn->insertWidget(m_setColumn->count() - 1, m_shown.constLast());
    }
    if (m_result->sets.isEmpty())
        say(tr("No rule set that is active now ran in this period. Activate one in Routes: from then on its "
               "calls are compared with the version before."));
    else if (m_result->cancelled)
        say(tr("Stopped: the figures are of the calls looked at so far."));
}

void RouteSavingsPane::clearSets()
{
    m_result.reset();
    m_problem->hide();
    qDeleteAll(std::exchange(m_shown, {}));
    say({});
}

void RouteSavingsPane::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    const bool alone = !sentence.isEmpty() && m_shown.isEmpty();
    m_sentence->setAlignment(alone ? Qt::Alignment(Qt::AlignCenter) : Qt::AlignLeft | Qt::AlignVCenter);
    m_area->setVisible(!alone);
}

QWidget *RouteSavingsPane::makeSet(const core::SetSavings &set)
{
    auto *const box = new QWidget(m_sets);
    box->setObjectName(QStringLiteral("routesavings.set"));
    auto *const title = new ThemedLabel(
        m_context.theme,
        tr("%1, active since %2")
            .arg(core::activationLabel(set.activation), localMoment(set.activation.atMs, m_zone)),
        Theme::Token::Ink, box);
    title->setObjectName(QStringLiteral("routesavings.title"));
    title->setType(1.0, QFont::DemiBold);
    title->setWordWrap(true);
    const bool isCompared = set.problem.isEmpty();
    QString basis = set.problem;
    if (isCompared)
        basis =
            tr("Estimate: the compared calls by version %1, at its prices of today and, where own answers "
               "tell, with bounds for their lengths. Calls that cannot be decided again, or that have no "
               "known cost on both sides, are not compared.")
                .arg(set.activation.versionBefore);
    auto *const note = new ThemedLabel(m_context.theme, basis, Theme::Token::Ink2, box);
    note->setObjectName(QStringLiteral("routesavings.note"));
    note->setWordWrap(true);
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(m_context.theme.px(16));
    addHeads(grid);
    for (const RuleSavings &rule : set.rules)
        addRow(grid, rule, rule.rule, isCompared);
    addRow(grid, set.total, tr("All rules"), isCompared);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(note);
    column->addLayout(grid);
    return box;
}

void RouteSavingsPane::addHeads(QGridLayout *grid)
{
    const QStringList heads{tr("Rule"),
                            tr("Calls"),
                            tr("Cost"),
                            tr("Compared"),
                            tr("Cost of these", "of the calls that are compared"),
                            tr("Estimate of these", "of the calls that are compared"),
                            tr("Saved"),
                            tr("Basis")};
    for (int head = 0; head < heads.size(); ++head)
        grid->addWidget(new ThemedLabel(m_context.theme, heads.at(head), Theme::Token::Ink2, m_sets), 0, head,
                        isFigureColumn(head) ? Qt::AlignRight : Qt::AlignLeft);
    grid->setColumnStretch(RuleColumn, 2);
    grid->setColumnStretch(SavedColumn, 3);
    grid->setColumnStretch(BasisColumn, 2);
}

void RouteSavingsPane::addRow(QGridLayout *grid, const RuleSavings &rule, const QString &name,
                              bool isCompared)
{
    const int row = grid->rowCount();
    const bool hasSpend = rule.hasSpend();
    const QString unknown = QStringLiteral("–");
    const auto add = [&](SavingsColumn column, const QString &text, Theme::Token ink, const char *part) {
        auto *const label = new ThemedLabel(m_context.theme, text, ink, m_sets);
        label->setObjectName(QStringLiteral("routesavings.") + QLatin1StringView(part));
        if (isFigureColumn(column)) {
            grid->addWidget(label, row, column, Qt::AlignRight | Qt::AlignTop);
            return label;
        }
        // It takes the whole cell: with an alignment of its own it would be as narrow as it can.
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(label, row, column);
        return label;
    };
    const QString compared =
        tr("%1 of %2 calls").arg(core::formatCount(rule.compared()), core::formatCount(rule.figures.calls));
    const auto amount = [&](core::Money money) {
        return rule.isKnown() ? core::formatMoney(money) : unknown;
    };
    add(RuleColumn, name, Theme::Token::Ink, "rule");
    add(CallsColumn, core::formatCount(rule.figures.calls), Theme::Token::Ink, "calls");
    add(SpendColumn, hasSpend ? core::formatMoney(rule.spend) : tr("unpriced"),
        hasSpend ? Theme::Token::Ink : Theme::Token::Warn, "spend");
    add(ComparedColumn, isCompared ? compared : unknown, Theme::Token::Ink2, "compared");
    add(BeforeColumn, amount(rule.figures.costBefore), Theme::Token::Ink, "comparedcost");
    add(EstimateColumn, amount(rule.figures.costAfter), Theme::Token::Ink, "estimate");
    ThemedLabel *const saved =
        add(SavedColumn, isCompared ? core::savingsInWords(rule) : unknown, inkOf(rule), "saved");
    saved->setAccessibleName(isCompared ? tr("%1: %2; compared: %3", "rule, what it saved, 31 of 198 calls")
                                              .arg(name, saved->text(), compared)
                                        : tr("%1: %2").arg(name, saved->text()));
    add(BasisColumn, core::basesInWords(rule.bases), Theme::Token::Ink2, "basis");
}

} // namespace ui

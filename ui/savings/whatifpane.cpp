#include "ui/savings/whatifpane.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/catalog/pricebook.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/savings/whatifrowview.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/savetext.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/themedlabel.h"

#include <QJsonDocument>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kLeastRows = 64; // pixels of the design
constexpr int kGapOfButtons = 6;

/// Why there are no rules to open, and what to do about it; empty when nothing would be won by them.
QString noDraftText(const core::WhatIfResult &result)
{
    bool saves = false;
    bool known = false;
    for (const core::WhatIfRow &row : result.rows) {
        const bool cheaper = row.to && row.figures.saved() > core::Money();
        if (cheaper && row.counted && row.from == row.to)
            return WhatIfPane::tr("Most of these calls ask that model already, so there is no rule to make.");
        saves = saves || (cheaper && row.counted);
        known = known || cheaper;
    }
    if (saves)
        return WhatIfPane::tr("No rule can do this: a judge and a prompt set name their models themselves. "
                              "Choose the cheaper one there.");
    return known
        ? WhatIfPane::tr("A rule needs at least %1 votes on its task: vote on more answers in Compare.")
              .arg(QString::number(result.standard.votes))
        : QString();
}

} // namespace

WhatIfPane::WhatIfPane(const SavingsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_choice(new FlatButton(context.theme, {}, FlatButton::Look::Outlined, this))
    , m_strip(new RunStrip(context.theme, QStringLiteral("whatif"), this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_sentence(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_total(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_noDraft(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_assumptions(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_fold(new FlatButton(context.theme, tr("&Assumptions"), FlatButton::Look::Fold, this))
    , m_open(new FlatButton(context.theme, tr("&Open in Routes"), FlatButton::Look::Outlined, this))
    , m_export(new FlatButton(context.theme, tr("E&xport"), FlatButton::Look::Outlined, this))
    , m_run(*this, *m_strip)
{
    setObjectName(QStringLiteral("whatif"));
    setAccessibleName(tr("What if"));
    m_request.target = core::parseTargetName(context.settings.get(core::settings::kWhatIfTarget));
    build();
    makeChoice();
    nameTarget();
    clearRows();
}

WhatIfPane::~WhatIfPane() = default;

void WhatIfPane::build()
{
    m_total->setObjectName(QStringLiteral("whatif.total"));
    m_total->setWordWrap(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_context.theme.px(8));
    column->addWidget(makeRows(), 1);
    column->addWidget(m_total);
    column->addWidget(makeFoot());
}

/// All that needs more height in another language or at a larger text: it scrolls, so that nothing is cut.
QWidget *WhatIfPane::makeRows()
{
    auto *const area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("whatif.rows"));
    area->setAccessibleName(tr("Tasks and what they would have cost"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumHeight(m_context.theme.px(kLeastRows));
    m_rows = new QWidget(area);
    fillRows();
    area->setWidget(m_rows);
    showThrough(*area);
    new FocusRing(m_context.theme, area);
    followFocus(*area);
    connect(m_fold, &QToolButton::toggled, this, [this, area](bool on) {
        m_fold->setThemedIcon(on ? Icon::ChevronDown : Icon::ChevronRight);
        m_assumptions->setVisible(on);
        // Once there is room for them.
        const auto scroll = [this, area] { area->verticalScrollBar()->setValue(m_fold->y()); };
        if (on)
            QMetaObject::invokeMethod(this, scroll, Qt::QueuedConnection);
    });
    return area;
}

void WhatIfPane::fillRows()
{
    auto *const title = new ThemedLabel(m_context.theme, tr("What if"), Theme::Token::Ink, this);
    title->setType(1.0, QFont::DemiBold);
    auto *const subtitle = new ThemedLabel(m_context.theme, tr("Reprice this period with your own tokens."),
                                           Theme::Token::Ink2, this);
    subtitle->setObjectName(QStringLiteral("whatif.subtitle"));
    m_problem->setObjectName(QStringLiteral("whatif.problem"));
    m_problem->hide();
    m_sentence->setObjectName(QStringLiteral("whatif.sentence"));
    m_noDraft->setObjectName(QStringLiteral("whatif.nodraft"));
    m_assumptions->setObjectName(QStringLiteral("whatif.assumptiontext"));
    m_assumptions->hide();
    for (ThemedLabel *const label : {title, subtitle, m_sentence, m_noDraft, m_assumptions})
        label->setWordWrap(true);
    m_fold->setObjectName(QStringLiteral("whatif.assumptions"));
    m_fold->setCheckable(true);
    m_fold->setThemedIcon(Icon::ChevronRight);
    m_rowColumn = new QVBoxLayout;
    m_rowColumn->setSpacing(m_context.theme.px(10));
    auto *const column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_context.theme.px(8));
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_strip);
    column->addWidget(m_problem);
    column->addWidget(m_sentence);
    column->addLayout(m_rowColumn);
    column->addWidget(m_noDraft);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_assumptions);
    column->addStretch(1);
}

QWidget *WhatIfPane::makeFoot()
{
    m_open->setObjectName(QStringLiteral("whatif.open"));
    m_open->setElidable();
    m_open->setToolTip(tr("Make a draft of rules that ask the cheaper models"));
    m_export->setObjectName(QStringLiteral("whatif.export"));
    m_export->setAccessibleName(tr("Export the what-if"));
    auto *const menu = new QMenu(m_export);
    QAction *const csv = menu->addAction(tr("As &CSV …"), this, [this] {
        save(tr("Save the what-if"), QStringLiteral("what-if.csv"), core::whatIfToCsv(*m_result));
    });
    csv->setObjectName(QStringLiteral("whatif.csv"));
    QAction *const json = menu->addAction(tr("As &JSON …"), this, [this] {
        save(tr("Save the what-if"), QStringLiteral("what-if.json"),
             QString::fromUtf8(QJsonDocument(core::whatIfToJson(*m_result)).toJson()));
    });
    json->setObjectName(QStringLiteral("whatif.json"));
    m_export->setMenu(menu);
    auto *const foot = new QWidget(this);
    auto *const buttons = new FlowLayout(foot, m_context.theme.px(kGapOfButtons));
    buttons->addWidget(m_open);
    buttons->addWidget(m_export);
    connect(m_open, &QToolButton::clicked, this,
            [this] { emit openInRoutesRequested(core::draftRules(*m_result, m_context.clock.utcMs())); });
    return foot;
}

void WhatIfPane::makeChoice()
{
    m_choice->setObjectName(QStringLiteral("whatif.choice"));
    m_choice->setElidable();
    auto *const menu = new QMenu(m_choice);
    QAction *const cheapest =
        menu->addAction(tr("&Cheapest that passed your votes"), this, [this] { setTarget({}); });
    cheapest->setObjectName(QStringLiteral("whatif.cheapest"));
    QAction *const other = menu->addAction(tr("Another &model …"), this, [this] {
        const QStringList inUse =
            m_request.target ? QStringList{m_request.target->toString()} : QStringList();
        m_context.pickTarget(m_choice, inUse, [this](const core::TargetName &target) { setTarget(target); });
    });
    other->setObjectName(QStringLiteral("whatif.other"));
    m_choice->setMenu(menu);
}

void WhatIfPane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    m_request.range = core::timeRange(period, zone);
    m_request.includeSimulated = includeSimulated;
    startSoon();
}

void WhatIfPane::setTarget(const std::optional<core::TargetName> &target)
{
    m_request.target = target;
    m_context.settings.set(core::settings::kWhatIfTarget, target ? target->toString() : QString());
    nameTarget();
    startSoon();
}

void WhatIfPane::nameTarget()
{
    const QString text =
        m_request.target ? m_request.target->toString() : tr("Cheapest that passed your votes");
    m_choice->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_choice->setAccessibleName(tr("Price at: %1").arg(text));
    m_choice->setToolTip(m_choice->accessibleName());
}

void WhatIfPane::startSoon()
{
    if (m_run.renew())
        start();
    else
        clearRows();
}

void WhatIfPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_run.isWanted())
        start();
}

void WhatIfPane::start()
{
    clearRows();
    const QList<core::Account> accounts = m_context.accounts.accounts();
    const core::WhatIfSources sources{m_context.prices.snapshot(accounts, m_context.models), accounts,
                                      m_context.book};
    say(tr("Pricing the calls of the period …"));
    m_run.start(std::make_unique<core::WhatIf>(m_context.database, m_request, sources),
                [this](const core::Result<core::WhatIfResult> &result) { take(result); });
}

void WhatIfPane::take(const core::Result<core::WhatIfResult> &result)
{
    say({});
    if (!result) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The calls could not be read"),
                              result.error().message);
        return;
    }
    m_result = *result;
    showResult();
}

void WhatIfPane::clearRows()
{
    m_result.reset();
    m_problem->hide();
    const QList<WhatIfRowView *> rows = m_rows->findChildren<WhatIfRowView *>();
    qDeleteAll(rows);
    m_total->hide();
    m_noDraft->hide();
    m_fold->hide();
    m_assumptions->hide();
    m_open->hide();
    m_export->hide();
    say({});
}

void WhatIfPane::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void WhatIfPane::showResult()
{
    const core::WhatIfResult &result = *m_result;
    if (result.rows.isEmpty()) {
        say(tr("No calls of your own were sent in this period."));
        return;
    }
    bool any = false;
    for (const core::WhatIfRow &row : result.rows) {
        any = any || row.to;
        m_rowColumn->addWidget(new WhatIfRowView(m_context.theme, row, result.periodCost, m_rows));
    }
    if (!any)
        say(tr("No cheaper model has votes on your tasks yet: vote on answers in Compare, or choose a model "
               "here."));
    else if (result.cancelled)
        say(tr("Stopped: the figures are of the calls looked at so far."));
    const std::optional<double> percent = core::percentOf(result.total.saved(), result.periodCost);
    m_total->setVisible(result.total.repriced > 0);
    m_total->setText(
        percent ? tr("In total %1 (%2 %)")
                      .arg(WhatIfRowView::amountText(result.total.saved()), QString::number(*percent, 'f', 0))
                : tr("In total %1").arg(WhatIfRowView::amountText(result.total.saved())));
    m_assumptions->setText(core::whatIfAssumptions(result).join(u'\n'));
    m_fold->show();
    m_assumptions->setVisible(m_fold->isChecked());
    const bool draft = !core::draftRules(result, m_context.clock.utcMs()).rules.isEmpty();
    m_open->setVisible(draft);
    m_noDraft->setText(draft ? QString() : noDraftText(result));
    m_noDraft->setVisible(!m_noDraft->text().isEmpty());
    m_export->show();
}

void WhatIfPane::save(const QString &title, const QString &name, const QString &text)
{
    saveText(
        this, title, name, [text] { return text; },
        [this](const QString &fileName, const QString &error) {
            emit notified(error.isEmpty() ? tr("Saved %1").arg(fileName)
                                          : tr("%1 could not be saved: %2").arg(fileName, error));
        });
}

} // namespace ui

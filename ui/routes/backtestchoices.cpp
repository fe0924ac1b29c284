#include "ui/routes/backtestchoices.h"

#include "core/accounts/accountstore.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QDateEdit>
#include <QMenu>
#include <QPointer>
#include <QTimeZone>

namespace ui {

namespace {

/// Among the periods, which are numbers of days.
constexpr int kOwnPeriod = 0;

} // namespace

BacktestChoices::BacktestChoices(const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_period(new WordCombo(context.theme, this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_sources(new FlatButton(context.theme, QString(), FlatButton::Look::Outlined, this))
    , m_against(new WordCombo(context.theme, this))
{
    setObjectName(QStringLiteral("backtest.choices"));
    makePeriod();
    makeSources();
    m_against->setObjectName(QStringLiteral("backtest.against"));
    m_against->setAccessibleName(tr("Compare with"));
    m_against->addItem(tr("nothing else"), 0);
    auto *const against = new ThemedLabel(context.theme, tr("Beside &it"), Theme::Token::Ink2, this);
    against->setBuddy(m_against);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_period), static_cast<QWidget *>(m_from),
                          static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_sources),
                          static_cast<QWidget *>(against), static_cast<QWidget *>(m_against)})
        row->addWidget(part);
    row->addStretch(1);
}

void BacktestChoices::makePeriod()
{
    m_period->setObjectName(QStringLiteral("backtest.period"));
    m_period->setAccessibleName(tr("Period"));
    for (const int days : {7, 30, 90})
        m_period->addItem(tr("the last %n days", nullptr, days), days);
    m_period->addItem(tr("from … to …"), kOwnPeriod);
    m_period->showData(30);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_context.clock.utcMs(), zone()).date();
    m_from->setObjectName(QStringLiteral("backtest.from"));
    m_from->setAccessibleName(tr("First day"));
    m_from->setDate(today.addDays(-30));
    m_to->setObjectName(QStringLiteral("backtest.to"));
    m_to->setAccessibleName(tr("Last day"));
    m_to->setDate(today);
    for (QDateEdit *date : {m_from, m_to}) {
        date->setCalendarPopup(true);
        date->hide();
    }
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        m_from->setVisible(m_period->data() == kOwnPeriod);
        m_to->setVisible(m_period->data() == kOwnPeriod);
    });
}

QAction *BacktestChoices::addSource(const QString &text, const char *objectName, bool on)
{
    QAction *const action = m_sources->menu()->addAction(text);
    action->setObjectName(QLatin1StringView(objectName));
    action->setCheckable(true);
    action->setChecked(on);
    connect(action, &QAction::toggled, this, &BacktestChoices::describeSources);
    return action;
}

void BacktestChoices::makeSources()
{
    m_sources->setObjectName(QStringLiteral("backtest.sources"));
    m_sources->setMenu(new QMenu(m_sources));
    m_sources->menu()->setToolTipsVisible(true);
    m_routed = addSource(tr("Calls that &rules decided"), "backtest.routed", true);
    m_gateway = addSource(tr("Calls of other &programs through the gateway"), "backtest.gateway", true);
    m_imported = addSource(tr("&Imported requests"), "backtest.imported", true);
    m_compare = addSource(tr("Runs of &Compare, once each"), "backtest.compare", false);
    m_compare->setToolTip(tr(
        "As what it was counts the answer that won the vote, else that of the chosen model, else the first "
        "one of the run"));
    m_baselineChoice = m_sources->menu()->addAction(QString());
    m_baselineChoice->setObjectName(QStringLiteral("backtest.baseline"));
    m_baselineChoice->setCheckable(true);
    connect(m_baselineChoice, &QAction::triggered, this, &BacktestChoices::chooseBaseline);
    const bool demo = m_context.accounts.find(core::kDemoAccountId).has_value();
    m_simulated = addSource(tr("Calls of the &simulator too"), "backtest.simulated",
                            demo || m_context.settings.get(core::settings::kIncludeSimulated));
    describeSources();
}

void BacktestChoices::describeSources()
{
    int on = 0;
    for (const QAction *source : {m_routed, m_gateway, m_imported, m_compare})
        on += source->isChecked() ? 1 : 0;
    m_baselineChoice->setEnabled(m_compare->isChecked());
    m_baselineChoice->setChecked(m_baseline.has_value());
    m_baselineChoice->setText(
        m_baseline ? tr("Without a vote, the answer of %1")
                         .arg(m_baseline->toString().replace(QLatin1Char('&'), QStringLiteral("&&")))
                   : tr("Without a vote, the answer of a chosen &model …"));
    m_sources->setText(tr("Calls: %n kinds", nullptr, on));
    m_sources->setAccessibleName(m_sources->text());
}

/// Chosen again, it is the first answer's turn again.
void BacktestChoices::chooseBaseline()
{
    const bool had = std::exchange(m_baseline, std::nullopt).has_value();
    describeSources(); // the click has turned the mark
    if (had)
        return;
    m_context.pickTarget(m_sources, {},
                         [choices = QPointer<BacktestChoices>(this)](const core::TargetName &name) {
                             if (!choices)
                                 return;
                             choices->m_baseline = name;
                             choices->describeSources();
                         });
}

QTimeZone BacktestChoices::zone() const
{
    const QString name = m_context.settings.get(core::settings::kReportingZone);
    return name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
}

core::BacktestOptions BacktestChoices::options() const
{
    core::BacktestOptions options;
    const qint64 nowMs = m_context.clock.utcMs();
    if (m_period->data() == kOwnPeriod) {
        options.sinceMs = m_from->date().startOfDay(zone()).toMSecsSinceEpoch();
        options.untilMs = m_to->date().addDays(1).startOfDay(zone()).toMSecsSinceEpoch();
    } else {
        const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone()).date();
        options.sinceMs = today.addDays(1 - m_period->data()).startOfDay(zone()).toMSecsSinceEpoch();
        options.untilMs = nowMs + 1;
    }
    options.routed = m_routed->isChecked();
    options.gateway = m_gateway->isChecked();
    options.imported = m_imported->isChecked();
    options.compareRuns = m_compare->isChecked();
    options.baseline = m_baseline;
    options.includeSimulated = m_simulated->isChecked();
    return options;
}

core::Result<void> BacktestChoices::check() const
{
    if (m_period->data() == kOwnPeriod && m_from->date() > m_to->date())
        return core::Error{core::ErrorKind::InvalidRequest,
                           tr("The first day of the period is after its last day.")};
    if (!m_routed->isChecked() && !m_gateway->isChecked() && !m_imported->isChecked()
        && !m_compare->isChecked())
        return core::Error{core::ErrorKind::InvalidRequest,
                           tr("No kind of calls is chosen to be decided again.")};
    return {};
}

int BacktestChoices::against() const
{
    return m_against->data();
}

void BacktestChoices::setVersions(const QList<core::RuleSetVersion> &versions, int active)
{
    const int chosen = against();
    m_against->clear();
    m_against->addItem(tr("nothing else"), 0);
    for (const core::RuleSetVersion &version : versions) {
        if (!version.problem.isEmpty())
            continue;
        m_against->addItem(version.number == active ? tr("version %1, active").arg(version.number)
                                                    : tr("version %1").arg(version.number),
                           version.number);
    }
    const int still = m_against->findData(chosen);
    m_against->setCurrentIndex(std::max(0, still));
}

} // namespace ui

#include "ui/spending/anomalylist.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/base/typedamount.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/spending/spendingreader.h"
#include "ui/spending/panestack.h"
#include "ui/spending/spendingwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

/// More of them are no anomalies to look at one by one.
constexpr qsizetype kMostAnomalies = 8;
constexpr int kFloorWidth = 96;
constexpr int kFloorLabel = 160;

} // namespace

AnomalyList::AnomalyList(const Theme &theme, const core::SpendingReader &reader, core::Settings &settings,
                         QWidget *parent)
    : Card(theme, {}, parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_settings(settings)
    , m_floor(new QLineEdit(this))
    , m_content(new QWidget(this))
{
    setObjectName(QStringLiteral("spending.anomalies"));
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_stack = new PaneStack(theme, m_content, this);
    buildFloor();
    content()->addWidget(m_floorRow);
    content()->addWidget(m_stack, 1);
    connect(m_stack, &PaneStack::retryRequested, this, &AnomalyList::load);
}

void AnomalyList::buildFloor()
{
    m_floor->setObjectName(QStringLiteral("spending.anomalies.floor"));
    m_floor->setAccessibleName(tr("Only days that cost more than, in US dollars"));
    m_floor->setToolTip(tr("A day that cost no more than this is never unusual."));
    m_floor->setAlignment(Qt::AlignRight);
    m_floor->setMaximumWidth(m_theme.px(kFloorWidth));
    m_floor->setText(core::amountToType(rule().floor.toDecimal()));
    // The field stays beside its label, however wide the page is.
    auto *const place = new QWidget(this);
    auto *const line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_floor);
    line->addStretch(1);
    m_floorRow = new FieldRow(m_theme, tr("Only days a&bove (US$)"), place, this);
    m_floorRow->setFirstPart(m_floor);
    m_floorRow->setLabelWidth(kFloorLabel);
    connect(m_floor, &QLineEdit::editingFinished, this, &AnomalyList::takeFloor);
    connect(m_floor, &QLineEdit::textEdited, this, [this] { m_floorRow->setFault({}); });
}

void AnomalyList::takeFloor()
{
    const std::optional<core::Money> floor = core::typedAmount(m_floor->text());
    const bool isFloor = floor && *floor >= core::Money();
    m_floorRow->setFault(isFloor ? QString()
                                 : tr("This must be an amount such as 0.50. The old one still holds."));
    if (!isFloor || *floor == rule().floor)
        return;
    m_settings.set(core::settings::kAnomalyFloor, floor->toDecimal());
    m_query.rule = rule();
    if (m_generation > 0) // else no period was set yet
        load();
}

core::AnomalyRule AnomalyList::rule() const
{
    core::AnomalyRule rule;
    rule.floor = core::Money::fromDecimal(m_settings.get(core::settings::kAnomalyFloor)).value_or(rule.floor);
    return rule;
}

void AnomalyList::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    m_query = {core::timeRange(period, zone), zone, includeSimulated, rule()};
    load();
}

void AnomalyList::load()
{
    const quint64 generation = ++m_generation;
    m_stack->showLoading();
    core::continued(m_reader.anomalies(m_query), this,
                    [this, generation](const core::Result<QList<core::SpendAnomaly>> &anomalies) {
                        if (generation != m_generation)
                            return;
                        if (anomalies)
                            showAnomalies(*anomalies);
                        else
                            m_stack->showProblem(anomalies.error());
                    });
}

void AnomalyList::showAnomalies(const QList<core::SpendAnomaly> &anomalies)
{
    m_anomalies = anomalies;
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        if (QWidget *const row = item->widget()) {
            row->hide();
            row->deleteLater(); // one of them may hold the sender
        }
        delete item;
    }
    if (anomalies.isEmpty()) {
        m_stack->showNothing(
            tr("No model, account or task cost %1 times its usual day and more than %2 on any day.")
                .arg(m_query.rule.ratio)
                .arg(core::formatMoney(m_query.rule.floor)));
        return;
    }
    for (qsizetype at = 0; at < std::min(kMostAnomalies, anomalies.size()); ++at)
        addRow(anomalies.at(at));
    if (const qsizetype more = anomalies.size() - kMostAnomalies; more > 0)
        m_rows->addWidget(new ThemedLabel(
            m_theme, tr("and %1 more; choose a shorter period to see them").arg(core::formatCount(more)),
            Theme::Token::Ink2, m_content));
    m_rows->addStretch(1);
    m_stack->showContent();
}

QString AnomalyList::dayText(QDate day) const
{
    const auto earlier = [](const core::SpendAnomaly &a, const core::SpendAnomaly &b) {
        return a.day < b.day;
    };
    const auto [first, last] = std::minmax_element(m_anomalies.cbegin(), m_anomalies.cend(), earlier);
    return SpendingWords::day(day, first->day, last->day);
}

void AnomalyList::addRow(const core::SpendAnomaly &anomaly)
{
    QString subject = anomaly.subject.value;
    if (anomaly.subject.dimension == QLatin1StringView("task"))
        subject = subject.isEmpty() ? core::LedgerWords::task(subject)
                                    : tr("task %1").arg(core::LedgerWords::task(subject));
    else if (anomaly.subject.dimension == QLatin1StringView("account"))
        subject = tr("account %1").arg(subject);
    auto *const row = new QWidget(m_content);
    auto *const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    const QString name = tr("%1, %2", "day, model or account or task").arg(dayText(anomaly.day), subject);
    auto *const open = new FlatButton(m_theme, QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")),
                                      FlatButton::Look::Link, row);
    open->setObjectName(QStringLiteral("spending.anomaly.open"));
    open->setTextLimit(260);
    const QString what =
        tr("%1 instead of the usual %2 (median of the %n days before)", "amounts", anomaly.activeDays)
            .arg(core::formatMoney(anomaly.cost), core::formatMoney(anomaly.median));
    open->setAccessibleName(tr("%1: %2", "day and subject, what it cost").arg(name, what));
    auto *const text = new ElidedLabel(m_theme, what, Theme::Token::Ink2, Qt::ElideRight, row);
    line->addWidget(open);
    line->addWidget(text, 1);
    m_rows->addWidget(row);
    connect(open, &FlatButton::clicked, this,
            [this, calls = anomaly.calls, name] { emit openRequested(calls.only, calls.range, name); });
}

} // namespace ui

#include "ui/usage/explorecontrols.h"

#include "core/models/explorewords.h"
#include "ui/usage/choicebutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/taborder.h"

#include <algorithm>
#include <cstdlib>

using core::ExploreMetric;
using core::ExploreRollup;
using core::ExploreWords;

namespace ui {

namespace {

/// Those with a segment of their own; the segment after them is the further one.
constexpr ExploreMetric kSegments[] = {ExploreMetric::Cost, ExploreMetric::Tokens, ExploreMetric::Attempts,
                                       ExploreMetric::Errors};
constexpr int kFurther = static_cast<int>(std::size(kSegments));
constexpr ExploreMetric kFurtherMetrics[] = {
    ExploreMetric::ErrorRate,    ExploreMetric::CacheHitRate,      ExploreMetric::InputTokens,
    ExploreMetric::OutputTokens, ExploreMetric::CachedInputTokens, ExploreMetric::Requests,
    ExploreMetric::Rescued,      ExploreMetric::Unpriced,          ExploreMetric::FailedCost};
constexpr int kTops[] = {3, 5, 10, 20};
constexpr int kFollowPeriod = -1;
constexpr qint64 kHoursUpToDays = 2;
constexpr qint64 kDaysUpToDays = 93;
constexpr qint64 kWeeksUpToDays = 540;

int segmentOf(ExploreMetric metric)
{
    const auto *const found = std::find(std::begin(kSegments), std::end(kSegments), metric);
    return static_cast<int>(found - std::begin(kSegments));
}

/// The choice next to a number of series, of two equally near ones the smaller; 0 is all of them.
int offeredTop(int top)
{
    if (top == 0)
        return top;
    return *std::min_element(std::begin(kTops), std::end(kTops), [top](int one, int other) {
        return std::abs(one - top) < std::abs(other - top);
    });
}

} // namespace

ExploreControls::ExploreControls(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_metrics(new SegmentedControl(theme, this))
    , m_more(new ChoiceButton(theme, tr("Further figures"), this))
    , m_group(new ChoiceButton(theme, tr("Split by"), this))
    , m_subgroup(new ChoiceButton(theme, tr("Split further by"), this))
    , m_top(new ChoiceButton(theme, tr("How many are shown, the rest as Other"), this))
    , m_rollup(new ChoiceButton(theme, tr("Steps of time"), this))
    , m_cumulative(new FlatButton(theme, tr("Cumulative"), FlatButton::Look::Flat, this))
    , m_kinds(new ChoiceButton(theme, tr("How it is drawn"), this))
    , m_further(ExploreMetric::ErrorRate)
{
    m_query.topN = 5;
    m_metrics->setObjectName(QStringLiteral("usage.metric"));
    m_metrics->setAccessibleName(tr("What the chart shows"));
    m_metrics->addSegment(tr("Cost"));
    m_metrics->addSegment(tr("Tokens"), tr("Input and output tokens"));
    m_metrics->addSegment(tr("Requests"));
    m_metrics->addSegment(tr("Errors"), tr("Failed, interrupted or refused requests"));
    m_metrics->addSegment(ExploreWords::metric(m_further));
    m_more->setObjectName(QStringLiteral("usage.furtherMetric"));
    m_group->setObjectName(QStringLiteral("usage.group"));
    m_subgroup->setObjectName(QStringLiteral("usage.subgroup"));
    m_top->setObjectName(QStringLiteral("usage.top"));
    m_rollup->setObjectName(QStringLiteral("usage.rollup"));
    m_kinds->setObjectName(QStringLiteral("usage.kind"));
    m_cumulative->setObjectName(QStringLiteral("usage.cumulative"));
    m_cumulative->setCheckable(true);
    m_cumulative->setToolTip(tr("Sum up from the begin of the period"));
    new FlowLayout(this, 8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_metrics), static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_group),
          static_cast<QWidget *>(m_subgroup), static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_rollup),
          static_cast<QWidget *>(m_cumulative), static_cast<QWidget *>(m_kinds)})
        layout()->addWidget(part);
    orderTabStops();
    fillMenus();
    connect(m_metrics, &SegmentedControl::currentChanged, this, &ExploreControls::chooseSegment);
    connect(m_cumulative, &QToolButton::toggled, this, [this](bool on) {
        m_query.cumulative = on;
        if (!m_settingUp)
            emit changed();
    });
    showState();
}

void ExploreControls::fillMenus()
{
    for (const ExploreMetric metric : kFurtherMetrics)
        m_more->addChoice(static_cast<int>(metric), ExploreWords::metric(metric), tr("More"));
    for (const int top : kTops)
        m_top->addChoice(top, tr("The first %1").arg(top), tr("top %1").arg(top));
    m_top->addChoice(0, tr("All"), tr("all"));
    m_rollup->addChoice(kFollowPeriod, tr("As suits the period"));
    m_rollup->addSeparator();
    for (const ExploreRollup rollup : {ExploreRollup::Quarter, ExploreRollup::Hour, ExploreRollup::Day,
                                       ExploreRollup::Week, ExploreRollup::Month})
        m_rollup->addChoice(static_cast<int>(rollup), ExploreWords::rollup(rollup));
    m_kinds->addChoice(static_cast<int>(ExploreKind::Bars), tr("Stacked bars"), tr("Bars"));
    m_kinds->addChoice(static_cast<int>(ExploreKind::Lines), tr("Lines"));
    m_kinds->addChoice(static_cast<int>(ExploreKind::Shares), tr("Shares"));
    m_kinds->addChoice(static_cast<int>(ExploreKind::Table), tr("Table"));
    fillDimensions();
    const auto on = [this](ChoiceButton *button, auto take) {
        connect(button, &ChoiceButton::chosen, this, [this, take](const QVariant &value) {
            take(value);
            showState();
            emit changed();
        });
    };
    on(m_more, [this](const QVariant &value) { setMetric(static_cast<ExploreMetric>(value.toInt())); });
    on(m_top, [this](const QVariant &value) { m_query.topN = value.toInt(); });
    on(m_kinds, [this](const QVariant &value) { m_kind = static_cast<ExploreKind>(value.toInt()); });
    on(m_rollup, [this](const QVariant &value) {
        m_automatic = value.toInt() == kFollowPeriod;
        // Until the view with them is there.
        m_shownRollup.reset();
        if (!m_automatic)
            m_query.rollup = static_cast<ExploreRollup>(value.toInt());
    });
    on(m_group, [this](const QVariant &value) {
        m_query.group = value.toString();
        if (m_query.group.isEmpty() || m_query.subgroup == m_query.group)
            m_query.subgroup.clear();
    });
    on(m_subgroup, [this](const QVariant &value) {
        m_query.subgroup = value.toString() == m_query.group ? QString() : value.toString();
    });
}

void ExploreControls::fillDimensions()
{
    QStringList dimensions{QStringLiteral("model"), QStringLiteral("vendor"), QStringLiteral("account"),
                           QStringLiteral("task"),  QStringLiteral("rule"),   QStringLiteral("source"),
                           QStringLiteral("day")};
    for (const QString &key : std::as_const(m_tags))
        dimensions.append(QStringLiteral("tag:") + key);
    m_group->clearChoices();
    m_subgroup->clearChoices();
    m_group->addChoice(QString(), tr("Not at all"), tr("all together"));
    m_subgroup->addChoice(QString(), tr("Not further"), tr("and …"));
    for (const QString &dimension : std::as_const(dimensions)) {
        const QString name = ExploreWords::dimension(dimension);
        m_group->addChoice(dimension, tr("By %1").arg(name), tr("by %1").arg(name));
        m_subgroup->addChoice(dimension, tr("By %1").arg(name), tr("and %1").arg(name));
    }
}

void ExploreControls::setTags(const QStringList &keys)
{
    if (keys == m_tags)
        return;
    m_tags = keys;
    fillDimensions();
    showState();
}

void ExploreControls::chooseSegment(int segment)
{
    if (m_settingUp)
        return;
    m_showsLatency = segment == m_latency;
    if (!m_showsLatency)
        m_query.metric = segment < kFurther ? kSegments[segment] : m_further;
    showState();
    emit changed();
}

void ExploreControls::setMetric(ExploreMetric metric)
{
    m_query.metric = metric;
    m_showsLatency = false;
    showState();
}

void ExploreControls::showState()
{
    m_settingUp = true;
    const int segment = segmentOf(m_query.metric);
    if (segment == kFurther) {
        m_further = m_query.metric;
        m_metrics->setSegmentText(kFurther, ExploreWords::metric(m_further));
    }
    m_metrics->setCurrent(m_showsLatency ? m_latency : segment);
    m_more->setCurrent(static_cast<int>(m_further));
    m_group->setCurrent(m_query.group);
    m_subgroup->setCurrent(m_query.subgroup);
    m_top->setCurrent(m_query.topN);
    m_rollup->setCurrent(m_automatic ? kFollowPeriod : static_cast<int>(m_query.rollup));
    if (m_shownRollup)
        m_rollup->setShown(ExploreWords::rollup(*m_shownRollup));
    m_kinds->setCurrent(static_cast<int>(m_kind));
    m_cumulative->setChecked(m_query.cumulative);
    const bool time = m_kind == ExploreKind::Bars || m_kind == ExploreKind::Lines;
    for (QWidget *part : {static_cast<QWidget *>(m_rollup), static_cast<QWidget *>(m_cumulative)})
        part->setVisible(time && !m_showsLatency);
    m_subgroup->setVisible(!m_query.group.isEmpty() && !m_showsLatency);
    for (QWidget *part :
         {static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_kinds)})
        part->setVisible(!m_showsLatency);
    m_settingUp = false;
}

core::ExploreQuery ExploreControls::applied(core::ExploreQuery query) const
{
    query.metric = m_query.metric;
    query.group = m_query.group;
    query.subgroup = m_query.subgroup;
    query.topN = m_query.topN;
    query.cumulative = m_query.cumulative;
    query.filters = m_query.filters;
    query.rollup = m_automatic ? rollupFor(query.period) : m_query.rollup;
    return query;
}

void ExploreControls::setQuery(const core::ExploreQuery &query)
{
    m_query = query;
    m_showsLatency = false;
    m_query.topN = offeredTop(query.topN);
    showState();
}

void ExploreControls::setKind(ExploreKind kind)
{
    m_kind = kind;
    showState();
}

void ExploreControls::setRollupAutomatic(bool automatic)
{
    m_automatic = automatic;
    showState();
}

void ExploreControls::showRollup(ExploreRollup rollup)
{
    m_shownRollup = rollup;
    m_rollup->setShown(ExploreWords::rollup(rollup));
}

void ExploreControls::addLatency()
{
    m_latency = m_metrics->addSegment(tr("Latency"), tr("How soon answers began and ended"));
    orderTabStops();
}

void ExploreControls::setLatencyShown()
{
    if (m_latency < 0)
        return;
    m_showsLatency = true;
    showState();
    emit changed();
}

void ExploreControls::addButton(QWidget *button)
{
    layout()->addWidget(button);
    m_added.append(button);
    orderTabStops();
}

/// From left to right: segments are made when they are added.
void ExploreControls::orderTabStops()
{
    chainTabStops(
        QList<QWidget *>{m_metrics, m_more, m_group, m_subgroup, m_top, m_rollup, m_cumulative, m_kinds}
        + m_added);
}

ExploreRollup ExploreControls::rollupFor(const core::ReportPeriod &period)
{
    if (period.kind == core::PeriodKind::Moments) {
        constexpr qint64 fourHours = 4 * 3'600'000LL;
        return period.untilMs - period.sinceMs <= fourHours ? ExploreRollup::Quarter : ExploreRollup::Hour;
    }
    const qint64 days = period.days();
    if (period.kind == core::PeriodKind::All || (days > kHoursUpToDays && days <= kDaysUpToDays))
        return ExploreRollup::Day;
    if (days <= kHoursUpToDays)
        return ExploreRollup::Hour;
    return days <= kWeeksUpToDays ? ExploreRollup::Week : ExploreRollup::Month;
}

} // namespace ui

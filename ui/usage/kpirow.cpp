#include "ui/usage/kpirow.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/usage/kpibox.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

using core::UsageFigures;
using core::UsageKpis;

namespace ui {

namespace {

constexpr double kLargest = 1.45;
constexpr double kSmallest = 0.95;
constexpr double kLeastPoints = 0.05;

QString signedText(double value, const QString &text)
{
    if (value > 0.0)
        return QLatin1Char('+') + text;
    return value < 0.0 ? QString(QChar(0x2212)) + text : text;
}

double tokens(const UsageFigures &figures)
{
    return static_cast<double>(figures.input) + static_cast<double>(figures.output);
}

} // namespace

KpiRow::KpiRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    addBox(tr("Cost"), QStringLiteral("kpi.cost"), tr("Show the cost over time"));
    addBox(tr("Requests"), QStringLiteral("kpi.requests"), tr("Show the requests over time"));
    addBox(tr("Tokens in / out"), QStringLiteral("kpi.tokens"), tr("Show the tokens over time"));
    addBox(tr("Errors"), QStringLiteral("kpi.errors"), tr("List the requests that failed"));
    addBox(tr("Cache hits"), QStringLiteral("kpi.cacheHits"), tr("Show the cache hits over time"));
    addBox(tr("Rescued by fallback"), QStringLiteral("kpi.rescued"),
           tr("List the requests that rescued a call"));
    addBox(tr("First token p95"), QStringLiteral("kpi.firstToken"), {});
    connect(&theme, &Theme::changed, this, &KpiRow::fit);
}

void KpiRow::addBox(const QString &name, const QString &objectName, const QString &where)
{
    auto *const box = new KpiBox(m_theme, name, this);
    box->setObjectName(objectName);
    box->setLeads(where);
    const auto figure = static_cast<Figure>(m_boxes.size());
    connect(box, &KpiBox::clicked, this, [this, figure] { emit figureChosen(figure); });
    connect(box, &KpiBox::linkClicked, this, &KpiRow::unpricedChosen);
    m_boxes.append(box);
    static_cast<QHBoxLayout *>(layout())->addWidget(box, 1);
}

void KpiRow::setLatencyLeads()
{
    m_boxes.at(FirstToken)->setLeads(tr("Show the latency"));
}

void KpiRow::setDisplayRate(const std::optional<core::ExchangeRate> &rate)
{
    m_displayRate = rate;
    m_boxes.at(Cost)->setConverted(m_cost, m_displayRate);
}

void KpiRow::showFigure(Figure figure, const QString &value, const QString &exact, const Note &note)
{
    m_boxes.at(figure)->setFigure(value, exact);
    m_boxes.at(figure)->setNote(note.text, note.ink);
}

KpiRow::Note KpiRow::judged(const QString &text, bool better)
{
    return better ? Note{tr("%1, better", "a change").arg(text), Theme::Token::Good}
                  : Note{tr("%1, worse", "a change").arg(text), Theme::Token::Bad};
}

/// "+12 %" against the period before; nothing to compare with gives nothing.
KpiRow::Note KpiRow::change(double now, const std::optional<double> &before)
{
    if (!before)
        return {};
    if (*before == 0.0)
        return {now == 0.0 ? tr("none before either") : tr("none before")};
    const double percent = std::round(100.0 * (now - *before) / *before);
    if (percent == 0.0)
        return {tr("as before")};
    if (percent >= 1000.0)
        return {tr("over 10 times as much")};
    return {tr("%1 %", "change in percent, signed")
                .arg(signedText(percent, QString::number(std::abs(percent), 'f', 0)))};
}

KpiRow::Note KpiRow::points(const std::optional<double> &now, const std::optional<double> &before,
                            bool betterUp)
{
    if (!now || !before)
        return {};
    const double points = 100.0 * (*now - *before);
    if (std::abs(points) < kLeastPoints)
        return {tr("as before")};
    return judged(tr("%1 pt", "change in percentage points, signed")
                      .arg(signedText(points, QLocale().toString(std::abs(points), 'f', 1))),
                  (points > 0.0) == betterUp);
}

void KpiRow::setKpis(const UsageKpis &kpis)
{
    showCost(kpis);
    showCounts(kpis);
    showErrors(kpis);
    showCacheHits(kpis);
    showLatency(kpis);
    fit();
}

void KpiRow::fit()
{
    double scale = kLargest;
    for (; scale > kSmallest; scale -= 0.05) {
        const QFontMetrics metrics(m_theme.font(scale, QFont::DemiBold));
        const bool all = std::all_of(m_boxes.cbegin(), m_boxes.cend(), [&metrics](const KpiBox *box) {
            return metrics.horizontalAdvance(box->value()) <= box->room();
        });
        if (all)
            break;
    }
    int lines = 1;
    for (const KpiBox *box : std::as_const(m_boxes))
        lines = std::max(lines, box->nameLines());
    for (KpiBox *box : std::as_const(m_boxes)) {
        box->setValueScale(scale);
        box->setNameLines(lines);
    }
    // The notes of all boxes are on one line, wherever the link of one is.
    bool below = false;
    for (KpiBox *box : std::as_const(m_boxes))
        below = box->fitNotes() || below;
    for (KpiBox *box : std::as_const(m_boxes))
        box->setNoteAtTop(below);
}

void KpiRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    fit();
}

void KpiRow::showCost(const UsageKpis &kpis)
{
    const std::optional<core::Money> &cost = kpis.now.cost;
    Note note;
    if (cost && kpis.previous && kpis.previous->cost)
        note = change(cost->toDouble(), kpis.previous->cost->toDouble());
    showFigure(Cost, cost ? core::formatMoney(*cost) : tr("unknown"),
               cost ? QStringLiteral("US$ ") + cost->toDecimal() : QString(), note);
    m_cost = cost;
    m_boxes.at(Cost)->setConverted(m_cost, m_displayRate);
    const qint64 unpriced = kpis.now.figures.unpricedAttempts;
    m_boxes.at(Cost)->setLink(unpriced > 0 ? tr("+ %1 unpriced").arg(core::formatCount(unpriced))
                                           : QString());
}

void KpiRow::showCounts(const UsageKpis &kpis)
{
    const UsageFigures &now = kpis.now.figures;
    const auto before = [&kpis](auto figure) {
        return kpis.previous ? std::optional<double>(figure(kpis.previous->figures)) : std::nullopt;
    };
    const auto requests = [](const UsageFigures &figures) { return static_cast<double>(figures.attempts); };
    showFigure(
        Requests, core::formatCount(now.attempts),
        tr("%1 calls in %2 HTTP requests").arg(core::formatCount(now.calls), core::formatCount(now.attempts)),
        change(requests(now), before(requests)));
    showFigure(Tokens,
               QStringLiteral("%1 / %2").arg(core::formatCompactCount(now.input),
                                             core::formatCompactCount(now.output)),
               tr("%1 in, of them %2 from the cache; %3 out, of them %4 reasoning")
                   .arg(core::formatCount(now.input), core::formatCount(now.cachedInput),
                        core::formatCount(now.output), core::formatCount(now.reasoning)),
               change(tokens(now), before(tokens)));
    Note rescued;
    if (kpis.previous) {
        const auto more = static_cast<double>(now.rescued - kpis.previous->figures.rescued);
        rescued.text =
            more == 0.0 ? tr("as before") : signedText(more, core::formatCount(std::llround(std::abs(more))));
    }
    showFigure(Rescued, core::formatCount(now.rescued),
               tr("Answers after an attempt of the same call that failed"), rescued);
}

void KpiRow::showErrors(const UsageKpis &kpis)
{
    const UsageFigures &now = kpis.now.figures;
    showFigure(Errors, core::LedgerWords::share(now.errors, now.attempts),
               tr("%1 of %2 requests failed, were interrupted or refused")
                   .arg(core::formatCount(now.errors), core::formatCount(now.attempts)),
               points(kpis.now.errorRate, kpis.previous ? kpis.previous->errorRate : std::nullopt, false));
}

void KpiRow::showCacheHits(const UsageKpis &kpis)
{
    const UsageFigures &now = kpis.now.figures;
    showFigure(
        CacheHits, core::LedgerWords::share(now.cachedInput, now.input),
        tr("%1 of %2 input tokens came from a cache")
            .arg(core::formatCount(now.cachedInput), core::formatCount(now.input)),
        points(kpis.now.cacheHitRate, kpis.previous ? kpis.previous->cacheHitRate : std::nullopt, true));
}

void KpiRow::showLatency(const UsageKpis &kpis)
{
    const std::optional<double> &now = kpis.now.latency.p95;
    const std::optional<double> before = kpis.previous ? kpis.previous->latency.p95 : std::nullopt;
    Note note;
    if (!now) {
        note.text = tr("too few samples");
    } else if (before) {
        const double change = *now - *before;
        note = std::abs(change) < 1.0
            ? Note{tr("as before")}
            : judged(signedText(change, core::formatDuration(std::abs(change))), change < 0.0);
    }
    showFigure(FirstToken, now ? core::formatDuration(*now) : QStringLiteral("–"),
               core::LedgerWords::samples(kpis.now.latency.samples), note);
}

} // namespace ui

#include "ui/usage/kpirow.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using core::UsageFigures;
using core::UsageOverview;

namespace ui {

namespace {

enum { Cost, Requests, Tokens, Errors, FirstToken };

constexpr int kRadius = 8;
constexpr int kMargin = 12;
constexpr double kLargest = 1.45;
constexpr double kSmallest = 0.95;

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

double errorShare(const UsageFigures &figures)
{
    return figures.attempts == 0
        ? 0.0
        : 100.0 * static_cast<double>(figures.errors) / static_cast<double>(figures.attempts);
}

} // namespace

KpiRow::KpiRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    addBox(tr("Cost"), QStringLiteral("kpi.cost"));
    addBox(tr("Requests"), QStringLiteral("kpi.requests"));
    addBox(tr("Tokens in / out"), QStringLiteral("kpi.tokens"));
    addBox(tr("Errors"), QStringLiteral("kpi.errors"));
    addBox(tr("First token p95"), QStringLiteral("kpi.firstToken"));
}

void KpiRow::addBox(const QString &name, const QString &objectName)
{
    Box box{};
    box.surface = new Surface(m_theme, Theme::Token::Panel, Surface::AllSides, this);
    box.surface->setObjectName(objectName);
    box.surface->setRadius(kRadius);
    box.name = new ElidedLabel(m_theme, name, Theme::Token::Ink2, Qt::ElideRight, box.surface);
    box.name->setType(0.92);
    box.value = new ThemedLabel(m_theme, {}, Theme::Token::Ink, box.surface);
    box.value->setType(kLargest, QFont::DemiBold);
    box.value->setObjectName(QStringLiteral("value"));
    box.note = new ElidedLabel(m_theme, {}, Theme::Token::Ink2, Qt::ElideRight, box.surface);
    box.note->setType(0.92);
    box.note->setObjectName(QStringLiteral("note"));
    auto *const column = new QVBoxLayout(box.surface);
    column->setContentsMargins(kMargin, 8, kMargin, 8);
    column->setSpacing(2);
    for (ThemedLabel *label :
         {static_cast<ThemedLabel *>(box.name), box.value, static_cast<ThemedLabel *>(box.note)}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        column->addWidget(label);
    }
    static_cast<QHBoxLayout *>(layout())->addWidget(box.surface, 1);
    m_boxes.append(box);
}

void KpiRow::showFigure(int box, const QString &value, const QString &exact, const Note &note)
{
    const Box &parts = m_boxes.at(box);
    parts.value->setText(value);
    // A line is kept also without a note, so that all boxes line up.
    parts.note->setFullText(note.text.isEmpty() ? QString(QChar(0x00a0)) : note.text);
    parts.note->setInk(note.ink);
    parts.value->setToolTip(exact);
    parts.surface->setAccessibleName(
        QStringLiteral("%1: %2. %3").arg(parts.name->fullText(), value, note.text));
}

/// "+12 %" against the period before; nothing to compare with gives nothing.
KpiRow::Note KpiRow::change(double now, const std::optional<double> &before) const
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

void KpiRow::setOverview(const UsageOverview &overview)
{
    const UsageFigures &now = overview.days.total;
    const auto before = [&overview](auto figure) {
        return overview.previous ? std::optional<double>(figure(*overview.previous)) : std::nullopt;
    };
    const auto requests = [](const UsageFigures &figures) { return static_cast<double>(figures.attempts); };
    showCost(overview);
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
    showErrors(overview);
    showLatency(overview);
    fit();
}

void KpiRow::fit()
{
    double scale = kLargest;
    for (; scale > kSmallest; scale -= 0.05) {
        const QFontMetrics metrics(m_theme.font(scale, QFont::DemiBold));
        const bool all = std::all_of(m_boxes.cbegin(), m_boxes.cend(), [&metrics](const Box &box) {
            return metrics.horizontalAdvance(box.value->text()) <= box.surface->width() - 2 * kMargin;
        });
        if (all)
            break;
    }
    for (const Box &box : std::as_const(m_boxes))
        box.value->setType(scale, QFont::DemiBold);
}

void KpiRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    fit();
}

void KpiRow::showCost(const UsageOverview &overview)
{
    const UsageFigures &now = overview.days.total;
    const std::optional<core::Money> cost = core::knownCost(now);
    const auto dollars = [](const UsageFigures &figures) { return figures.cost.toDouble(); };
    Note note =
        change(dollars(now), overview.previous ? std::optional(dollars(*overview.previous)) : std::nullopt);
    if (now.unpricedAttempts > 0) {
        const QString unpriced = tr("%n unpriced", nullptr, static_cast<int>(now.unpricedAttempts));
        note.text = note.text.isEmpty() || !cost
            ? unpriced
            : tr("%1 · %2", "change, unpriced requests").arg(note.text, unpriced);
        note.ink = Theme::Token::Warn;
    }
    showFigure(Cost, cost ? core::formatMoney(*cost) : tr("unknown"),
               cost ? QStringLiteral("US$ ") + cost->toDecimal() : QString(), note);
}

void KpiRow::showErrors(const UsageOverview &overview)
{
    const UsageFigures &now = overview.days.total;
    Note note;
    if (overview.previous && overview.previous->attempts > 0) {
        const double points = errorShare(now) - errorShare(*overview.previous);
        note.text = std::abs(points) < 0.05
            ? tr("as before")
            : tr("%1 pt", "change in percentage points, signed")
                  .arg(signedText(points, QString::number(std::abs(points), 'f', 1)));
        note.ink = points >= 0.05 ? Theme::Token::Bad
            : points <= -0.05     ? Theme::Token::Good
                                  : Theme::Token::Ink2;
    }
    showFigure(Errors, core::LedgerWords::share(now.errors, now.attempts),
               tr("%1 of %2 requests failed, were interrupted or refused")
                   .arg(core::formatCount(now.errors), core::formatCount(now.attempts)),
               note);
}

void KpiRow::showLatency(const UsageOverview &overview)
{
    const std::optional<double> &now = overview.latency.p95;
    const std::optional<double> &before = overview.previousLatency.p95;
    Note note;
    if (!now)
        note.text = tr("too few samples");
    else if (before) {
        const double change = *now - *before;
        note.text = std::abs(change) < 1.0 ? tr("as before")
                                           : signedText(change, core::formatDuration(std::abs(change)));
        note.ink = change >= 1.0 ? Theme::Token::Bad
            : change <= -1.0     ? Theme::Token::Good
                                 : Theme::Token::Ink2;
    }
    showFigure(FirstToken, now ? core::formatDuration(*now) : QStringLiteral("–"),
               core::LedgerWords::samples(overview.latency.samples), note);
}

} // namespace ui

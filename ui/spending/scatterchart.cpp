#include "ui/spending/scatterchart.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/spending/spendingwords.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

/// The part of the height that first tokens have; the rest is the row without.
constexpr double kTokenHeight = 0.9;
constexpr double kFaintest = 0.25;
constexpr int kTokenLabels = 5;

} // namespace

ScatterChart::ScatterChart(const Theme &theme, QWidget *parent) : MarkChart(theme, parent)
{
    setObjectName(QStringLiteral("spending.scatter"));
    setAccessibleName(tr("Requests by time and first token"));
}

void ScatterChart::setView(const core::LatencyView &view, const QTimeZone &zone)
{
    m_cells = view.cells;
    m_range = view.range;
    m_zone = zone;
    m_low = 0.0;
    m_high = 0.0;
    m_most = 1;
    for (const core::LatencyCell &cell : std::as_const(m_cells)) {
        m_most = std::max(m_most, cell.answers + cell.errors);
        if (cell.high <= 0.0)
            continue;
        m_low = m_low > 0.0 ? std::min(m_low, cell.low) : cell.low;
        m_high = std::max(m_high, cell.high);
    }
    if (m_high <= 0.0) {
        m_low = 1.0;
        m_high = 10.0;
    }
    forgetMarks();
    setScales(tokenTicks(), timeTicks());
}

double ScatterChart::timeShare(qint64 ms) const
{
    const qint64 from = m_range.sinceMs.value_or(0);
    const qint64 length = std::max<qint64>(1, m_range.untilMs.value_or(1) - from);
    return std::clamp(static_cast<double>(ms - from) / static_cast<double>(length), 0.0, 1.0);
}

double ScatterChart::tokenShare(double ms) const
{
    return std::log(ms / m_low) / std::log(m_high / m_low);
}

QList<MarkChart::Tick> ScatterChart::tokenTicks() const
{
    QList<Tick> ticks;
    for (int label = 0; label < kTokenLabels; ++label) {
        const double share = static_cast<double>(label) / (kTokenLabels - 1);
        const double ms = m_low * std::pow(m_high / m_low, share);
        ticks.append({share * kTokenHeight, core::formatDuration(ms)});
    }
    ticks.append({(1.0 + kTokenHeight) / 2.0, tr("none", "no first token")});
    return ticks;
}

QList<MarkChart::Tick> ScatterChart::timeTicks() const
{
    if (!m_range.sinceMs)
        return {};
    return SpendingWords::dayTicks(QDateTime::fromMSecsSinceEpoch(*m_range.sinceMs, m_zone).date(),
                                   QDateTime::fromMSecsSinceEpoch(*m_range.untilMs - 1, m_zone).date());
}

QRectF ScatterChart::markRect(int mark) const
{
    const core::LatencyCell &cell = m_cells.at(mark);
    const QRectF place = plot();
    const double left = place.left() + place.width() * timeShare(cell.fromMs);
    const double right = place.left() + place.width() * timeShare(cell.toMs);
    const bool none = cell.high <= 0.0;
    const double low = none ? kTokenHeight : tokenShare(cell.low) * kTokenHeight;
    const double high = none ? 1.0 : tokenShare(cell.high) * kTokenHeight;
    return {QPointF(left, place.bottom() - place.height() * high),
            QPointF(std::max(right, left + 2.0), place.bottom() - place.height() * low)};
}

QString ScatterChart::markText(int mark) const
{
    const core::LatencyCell &cell = m_cells.at(mark);
    const auto local = [this](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, m_zone); };
    const bool oneYear = !m_range.sinceMs || !m_range.untilMs
        || local(*m_range.sinceMs).date().year() == local(*m_range.untilMs - 1).date().year();
    const QString from = QLocale().toString(
        local(cell.fromMs), oneYear ? tr("d MMM hh:mm", "a moment") : tr("d MMM yyyy hh:mm", "a moment"));
    const QString token = cell.high > 0.0
        ? tr("first token %1 to %2").arg(core::formatDuration(cell.low), core::formatDuration(cell.high))
        : tr("no first token");
    return tr("From %1, %2: %3, %4", "moment, first token, requests, errors")
        .arg(from, token, core::LedgerWords::requests(cell.answers + cell.errors),
             core::LedgerWords::errors(cell.errors));
}

void ScatterChart::drawMarks(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    for (int mark = 0; mark < markCount(); ++mark) {
        const core::LatencyCell &cell = m_cells.at(mark);
        const auto count = static_cast<double>(cell.answers + cell.errors);
        QColor colour = cell.errors > 0 ? theme().colour(Theme::Token::Bad) : theme().seriesColour(0);
        const double density = m_most > 1 ? std::log(count) / std::log(static_cast<double>(m_most)) : 1.0;
        colour.setAlphaF(static_cast<float>(kFaintest + (1.0 - kFaintest) * std::clamp(density, 0.0, 1.0)));
        painter.fillRect(markRect(mark), colour);
    }
}

} // namespace ui

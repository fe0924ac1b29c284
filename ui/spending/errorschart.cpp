#include "ui/spending/errorschart.h"

#include "core/base/formatting.h"
#include "core/models/chartgrid.h"
#include "core/models/ledgerwords.h"
#include "ui/spending/spendingwords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

ErrorsChart::ErrorsChart(const Theme &theme, QWidget *parent) : MarkChart(theme, parent)
{
    setObjectName(QStringLiteral("spending.errorsChart"));
    setAccessibleName(tr("Errors by kind over time"));
}

void ErrorsChart::setErrors(const core::ErrorsView &errors)
{
    m_errors = errors;
    const auto days = static_cast<int>(errors.days.size());
    m_together = std::max(1, (days + kMostBars - 1) / kMostBars);
    m_bars = (days + m_together - 1) / m_together;
    qint64 most = 1;
    for (int mark = 0; mark < m_bars; ++mark)
        most = std::max(most, errorsOf(mark));
    const QList<double> grid = core::gridSteps(static_cast<double>(most), true);
    m_highest = grid.last();
    QList<Tick> amounts;
    for (const double step : grid)
        amounts.append({step / m_highest, core::formatCompactCount(std::llround(step))});
    forgetMarks();
    setScales(amounts,
              days == 0 ? QList<Tick>() : SpendingWords::dayTicks(errors.days.first(), errors.days.last()));
}

std::pair<QDate, QDate> ErrorsChart::days(int mark) const
{
    const qsizetype first = qsizetype(mark) * m_together;
    const qsizetype last = std::min(first + m_together, m_errors.days.size()) - 1;
    return {m_errors.days.at(first), m_errors.days.at(last)};
}

qint64 ErrorsChart::countOf(int mark, const QList<qint64> &counts) const
{
    qint64 sum = 0;
    const qsizetype first = qsizetype(mark) * m_together;
    for (qsizetype day = first; day < std::min(first + m_together, counts.size()); ++day)
        sum += counts.at(day);
    return sum;
}

qint64 ErrorsChart::errorsOf(int mark) const
{
    qint64 sum = 0;
    for (const core::ErrorSeries &series : m_errors.series)
        sum += countOf(mark, series.counts);
    return sum;
}

QRectF ErrorsChart::markRect(int mark) const
{
    const double wide = plot().width() / std::max(1, m_bars);
    const double gap = std::min(wide * 0.15, 1.0 * theme().px(6));
    return {plot().left() + wide * mark + gap, plot().top(), std::max(1.0, wide - 2.0 * gap),
            plot().height()};
}

QString ErrorsChart::markText(int mark) const
{
    const auto [first, last] = days(mark);
    const auto words = [this](QDate day) {
        return SpendingWords::day(day, m_errors.days.first(), m_errors.days.last());
    };
    const QString when =
        first == last ? words(first) : tr("%1 to %2", "two days").arg(words(first), words(last));
    QStringList kinds;
    for (const core::ErrorSeries &series : m_errors.series) {
        const qint64 count = countOf(mark, series.counts);
        if (count > 0)
            kinds.append(tr("%1 %2", "count, kind of error")
                             .arg(core::formatCount(count), SpendingWords::errorKind(series.kind)));
    }
    const QString requests = core::LedgerWords::requests(countOf(mark, m_errors.attempts));
    if (kinds.isEmpty())
        return tr("%1: no errors in %2", "days, requests").arg(when, requests);
    return tr("%1: %2 in %3", "days, errors, requests").arg(when, kinds.join(QStringLiteral(", ")), requests);
}

void ErrorsChart::drawMarks(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    for (int mark = 0; mark < m_bars; ++mark) {
        const QRectF place = markRect(mark);
        double bottom = place.bottom();
        for (qsizetype kind = 0; kind < m_errors.series.size(); ++kind) {
            const qint64 count = countOf(mark, m_errors.series.at(kind).counts);
            const double high = place.height() * static_cast<double>(count) / m_highest;
            painter.fillRect(QRectF(place.left(), bottom - high, place.width(), high),
                             theme().seriesColour(static_cast<int>(kind)));
            bottom -= high;
        }
    }
}

} // namespace ui

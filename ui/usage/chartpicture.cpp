#include "ui/usage/chartpicture.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

double ChartPicture::highest() const
{
    double most = 0.0;
    for (int bin = 0; bin < bins.size(); ++bin) {
        double sum = 0.0;
        for (int part = 0; part < series.size(); ++part) {
            const double height = heightOf({bin, part});
            sum = kind == Kind::Bars ? sum + height : std::max(sum, height);
        }
        most = std::max(most, sum);
    }
    return most;
}

const ChartPicture::Mark *ChartPicture::markAt(const Spot &spot) const
{
    if (spot.bar < 0 || spot.bar >= bins.size() || spot.series >= series.size())
        return nullptr;
    const QList<Mark> &marks = spot.series < 0 ? wholes : series.at(spot.series).marks;
    return spot.bar < marks.size() ? &marks.at(spot.bar) : nullptr;
}

bool ChartPicture::isKnown(const Spot &spot) const
{
    const Mark *const mark = markAt(spot);
    return mark && mark->value;
}

double ChartPicture::heightOf(const Spot &spot) const
{
    const Mark *const mark = markAt(spot);
    return mark && mark->value ? *mark->value : 0.0;
}

QStringList ChartPicture::ticks(qsizetype every) const
{
    QStringList ticks;
    int told = 0;
    for (qsizetype at = 0; at < bins.size(); ++at) {
        const Bin &bin = bins.at(at);
        if (at % every != 0) {
            ticks.append(QString());
            continue;
        }
        const bool news = !bin.datedTick.isEmpty() && bin.year != told;
        ticks.append(news ? bin.datedTick : bin.tick);
        if (news)
            told = bin.year;
    }
    return ticks;
}

QString ChartPicture::spotText(const Spot &spot) const
{
    const Mark *const mark = markAt(spot);
    if (!mark)
        return {};
    const QString bin = bins.at(spot.bar).name;
    if (spot.series < 0)
        return QCoreApplication::translate("ui::ChartPicture", "%1: %2", "day: amount").arg(bin, mark->text);
    return QCoreApplication::translate("ui::ChartPicture", "%1, %2: %3", "day, model: amount")
        .arg(bin, series.at(spot.series).name, mark->text);
}

QString ChartPicture::spotDetails(const Spot &spot) const
{
    const Mark *const mark = markAt(spot);
    QStringList lines{spotText(spot)};
    if (mark && !mark->exact.isEmpty())
        lines.append(mark->exact);
    lines.append(eventsAt(spot));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QStringList ChartPicture::eventsAt(const Spot &spot) const
{
    QStringList labels;
    if (kind == Kind::Shares || spot.bar < 0 || spot.bar >= bins.size())
        return labels;
    const Bin &bin = bins.at(spot.bar);
    for (const ChartEvent &event : events) {
        if (event.ms >= bin.sinceMs && event.ms < bin.untilMs)
            labels.append(event.label);
    }
    return labels;
}

bool ChartPicture::leads(const Spot &spot) const
{
    if (spot.bar < 0 || spot.bar >= bins.size())
        return false;
    for (int at = 0; at < series.size(); ++at) {
        if ((spot.series < 0 || spot.series == at) && series.at(at).marks.value(spot.bar).leads)
            return true;
    }
    return false;
}

} // namespace ui

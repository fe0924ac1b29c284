#include "ui/compare/lanebadges.h"

#include "core/base/formatting.h"
#include "ui/compare/lanewords.h"

#include <algorithm>

namespace ui {

namespace {

/// Less than this factor is no difference worth naming.
constexpr double kLeastFactor = 1.05;

struct Contender
{
    qsizetype lane = 0;
    double figure = 0.0;
};

/// By figure; empty unless at least two compete and the first one wins clearly.
QList<Contender> ranking(QList<Contender> contenders)
{
    std::sort(contenders.begin(), contenders.end(),
              [](const Contender &a, const Contender &b) { return a.figure < b.figure; });
    if (contenders.size() < 2 || contenders.at(1).figure <= contenders.at(0).figure * kLeastFactor)
        return {};
    return contenders;
}

QString factorText(double factor)
{
    return QLocale().toString(factor, 'f', factor < 10.0 ? 1 : 0);
}

} // namespace

QList<QList<LaneBadge>> laneBadges(const QList<core::LaneState> &lanes)
{
    QList<QList<LaneBadge>> badges(lanes.size());
    QList<Contender> times;
    QList<Contender> costs;
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        const core::LaneState &lane = lanes.at(i);
        if (!core::isSettled(lane.status()))
            return badges;
        if (lane.status() != core::LaneStatus::Complete)
            continue;
        if (lane.completion.timing.last)
            times.append({i, *lane.completion.timing.last});
        if (lane.cost.amount)
            costs.append({i, lane.cost.amount->toDouble()});
    }
    if (const QList<Contender> ranked = ranking(times); !ranked.isEmpty())
        badges[ranked.constFirst().lane].append(
            {LaneBadge::About::Speed, LaneWords::tr("fastest"),
             LaneWords::tr("The whole answer after %1; the next one after %2.")
                 .arg(core::formatDuration(ranked.at(0).figure, QLocale()),
                      core::formatDuration(ranked.at(1).figure, QLocale()))});
    if (const QList<Contender> ranked = ranking(costs); !ranked.isEmpty()) {
        const Contender &least = ranked.constFirst();
        const Contender &most = ranked.constLast();
        const QString dearest = lanes.at(most.lane).target.name.model;
        badges[least.lane].append(
            least.figure <= 0.0
                ? LaneBadge{LaneBadge::About::Cost, LaneWords::tr("free"),
                            LaneWords::tr("The dearest answer was that of %1.").arg(dearest)}
                : LaneBadge{LaneBadge::About::Cost,
                            LaneWords::tr("%1× cheaper").arg(factorText(most.figure / least.figure)),
                            LaneWords::tr("The cheapest whole answer, compared with the dearest, of %1.")
                                .arg(dearest)});
    }
    return badges;
}

} // namespace ui

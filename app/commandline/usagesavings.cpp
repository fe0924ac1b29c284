#include "app/commandline/usagesavings.h"

#include "app/commandline/console.h"
#include "app/services.h"

#include "core/base/formatting.h"
#include "core/compare/knowntargets.h"
#include "core/routing/rulesetstore.h"
#include "core/savings/routesavings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPointer>

using namespace core;

namespace app {

namespace {

/// Translates the sentences of this file.
struct UsageSavingsWords
{
    Q_DECLARE_TR_FUNCTIONS(UsageSavings)
};

QString momentText(qint64 ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QStringList savingsCells(const QString &name, const RuleSavings &savings, bool isCompared)
{
    const QString unknown = QStringLiteral("-");
    const QString compared = UsageSavingsWords::tr("%1 of %2")
                                 .arg(formatCount(savings.compared()), formatCount(savings.figures.calls));
    const bool isKnown = savings.isKnown();
    return {name,
            formatCount(savings.figures.calls),
            savings.hasSpend() ? formatMoney(savings.spend) : UsageSavingsWords::tr("unpriced"),
            isCompared ? compared : unknown,
            isKnown ? formatMoney(savings.figures.costBefore) : unknown,
            isKnown ? formatMoney(savings.figures.costAfter) : unknown,
            isCompared ? savingsInWords(savings) : unknown,
            basesInWords(savings.bases)};
}

QString setText(const SetSavings &set, const QTimeZone &zone)
{
    const bool isCompared = set.problem.isEmpty();
    QStringList lines{UsageSavingsWords::tr("%1, active since %2; calls since %3:")
                          .arg(activationLabel(set.activation), momentText(set.activation.atMs, zone),
                               momentText(set.sinceMs, zone))};
    if (isCompared)
        lines.append(UsageSavingsWords::tr(
                         "The compared calls are estimated by version %1, at its prices of today; THEIR COST "
                         "is what these calls cost, COST what all did.")
                         .arg(set.activation.versionBefore));
    else
        lines.append(set.problem);
    QList<QStringList> table{{UsageSavingsWords::tr("RULE"), UsageSavingsWords::tr("CALLS"),
                              UsageSavingsWords::tr("COST"), UsageSavingsWords::tr("COMPARED"),
                              UsageSavingsWords::tr("THEIR COST"), UsageSavingsWords::tr("ESTIMATE"),
                              UsageSavingsWords::tr("SAVED"), UsageSavingsWords::tr("BASIS")}};
    for (const RuleSavings &rule : set.rules)
        table.append(savingsCells(rule.rule, rule, isCompared));
    table.append(savingsCells(UsageSavingsWords::tr("total"), set.total, isCompared));
    lines.append(alignedTable(table, {1, 2, 3, 4, 5}));
    return lines.join(u'\n');
}

QString savingsText(const RouteSavingsResult &result, const QTimeZone &zone)
{
    if (result.sets.isEmpty())
        return UsageSavingsWords::tr("No rule set that is active now ran in this period.");
    QStringList parts;
    for (const SetSavings &set : result.sets)
        parts.append(setText(set, zone));
    return parts.join(u'\n');
}

} // namespace

std::function<void()> runUsageSavings(const UsageQuery &query, bool showsProgress, Services &services,
                                      Console &console, QObject *context, UsageAdditionTaker done)
{
    auto *const savings =
        new RouteSavings(services.database(), {query.sinceMs, query.untilMs}, query.includeSimulated,
                         services.targetBook(), services.ruleSets().lookup(), context);
    if (showsProgress)
        QObject::connect(savings, &RouteSavings::progressed, context, [&console](double share) {
            console.showProgress(
                {UsageSavingsWords::tr("Deciding again: %1 %").arg(QString::number(qRound(share * 100.0)))});
        });
    QObject::connect(savings, &RouteSavings::finished, context,
                     [savings, &console, zone = query.zone,
                      done = std::move(done)](const Result<RouteSavingsResult> &result) {
                         savings->deleteLater();
                         console.showProgress({});
                         if (!result) {
                             done(result.error());
                             return;
                         }
                         done(UsageAddition{.key = QStringLiteral("savings"),
                                            .json = routeSavingsToJson(*result),
                                            .text = savingsText(*result, zone),
                                            .cancelled = result->cancelled});
                     });
    savings->start();
    return [running = QPointer<RouteSavings>(savings)] {
        if (running)
            running->cancel();
    };
}

} // namespace app

#include "app/commandline/usagewhatif.h"

#include "app/commandline/console.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/clock.h"
#include "core/base/formatting.h"
#include "core/catalog/pricebook.h"
#include "core/savings/whatif.h"

#include <QCoreApplication>
#include <QPointer>

using namespace core;

namespace app {

namespace {

/// Translates the sentences of this file.
struct UsageWhatIfWords
{
    Q_DECLARE_TR_FUNCTIONS(UsageWhatIf)
};

QString targetText(const std::optional<TargetName> &target)
{
    return target ? target->toString() : QStringLiteral("-");
}

QStringList moneyCells(const WhatIfFigures &figures, const WhatIfResult &result)
{
    if (figures.repriced == 0)
        return {QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-"), QStringLiteral("-")};
    const std::optional<double> percent = percentOf(figures.saved(), result.periodCost);
    return {formatMoney(figures.costBefore), formatMoney(figures.costAfter), formatMoney(figures.saved()),
            percent ? QStringLiteral("%1 %").arg(QString::number(*percent, 'f', 0)) : QStringLiteral("-")};
}

QString whatIfText(const WhatIfResult &result)
{
    QList<QStringList> table{
        {UsageWhatIfWords::tr("TASK"), UsageWhatIfWords::tr("NOW"), UsageWhatIfWords::tr("INSTEAD"),
         UsageWhatIfWords::tr("CALLS"), UsageWhatIfWords::tr("BEFORE"), UsageWhatIfWords::tr("AFTER"),
         UsageWhatIfWords::tr("SAVED"), UsageWhatIfWords::tr("OF PERIOD"), UsageWhatIfWords::tr("VOTES")}};
    for (const WhatIfRow &row : result.rows) {
        const QString task = row.task.isEmpty() ? UsageWhatIfWords::tr("(none)") : row.task;
        QStringList cells{task, targetText(row.from), targetText(row.to), formatCount(row.figures.calls)};
        cells += moneyCells(row.figures, result);
        cells += row.to ? votesInWords(row.votes) : QString();
        table.append(cells);
    }
    QStringList total{UsageWhatIfWords::tr("total"), {}, {}, formatCount(result.total.calls)};
    total += moneyCells(result.total, result);
    total += QString();
    table.append(total);
    const QString head = result.target
        ? UsageWhatIfWords::tr("What if: all calls at %1.").arg(result.target->toString())
        : UsageWhatIfWords::tr("What if: for each task the cheapest model that passed your votes.");
    return QString(head + u'\n' + alignedTable(table, {3, 4, 5, 6, 7}) + u'\n'
                   + whatIfAssumptions(result).join(u'\n'));
}

/// What to do when nothing is known of what the target costs now; empty when it has a price, or none is asked
/// for.
QString missingPrice(const std::optional<TargetName> &target, const WhatIfSources &sources, qint64 nowMs)
{
    if (!target)
        return {};
    for (const Account &account : sources.accounts) {
        if (account.name == target->account && sources.prices.priceOf(account.id, target->model, nowMs))
            return {};
    }
    return UsageWhatIfWords::tr(
               "No price of %1 is known, so no call can be priced at it: add one with "
               "\"switchyard prices set %2 --account %3 --input P --output P\", in US dollars "
               "for a million tokens.")
        .arg(target->toString(), target->model, target->account);
}

UsageAddition additionOf(const WhatIfResult &result, const QString &missing)
{
    return {.key = QStringLiteral("what_if"),
            .json = whatIfToJson(result),
            .text = whatIfText(result),
            .csv = whatIfToCsv(result),
            .note = result.total.repriced == 0 ? missing : QString(),
            .cancelled = result.cancelled};
}

} // namespace

Result<void> checkWhatIfTarget(const QString &target)
{
    if (target == kCheapestTarget || parseTargetName(target))
        return {};
    return Error{
        ErrorKind::InvalidRequest,
        UsageWhatIfWords::tr("--what-if wants ACCOUNT/MODEL or \"cheapest\", not \"%1\".").arg(target)};
}

std::function<void()> runUsageWhatIf(const QString &target, const UsageQuery &query, bool showsProgress,
                                     Services &services, Console &console, QObject *context,
                                     UsageAdditionTaker done)
{
    WhatIfRequest request{.range = {query.sinceMs, query.untilMs},
                          .includeSimulated = query.includeSimulated};
    if (target != kCheapestTarget)
        request.target = parseTargetName(target);
    if (request.target && !services.accounts().find(request.target->account)) {
        done(Error{ErrorKind::NotFound,
                   UsageWhatIfWords::tr("There is no account \"%1\" to price calls at.")
                       .arg(request.target->account)});
        return {};
    }
    const QList<Account> accounts = services.accounts().accounts();
    const WhatIfSources sources{services.prices().snapshot(accounts, services.modelLists()), accounts,
                                services.targetBook()};
    const QString missing = missingPrice(request.target, sources, services.clock().utcMs());
    auto *const whatIf = new WhatIf(services.database(), request, sources, context);
    if (showsProgress)
        QObject::connect(whatIf, &WhatIf::progressed, context, [&console](double share) {
            console.showProgress(
                {UsageWhatIfWords::tr("Pricing: %1 %").arg(QString::number(qRound(share * 100.0)))});
        });
    QObject::connect(whatIf, &WhatIf::finished, context,
                     [whatIf, &console, done = std::move(done), missing](const Result<WhatIfResult> &result) {
                         whatIf->deleteLater();
                         console.showProgress({});
                         done(result ? Result<UsageAddition>(additionOf(*result, missing))
                                     : Result<UsageAddition>(result.error()));
                     });
    whatIf->start();
    return [running = QPointer<WhatIf>(whatIf)] {
        if (running)
            running->cancel();
    };
}

} // namespace app

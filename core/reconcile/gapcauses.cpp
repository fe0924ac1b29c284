#include "core/reconcile/gapcauses.h"

#include "core/base/formatting.h"
#include "core/reconcile/reconcilewords.h"

#include <cmath>

namespace core {

namespace {

using Count = std::optional<qint64>;

/// Counts that differ by less than this share are taken to be the same.
constexpr double kAlike = 0.02;
/// A class of tokens that differs by less than this share of all tokens is not looked at.
constexpr double kSmallShare = 0.01;
/// What a batch costs of the ordinary price: https://platform.openai.com/docs/guides/batch,
/// https://platform.claude.com/docs/en/build-with-claude/batch-processing
constexpr double kBatchShare = 0.5;
constexpr qint64 kMillionTokens = 1'000'000;

bool alike(double one, double other)
{
    const double larger = std::max(std::abs(one), std::abs(other));
    return std::abs(one - other) <= larger * kAlike;
}

double real(const Count &count)
{
    return static_cast<double>(count.value_or(0));
}

bool alikeCounts(const Count &one, const Count &other)
{
    return one && other && alike(real(one), real(other));
}

/// How much theirs is above the own figure, in percent of theirs.
double percentAbove(double own, double theirs)
{
    if (own == theirs)
        return 0.0;
    const double whole = theirs != 0.0 ? theirs : own;
    return (theirs - own) * 100.0 / std::abs(whole);
}

/// A difference of less than `floor` is none: a class of a few tokens tells nothing.
void addPercent(QList<double> &percents, const Count &own, const Count &theirs, double floor = 0.0)
{
    if (own && theirs && std::abs(real(own) - real(theirs)) >= floor)
        percents.append(percentAbove(real(own), real(theirs)));
}

bool isEmptySide(const ReconcileFigures &figures)
{
    return figures == ReconcileFigures();
}

Count totalTokens(const ReconcileFigures &figures)
{
    if (isEmptySide(figures))
        return 0;
    if (!figures.input() || !figures.output)
        return std::nullopt;
    return *figures.input() + *figures.output;
}

std::optional<Money> costOf(const ReconcileFigures &figures)
{
    return isEmptySide(figures) ? Money() : figures.cost;
}

Count requestsOf(const ReconcileFigures &figures)
{
    return isEmptySide(figures) ? Count(0) : figures.requests;
}

/// Theirs above own in what most tells how much was used: tokens, else the cost, else requests.
std::optional<double> gapOf(const ReconcileRow &row)
{
    const Count own = totalTokens(row.own);
    const Count theirs = totalTokens(row.theirs);
    if (own && theirs)
        return real(theirs) - real(own);
    const std::optional<Money> ownCost = costOf(row.own);
    const std::optional<Money> theirCost = costOf(row.theirs);
    if (ownCost && theirCost)
        return theirCost->toDouble() - ownCost->toDouble();
    if (requestsOf(row.own) && requestsOf(row.theirs))
        return real(requestsOf(row.theirs)) - real(requestsOf(row.own));
    return std::nullopt;
}

bool cancels(const ReconcileRow &row, const ReconcileRow *other)
{
    if (other == nullptr)
        return false;
    const std::optional<double> here = gapOf(row);
    const std::optional<double> there = gapOf(*other);
    if (!here || !there || *here * *there >= 0.0)
        return false;
    const double larger = std::max(std::abs(*here), std::abs(*there));
    return std::abs(*here + *there) <= larger * kFlaggedPercent / 100.0;
}

bool reasoningExplains(const ReconcileRow &row)
{
    if (!row.own.output || !row.theirs.output || !alikeCounts(row.own.input(), row.theirs.input()))
        return false;
    const double gap = real(row.theirs.output) - real(row.own.output);
    const double theirs = real(row.theirs.reasoning);
    const double own = real(row.own.reasoning);
    // One side counts its reasoning beside the output, or not at all.
    return (theirs > 0.0 && own == 0.0 && gap > 0.0 && alike(gap, theirs))
        || (own > 0.0 && theirs == 0.0 && gap < 0.0 && alike(-gap, own));
}

bool cachingExplains(const ReconcileRow &row)
{
    const Count own = row.own.input();
    const Count theirs = row.theirs.input();
    if (!own || !theirs || !row.own.cachedInput || !row.theirs.cachedInput)
        return false;
    // The same input, split another way.
    const bool splitOtherwise =
        alike(real(own), real(theirs)) && !alike(real(row.own.cachedInput), real(row.theirs.cachedInput));
    // One side leaves what was cached out of its input.
    const double gap = real(theirs) - real(own);
    const bool leftOut = (real(row.theirs.cachedInput) > 0.0 && real(row.own.cachedInput) == 0.0
                          && alike(gap, real(row.theirs.cachedInput)))
        || (real(row.own.cachedInput) > 0.0 && real(row.theirs.cachedInput) == 0.0
            && alike(-gap, real(row.own.cachedInput)));
    return splitOtherwise || leftOut;
}

bool sameTokens(const ReconcileRow &row)
{
    return alikeCounts(row.own.input(), row.theirs.input()) && alikeCounts(row.own.output, row.theirs.output)
        && (!row.own.cachedInput || !row.theirs.cachedInput
            || alikeCounts(row.own.cachedInput, row.theirs.cachedInput));
}

bool costDiffers(const ReconcileRow &row)
{
    return row.own.cost && row.theirs.cost && !alike(row.own.cost->toDouble(), row.theirs.cost->toDouble());
}

bool isDiscounted(const ReconcileRow &row)
{
    return !row.theirs.tiers.isEmpty()
        || alike(row.theirs.cost->toDouble(), row.own.cost->toDouble() * kBatchShare);
}

bool moreThere(const ReconcileRow &row)
{
    // Requests that failed may be counted on one side only; others would have used tokens.
    if (sameTokens(row))
        return false;
    const QList<std::pair<Count, Count>> figures{{row.own.requests, row.theirs.requests},
                                                 {row.own.input(), row.theirs.input()},
                                                 {row.own.output, row.theirs.output}};
    bool more = false;
    for (const auto &[own, theirs] : figures) {
        if (own && theirs && *theirs < *own)
            return false;
        more = more || (own && theirs && *theirs > *own);
    }
    const bool costFits = !row.own.cost || !row.theirs.cost || *row.theirs.cost >= *row.own.cost;
    return more && costFits;
}

bool outputAloneDiffers(const ReconcileRow &row)
{
    return alikeCounts(row.own.input(), row.theirs.input())
        && !alikeCounts(row.own.output, row.theirs.output);
}

/// What a million tokens of all classes came to.
QString perMillion(const ReconcileFigures &figures)
{
    const Count tokens = totalTokens(figures);
    if (!figures.cost || !tokens || *tokens <= 0)
        return QStringLiteral("?");
    return formatMoney(figures.cost->scaled(kMillionTokens, *tokens));
}

QString countText(const Count &count)
{
    return count ? formatCount(*count) : QStringLiteral("?");
}

QString costText(const std::optional<Money> &cost)
{
    return cost ? formatMoney(*cost) : QStringLiteral("?");
}

} // namespace

QList<double> gapPercents(const ReconcileFigures &own, const ReconcileFigures &theirs)
{
    QList<double> percents;
    if (own.cost && theirs.cost)
        percents.append(percentAbove(real(own.cost->picos()), real(theirs.cost->picos())));
    const double floor = std::max(real(totalTokens(own)), real(totalTokens(theirs))) * kSmallShare;
    addPercent(percents, own.requests, theirs.requests);
    addPercent(percents, own.input(), theirs.input(), floor);
    addPercent(percents, own.cachedInput, theirs.cachedInput, floor);
    addPercent(percents, own.cacheWrite, theirs.cacheWrite, floor);
    addPercent(percents, own.output, theirs.output, floor);
    return percents;
}

GapCause gapCause(const GapPlace &place)
{
    const ReconcileRow &row = place.row;
    if (row.day < place.first || row.day > place.last)
        return GapCause::NotCovered;
    if (cancels(row, place.before) || cancels(row, place.after))
        return GapCause::DayBoundary;
    if (isEmptySide(row.theirs))
        return GapCause::MissingThere;
    if (isEmptySide(row.own))
        return GapCause::OtherPrograms;
    if (reasoningExplains(row))
        return GapCause::ReasoningMissing;
    if (cachingExplains(row))
        return GapCause::CachedAsInput;
    if (row.own.unpriced > 0 && sameTokens(row))
        return GapCause::Unpriced;
    if (sameTokens(row) && costDiffers(row))
        return isDiscounted(row) ? GapCause::ServiceTier : GapCause::PriceDiffers;
    if (row.own.estimated && outputAloneDiffers(row))
        return GapCause::CutOff;
    if (moreThere(row))
        return GapCause::OtherPrograms;
    return row.own.estimated ? GapCause::CutOff : GapCause::Unknown;
}

QString gapSentence(GapCause cause, const ReconcileRow &row)
{
    switch (cause) {
    case GapCause::None:
        return {};
    case GapCause::NotCovered:
        return ReconcileWords::tr("The export does not reach to this day.");
    case GapCause::MissingThere:
        return ReconcileWords::tr(
            "The export has nothing for this model on this day: it may be of another key or project, or the "
            "provider counts it under another name.");
    case GapCause::OtherPrograms:
        if (isEmptySide(row.own))
            return ReconcileWords::tr(
                "Switchyard sent this model nothing on this day: other programs use the "
                "account as well.");
        return ReconcileWords::tr("The provider counts more of everything (%1 requests, here %2): other "
                                  "programs use the account as well.")
            .arg(countText(row.theirs.requests), countText(row.own.requests));
    case GapCause::DayBoundary:
        return ReconcileWords::tr("The day next to it differs the other way by as much: the provider counts "
                                  "requests around midnight UTC to another day.");
    case GapCause::CachedAsInput:
        return ReconcileWords::tr("The input is split in another way: %1 cached tokens at the provider, %2 "
                                  "here.")
            .arg(countText(row.theirs.cachedInput), countText(row.own.cachedInput));
    case GapCause::ReasoningMissing:
        return ReconcileWords::tr("The outputs differ by the reasoning: %1 tokens at the provider, %2 here.")
            .arg(countText(row.theirs.output), countText(row.own.output));
    case GapCause::CutOff:
        return ReconcileWords::tr("Answers that were cut off are estimates here; the provider counted %1 "
                                  "output tokens, here are %2.")
            .arg(countText(row.theirs.output), countText(row.own.output));
    case GapCause::Unpriced:
        return ReconcileWords::tr("%n requests have no price here: add one.", nullptr,
                                  static_cast<int>(row.own.unpriced));
    case GapCause::ServiceTier:
        return ReconcileWords::tr("The tokens are the same, and the provider billed %1 instead of %2: a "
                                  "service tier or a batch at a discount.")
            .arg(costText(row.theirs.cost), costText(row.own.cost));
    case GapCause::PriceDiffers:
        return ReconcileWords::tr("The tokens are the same, the price is not: a million tokens cost %1 at "
                                  "the provider, %2 here.")
            .arg(perMillion(row.theirs), perMillion(row.own));
    case GapCause::Unknown:
        break;
    }
    return ReconcileWords::tr("The figures do not tell why.");
}

} // namespace core

#include "core/routing/pickorder.h"

#include "core/base/formatting.h"
#include "core/catalog/costcalculator.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cmath>
#include <limits>

namespace core {

namespace {

using Places = QList<qsizetype>;

constexpr double kBelowOne = 1.0 - std::numeric_limits<double>::epsilon() / 2;
constexpr int kDrawBits = 53;

/// A share of the largest weight, so that no sum of them can be infinite.
QList<double> sharesOf(const QList<PickCandidate> &candidates)
{
    double most = 0.0;
    for (const PickCandidate &candidate : candidates) {
        if (std::isfinite(candidate.weight))
            most = std::max(most, candidate.weight);
    }
    QList<double> shares;
    for (const PickCandidate &candidate : candidates) {
        const bool counts = std::isfinite(candidate.weight) && candidate.weight > 0.0;
        shares.append(counts ? candidate.weight / most : 0.0);
    }
    return shares;
}

/// Which of those left the draw falls on; the draw becomes that for the rest.
qsizetype drawn(const Places &left, const QList<double> &shares, double &draw)
{
    double total = 0.0;
    for (const qsizetype place : left)
        total += shares.at(place);
    const double point = draw * total;
    qsizetype found = 0;
    double from = 0.0;
    for (qsizetype at = 0; at < left.size(); ++at) {
        const double share = shares.at(left.at(at));
        if (share <= 0.0)
            continue;
        found = at; // the last one when rounding took the point beyond the end
        draw = std::clamp((point - from) / share, 0.0, kBelowOne);
        from += share;
        if (point < from)
            break;
    }
    return found;
}

Places byChance(const QList<PickCandidate> &candidates, Places left, double draw)
{
    const QList<double> shares = sharesOf(candidates);
    draw = draw >= 0.0 ? std::min(draw, kBelowOne) : 0.0;
    Places order;
    while (!left.isEmpty())
        order.append(left.takeAt(drawn(left, shares, draw)));
    return order;
}

/// By a figure, the lowest first and those without one last.
template <typename Figure>
Places byFigure(Places places, const Figure &figureOf)
{
    std::stable_sort(places.begin(), places.end(), [&figureOf](qsizetype one, qsizetype other) {
        const auto left = figureOf(one);
        const auto right = figureOf(other);
        if (!left || !right)
            return left.has_value() && !right.has_value();
        return *left < *right;
    });
    return places;
}

std::optional<double> speedOf(const TargetFacts &facts)
{
    return facts.samples >= kSamplesForSpeed ? facts.firstTokenP50 : std::nullopt;
}

Places ordered(const Chain &chain, const QList<PickCandidate> &candidates, const Places &places, double draw)
{
    switch (chain.pick) {
    case PickOrder::Listed:
        break;
    case PickOrder::Weighted:
        return byChance(candidates, places, draw);
    case PickOrder::Cheapest:
        return byFigure(places, [&](qsizetype place) { return candidates.at(place).cost; });
    case PickOrder::Fastest:
        return byFigure(places, [&](qsizetype place) { return speedOf(candidates.at(place).facts); });
    case PickOrder::BestRated:
        return byFigure(places, [&](qsizetype place) {
            const std::optional<double> rating = candidates.at(place).facts.rating;
            return rating ? std::optional(-*rating) : std::nullopt;
        });
    }
    return places;
}

/// What the order went by, as the end of a sentence.
QString basisOf(const Chain &chain, const PickCandidate &candidate, bool sticky)
{
    const QLocale locale;
    switch (chain.pick) {
    case PickOrder::Listed:
        break;
    case PickOrder::Weighted: {
        const QString weight = locale.toString(candidate.weight, 'g', 3);
        if (sticky)
            return QCoreApplication::translate("Router", "by the tag %1, weight %2")
                .arg(chain.stickyTag, weight);
        return QCoreApplication::translate("Router", "by chance, weight %1").arg(weight);
    }
    case PickOrder::Cheapest:
        if (!candidate.cost)
            return QCoreApplication::translate("Router", "by price, which is not known");
        return QCoreApplication::translate("Router", "by price, about %1").arg(formatMoney(*candidate.cost));
    case PickOrder::Fastest:
        if (const std::optional<double> speed = speedOf(candidate.facts))
            return QCoreApplication::translate("Router", "by speed, usually %1 to the first token")
                .arg(formatDuration(*speed));
        return QCoreApplication::translate("Router", "by speed, which is not known from enough calls");
    case PickOrder::BestRated:
        if (!candidate.facts.rating)
            return QCoreApplication::translate("Router", "by votes, of which there are none for this task");
        return QCoreApplication::translate("Router", "by votes, preferred with a chance of %1 %")
            .arg(locale.toString(*candidate.facts.rating * 100.0, 'f', 0));
    }
    return QCoreApplication::translate("Router", "as listed");
}

QString placeInWords(const Chain &chain, const PickCandidate &candidate, qsizetype place, qsizetype count,
                     bool sticky)
{
    if (count == 1)
        return QCoreApplication::translate("Router", "the only target");
    return QCoreApplication::translate("Router", "%1 of %2 %3")
        .arg(QString::number(place + 1), QString::number(count), basisOf(chain, candidate, sticky));
}

QString tooDear(const PickCandidate &candidate, Money ceiling)
{
    if (!candidate.cost)
        return QCoreApplication::translate("Router",
                                           "Its price is not known, and the call may cost at most %1.")
            .arg(formatMoney(ceiling));
    return QCoreApplication::translate("Router", "It would cost about %1, and the call may cost at most %2.")
        .arg(formatMoney(*candidate.cost), formatMoney(ceiling));
}

} // namespace

PickedOrder pickOrder(const Chain &chain, const QList<PickCandidate> &candidates, double draw, bool sticky)
{
    PickedOrder picked;
    Places places;
    const bool limited = chain.pick == PickOrder::BestRated && chain.priceCeiling.has_value();
    const Money ceiling = chain.priceCeiling.value_or(Money());
    for (qsizetype place = 0; place < candidates.size(); ++place) {
        const PickCandidate &candidate = candidates.at(place);
        if (limited && (!candidate.cost || *candidate.cost > ceiling))
            picked.leftOut.append(Pick{place, tooDear(candidate, ceiling)});
        else
            places.append(place);
    }
    const Places order = ordered(chain, candidates, places, draw);
    for (const qsizetype candidate : order) {
        const qsizetype place = picked.order.size();
        picked.order.append(
            Pick{candidate, placeInWords(chain, candidates.at(candidate), place, order.size(), sticky)});
    }
    return picked;
}

double stickyDraw(const QString &rule, const QString &value)
{
    QByteArray text = rule.toUtf8();
    text.append('\0').append(value.toUtf8());
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha1);
    quint64 bits = 0;
    for (int at = 0; at < 8; ++at)
        bits = bits << 8 | static_cast<quint8>(hash.at(at));
    return std::ldexp(static_cast<double>(bits >> (64 - kDrawBits)), -kDrawBits);
}

std::optional<Money> estimatedCost(const TargetFacts &target, std::optional<qint64> inputTokens,
                                   std::optional<qint64> outputLimit)
{
    if (!inputTokens)
        return std::nullopt;
    Usage usage;
    usage.input = std::max<qint64>(*inputTokens, 0);
    usage.cachedInput = 0;
    usage.cacheWrite = 0;
    usage.output =
        std::max<qint64>(std::min(target.expectedOutput, outputLimit.value_or(target.expectedOutput)), 0);
    usage.reasoning = 0;
    usage.basis = UsageBasis::Estimated;
    return computeCost(usage, target.model.prices).amount;
}

} // namespace core

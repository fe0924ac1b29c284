#include "core/insight/presetchooser.h"

#include "core/base/formatting.h"
#include "core/catalog/costcalculator.h"
#include "core/compare/tasksuggestion.h"
#include "core/insight/insightwords.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace core {

namespace {

/// A model that costs more than so many times the middle price is made for rare questions.
constexpr int kStrongAtMostTimes = 8;
/// What costs at most so many times the cheapest is still cheap.
constexpr int kCheapAtMostTimes = 4;
/// Windows within this share of the largest count as large.
constexpr double kLargeWindowShare = 0.8;
constexpr qsizetype kMostFast = 3;
constexpr std::int64_t kMillionTokens = 1'000'000;

/// Not free for a reason that has nothing to do with what it can do.
std::optional<Money> choicePrice(const PresetCandidate &candidate)
{
    const std::optional<Money> price = mixedPrice(candidate.offer.info);
    return price && *price > Money() ? price : std::nullopt;
}

/// `$1.25 in and $10 out a million tokens`.
QString priceInWords(const PresetCandidate &candidate)
{
    const TokenPrices prices = basePricesInUsd(*candidate.offer.info.prices);
    return InsightWords::tr("%1 in and %2 out a million tokens")
        .arg(formatMoney(*prices.input * kMillionTokens), formatMoney(*prices.output * kMillionTokens));
}

bool isReasoning(const PresetCandidate &candidate)
{
    return candidate.offer.info.reasons.value_or(false);
}

double distanceInPrice(const PresetCandidate &one, const PresetCandidate &other)
{
    const std::optional<Money> left = choicePrice(one);
    const std::optional<Money> right = choicePrice(other);
    if (!left || !right)
        return left || right ? std::numeric_limits<double>::max() : 0.0;
    return std::abs(std::log(left->toDouble() / right->toDouble()));
}

bool isAtSameAccount(const PresetCandidate &one, const PresetCandidate &other)
{
    return one.offer.name.account == other.offer.name.account;
}

bool isOfSameVendor(const PresetCandidate &one, const PresetCandidate &other)
{
    return one.offer.info.vendor == other.offer.info.vendor;
}

/// How little of what may fail it shares with the chain: 3 neither account nor vendor, 2 no account, 1 no
/// vendor, 0 both.
int independenceOf(const PresetCandidate &candidate, const QList<ChosenModel> &chain)
{
    const auto shares = [&](const auto &test) {
        return std::any_of(chain.cbegin(), chain.cend(),
                           [&](const ChosenModel &each) { return test(*each.candidate, candidate); });
    };
    return (shares(isAtSameAccount) ? 0 : 2) + (shares(isOfSameVendor) ? 0 : 1);
}

QString independenceInWords(int independence)
{
    switch (independence) {
    case 3:
        return InsightWords::tr("Fallback at another account and of another vendor.");
    case 2:
        return InsightWords::tr("Fallback at another account, which sells the same vendor's models.");
    case 1:
        return InsightWords::tr("Fallback of another vendor at the same account.");
    default:
        return InsightWords::tr(
            "Fallback at the same account and of the same vendor, since there is no other.");
    }
}

} // namespace

PresetChooser::PresetChooser(const QList<PresetCandidate> &candidates, bool onlyLocal)
{
    QHash<QString, const PresetCandidate *> byName;
    const auto newestOf = [&](bool local) {
        QList<LineUpCandidate> offers;
        for (const PresetCandidate &candidate : candidates) {
            byName.insert(candidate.offer.name.toString(), &candidate);
            if (candidate.local == local)
                offers.append(candidate.offer);
        }
        QList<const PresetCandidate *> newest;
        const QList<LineUpCandidate> found = newestModels(offers);
        for (const LineUpCandidate &offer : found)
            newest.append(byName.value(offer.name.toString()));
        return newest;
    };
    m_pool = newestOf(onlyLocal);
    if (m_pool.isEmpty() && !onlyLocal) {
        m_pool = newestOf(true);
        m_onlyLocal = !m_pool.isEmpty();
    }
}

QList<const PresetCandidate *> PresetChooser::byPrice() const
{
    QList<const PresetCandidate *> priced;
    std::copy_if(m_pool.cbegin(), m_pool.cend(), std::back_inserter(priced),
                 [](const PresetCandidate *candidate) { return choicePrice(*candidate).has_value(); });
    std::stable_sort(priced.begin(), priced.end(), [](const auto *one, const auto *other) {
        return *choicePrice(*one) < *choicePrice(*other);
    });
    return priced;
}

ChosenModel PresetChooser::preferred(const QList<const PresetCandidate *> &among,
                                     const QStringList &tasks) const
{
    ChosenModel best;
    double chance = -1.0;
    for (const PresetCandidate *candidate : among) {
        for (const QString &task : tasks) {
            const double rating = candidate->ratings.value(task, -1.0);
            if (rating <= chance)
                continue;
            chance = rating;
            best = {candidate,
                    InsightWords::tr("Preferred by own votes on %1, with a chance of %2 %.")
                        .arg(taskDisplayName(task), QLocale().toString(rating * 100.0, 'f', 0))};
        }
    }
    return best;
}

ChosenModel PresetChooser::strong(const QString &task) const
{
    if (const ChosenModel voted = preferred(m_pool, {task}))
        return voted;
    const QList<const PresetCandidate *> priced = byPrice();
    if (priced.isEmpty()) {
        const auto reasons = std::find_if(m_pool.cbegin(), m_pool.cend(),
                                          [](const auto *candidate) { return isReasoning(*candidate); });
        if (reasons != m_pool.cend())
            return {*reasons, InsightWords::tr("It reasons; no price is known to compare by.")};
        return m_pool.isEmpty()
            ? ChosenModel()
            : ChosenModel{m_pool.constFirst(),
                          InsightWords::tr("The first one; no price is known to compare by.")};
    }
    const Money limit = *choicePrice(*priced.at(priced.size() / 2)) * kStrongAtMostTimes;
    const PresetCandidate *dearest = nullptr;
    for (const PresetCandidate *candidate : priced) {
        const bool better = !dearest || isReasoning(*candidate) || !isReasoning(*dearest);
        if (better && *choicePrice(*candidate) <= limit)
            dearest = candidate;
    }
    const QString words = isReasoning(*dearest)
        ? InsightWords::tr("The dearest of the newest models that reason, short of rarely used ones: %1.")
        : InsightWords::tr("The dearest of the newest models, short of rarely used ones: %1.");
    return {dearest, words.arg(priceInWords(*dearest))};
}

ChosenModel PresetChooser::cheap(const QStringList &tasks) const
{
    const QList<const PresetCandidate *> priced = byPrice();
    if (priced.isEmpty()) {
        const QList<ChosenModel> first = listed(1);
        return first.isEmpty() ? ChosenModel() : first.constFirst();
    }
    const Money limit = *choicePrice(*priced.constFirst()) * kCheapAtMostTimes;
    QList<const PresetCandidate *> cheap;
    std::copy_if(priced.cbegin(), priced.cend(), std::back_inserter(cheap),
                 [limit](const PresetCandidate *candidate) { return *choicePrice(*candidate) <= limit; });
    if (const ChosenModel voted = preferred(cheap, tasks))
        return voted;
    return {
        priced.constFirst(),
        InsightWords::tr("The cheapest of the newest models: %1.").arg(priceInWords(*priced.constFirst()))};
}

ChosenModel PresetChooser::secondCheap(const ChosenModel &first) const
{
    const std::optional<Money> price = choicePrice(*first.candidate);
    const PresetCandidate *second = nullptr;
    const QList<const PresetCandidate *> priced = byPrice();
    for (const PresetCandidate *candidate : priced) {
        if (candidate == first.candidate || !price || *choicePrice(*candidate) > *price * kCheapAtMostTimes)
            continue;
        const bool better = !second || independenceOf(*candidate, {first}) > independenceOf(*second, {first});
        if (better)
            second = candidate;
    }
    if (!second)
        return {};
    return {second, InsightWords::tr("Nearly as cheap: %1.").arg(priceInWords(*second))};
}

ChosenModel PresetChooser::everyday() const
{
    const QList<const PresetCandidate *> priced = byPrice();
    if (priced.isEmpty()) {
        const QList<ChosenModel> first = listed(1);
        return first.isEmpty() ? ChosenModel() : first.constFirst();
    }
    const PresetCandidate *middle = priced.at((priced.size() - 1) / 2);
    return {middle,
            InsightWords::tr("Of middle price among the newest models: %1.").arg(priceInWords(*middle))};
}

QList<ChosenModel> PresetChooser::cheapAndFast() const
{
    QList<const PresetCandidate *> priced = byPrice();
    if (priced.isEmpty())
        return listed(1);
    const Money limit = *choicePrice(*priced.constFirst()) * kCheapAtMostTimes;
    priced.removeIf([limit](const PresetCandidate *candidate) { return *choicePrice(*candidate) > limit; });
    std::stable_sort(priced.begin(), priced.end(), [](const auto *one, const auto *other) {
        const auto &left = one->firstTokenP50;
        const auto &right = other->firstTokenP50;
        return left && (!right || *left < *right);
    });
    QList<ChosenModel> chosen;
    for (const PresetCandidate *candidate : std::as_const(priced)) {
        if (chosen.size() == kMostFast)
            break;
        const QString why = candidate->firstTokenP50
            ? InsightWords::tr("Cheap, %1, and usually begins after %2.")
                  .arg(priceInWords(*candidate), formatDuration(*candidate->firstTokenP50))
            : InsightWords::tr("Cheap, %1; how soon it begins is not known yet.")
                  .arg(priceInWords(*candidate));
        chosen.append({candidate, why});
    }
    return chosen;
}

ChosenModel PresetChooser::longest() const
{
    qint64 largest = 0;
    for (const PresetCandidate *candidate : m_pool)
        largest = std::max(largest, candidate->offer.info.contextWindow.value_or(0));
    if (largest == 0)
        return {};
    const double least = static_cast<double>(largest) * kLargeWindowShare;
    const PresetCandidate *best = nullptr;
    for (const PresetCandidate *candidate : m_pool) {
        if (static_cast<double>(candidate->offer.info.contextWindow.value_or(0)) < least)
            continue;
        const std::optional<Money> price = choicePrice(*candidate);
        const std::optional<Money> bestPrice = best ? choicePrice(*best) : std::nullopt;
        if (!best || (price && (!bestPrice || *price < *bestPrice)))
            best = candidate;
    }
    return {best,
            InsightWords::tr("The cheapest with a window close to the largest: %1 tokens.")
                .arg(formatCount(*best->offer.info.contextWindow))};
}

QList<ChosenModel> PresetChooser::listed(qsizetype most) const
{
    QList<ChosenModel> chosen;
    if (const ChosenModel voted = preferred(m_pool, {QString()}))
        chosen.append(voted);
    for (const PresetCandidate *candidate : m_pool) {
        if (chosen.size() >= most)
            break;
        const bool known = !chosen.isEmpty() && chosen.constFirst().candidate == candidate;
        if (!known)
            chosen.append({candidate,
                           candidate->local
                               ? InsightWords::tr("It runs on an own machine and costs nothing.")
                               : InsightWords::tr("It is there; no price is known to compare by.")});
    }
    return chosen;
}

ChosenModel PresetChooser::fallbackFor(const QList<ChosenModel> &chain, qint64 window) const
{
    const PresetCandidate &last = *chain.constLast().candidate;
    const PresetCandidate *best = nullptr;
    const auto rank = [&](const PresetCandidate &candidate) {
        const bool lacksReasoning = isReasoning(last) && !isReasoning(candidate);
        return std::make_tuple(-independenceOf(candidate, chain), lacksReasoning,
                               distanceInPrice(candidate, last));
    };
    for (const PresetCandidate *candidate : m_pool) {
        const bool used = std::any_of(chain.cbegin(), chain.cend(), [candidate](const ChosenModel &each) {
            return each.candidate == candidate;
        });
        if (used || (window > 0 && candidate->offer.info.contextWindow.value_or(0) < window))
            continue;
        if (!best || rank(*candidate) < rank(*best))
            best = candidate;
    }
    if (!best)
        return {};
    return {best, independenceInWords(independenceOf(*best, chain))};
}

} // namespace core

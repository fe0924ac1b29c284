#include "core/catalog/lineupproposal.h"

#include "core/catalog/catalogkey.h"
#include "core/catalog/costcalculator.h"
#include "core/catalog/modelcatalog.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype kMost = 4;
constexpr qsizetype kFewest = 2;
/// So many different prices are enough to have a middle.
constexpr qsizetype kPrices = 3;

/// A candidate with what it is ranked by.
struct Ranked
{
    const LineUpCandidate *candidate = nullptr;
    int major = 0;
    int minor = 0;
    /// Three input tokens and one output token; unset when unpriced.
    std::optional<Money> price = {};
};

/// The id in lower case, without what stands before its last `/` or after a colon; `-` for `.`.
QString bareName(const LineUpCandidate &candidate)
{
    const QString name = withoutVariant(comparableModelId(candidate.name.model));
    return name.sliced(name.lastIndexOf(u'/') + 1);
}

/// The number in the name: `claude-3-5-sonnet` 3.5, `gpt-4o` 4, `qwen3-235b` 3, `qwen3p8-max` 3.8. A size or
/// a date is none.
void readVersion(Ranked &ranked)
{
    static const QRegularExpression number(
        QStringLiteral("^[a-z-]*?(\\d{1,2})(?!\\d|b\\b)(?:[p-](\\d{1,2})(?!\\d|b\\b))?"));
    const QRegularExpressionMatch match = number.match(withoutDate(bareName(*ranked.candidate)));
    ranked.major = match.captured(1).toInt();
    ranked.minor = match.captured(2).toInt();
}

bool isRetired(const ModelInfo &info)
{
    return info.status == ModelStatus::Retired || info.status == ModelStatus::Delisted;
}

bool isChatModel(const QString &id)
{
    static const QRegularExpression other(
        QStringLiteral(
            "embed|\\btts\\b|whisper|audio|realtime|image|dall-e|moderation|transcri|rerank|speech|"
            "\\bocr\\b|guard|computer-use|\\bsora\\b|\\bveo\\b|imagen|\\blive\\b|davinci|babbage"),
        QRegularExpression::CaseInsensitiveOption);
    return !other.match(id).hasMatch();
}

/// Made for something narrower than answering people.
bool isSpecial(const LineUpCandidate &candidate)
{
    static const QRegularExpression special(
        QStringLiteral(
            "preview|codex|coder|cyber|customtools|character|omni|\\bvl\\b|search|\\boss\\b|latest"),
        QRegularExpression::CaseInsensitiveOption);
    return candidate.info.status == ModelStatus::Deprecated || special.match(candidate.name.model).hasMatch();
}

bool isNewer(const Ranked &one, const Ranked &other)
{
    if (one.major != other.major)
        return one.major > other.major;
    if (one.minor != other.minor)
        return one.minor > other.minor;
    return one.candidate->releaseDate > other.candidate->releaseDate;
}

/// The newest models of one generation, down to the version at which there are prices enough to compare.
QList<Ranked> newestGeneration(const QList<Ranked> &newestFirst)
{
    QList<Ranked> kept;
    QSet<qint64> prices;
    for (const Ranked &ranked : newestFirst) {
        const bool sameVersion = !kept.isEmpty() && kept.constLast().minor == ranked.minor;
        if (!kept.isEmpty() && kept.constFirst().major != ranked.major)
            break;
        if (prices.size() >= kPrices && !sameVersion)
            break;
        if (ranked.price)
            prices.insert(ranked.price->picos());
        kept += ranked;
    }
    return kept;
}

/// The newest generation of models of one family, which is not empty.
QList<Ranked> newestOf(const QList<const LineUpCandidate *> &offered)
{
    QList<Ranked> ranked;
    for (const bool special : {false, true}) {
        for (const LineUpCandidate *candidate : offered) {
            if (isSpecial(*candidate) == special)
                ranked += Ranked{candidate, 0, 0, mixedPrice(candidate->info)};
        }
        if (!ranked.isEmpty())
            break;
    }
    std::for_each(ranked.begin(), ranked.end(), readVersion);
    std::stable_sort(ranked.begin(), ranked.end(), isNewer);
    return newestGeneration(ranked);
}

/// A recent model of middle price. `offered` is not empty.
const LineUpCandidate *middleOf(const QList<const LineUpCandidate *> &offered)
{
    const QList<Ranked> generation = newestOf(offered);
    QList<qint64> prices;
    for (const Ranked &one : generation) {
        if (one.price && !prices.contains(one.price->picos()))
            prices += one.price->picos();
    }
    if (prices.isEmpty())
        return generation.constFirst().candidate;
    std::sort(prices.begin(), prices.end());
    const qint64 middle = prices.at((prices.size() - 1) / 2);
    const auto costsIt = [middle](const Ranked &one) { return one.price && one.price->picos() == middle; };
    return std::find_if(generation.cbegin(), generation.cend(), costsIt)->candidate;
}

/// The word its name begins with.
QString familyOf(const LineUpCandidate &candidate)
{
    static const QRegularExpression word(QStringLiteral("^[a-z]+"));
    return word.match(bareName(candidate)).captured();
}

/// Who made it, or its family.
QString makerOf(const LineUpCandidate &candidate)
{
    return candidate.info.vendor.isEmpty() ? familyOf(candidate) : candidate.info.vendor;
}

QList<const LineUpCandidate *> usableOf(const QList<LineUpCandidate> &offered)
{
    QList<const LineUpCandidate *> usable;
    for (const LineUpCandidate &candidate : offered) {
        if (!isRetired(candidate.info) && isChatModel(candidate.name.model))
            usable += &candidate;
    }
    return usable;
}

/// Adds the first model of each further maker, then others of the same.
void fillUp(QList<const LineUpCandidate *> &chosen, const QList<const LineUpCandidate *> &usable)
{
    QSet<QString> makers;
    for (const LineUpCandidate *candidate : std::as_const(chosen))
        makers.insert(makerOf(*candidate));
    for (const LineUpCandidate *candidate : usable) {
        if (chosen.size() < kMost && !makers.contains(makerOf(*candidate))) {
            chosen += candidate;
            makers.insert(makerOf(*candidate));
        }
    }
    while (chosen.size() < kFewest && chosen.size() < usable.size()) {
        QList<const LineUpCandidate *> others;
        std::copy_if(usable.cbegin(), usable.cend(), std::back_inserter(others),
                     [&chosen](const LineUpCandidate *one) { return !chosen.contains(one); });
        chosen += middleOf(others);
    }
}

} // namespace

QList<LineUpCandidate> lineUpCandidates(const Account &account, const QList<ModelInfo> &models,
                                        const ModelCatalog &catalog)
{
    QList<LineUpCandidate> candidates;
    for (const ModelInfo &info : models) {
        const CatalogEntry *entry = catalog.find(account.presetId, info.id);
        if (!entry)
            entry = catalog.find({}, info.id);
        candidates += LineUpCandidate{{account.name, info.id}, info, entry ? entry->releaseDate : QDate()};
    }
    return candidates;
}

QList<TargetName> proposeLineUp(const QList<LineUpCandidate> &offered)
{
    const QList<const LineUpCandidate *> usable = usableOf(offered);
    QList<const LineUpCandidate *> chosen;
    for (const QLatin1StringView family : {QLatin1StringView("gpt"), QLatin1StringView("claude"),
                                           QLatin1StringView("gemini"), QLatin1StringView("qwen")}) {
        QList<const LineUpCandidate *> ofFamily;
        for (const LineUpCandidate *candidate : usable) {
            if (bareName(*candidate).startsWith(family))
                ofFamily += candidate;
        }
        if (!ofFamily.isEmpty())
            chosen += middleOf(ofFamily);
    }
    if (chosen.size() < kFewest)
        fillUp(chosen, usable);
    QList<TargetName> targets;
    for (const LineUpCandidate *candidate : std::as_const(chosen))
        targets += candidate->name;
    return targets;
}

QList<LineUpCandidate> newestModels(const QList<LineUpCandidate> &offered)
{
    QStringList families;
    QHash<QString, QList<const LineUpCandidate *>> byFamily;
    const QList<const LineUpCandidate *> usable = usableOf(offered);
    for (const LineUpCandidate *candidate : usable) {
        const QString family = familyOf(*candidate);
        if (!byFamily.contains(family))
            families += family;
        byFamily[family] += candidate;
    }
    QList<LineUpCandidate> newest;
    for (const QString &family : std::as_const(families)) {
        const QList<Ranked> generation = newestOf(byFamily.value(family));
        for (const Ranked &ranked : generation)
            newest += *ranked.candidate;
    }
    return newest;
}

std::optional<Money> mixedPrice(const ModelInfo &info)
{
    const TokenPrices prices = info.prices ? basePricesInUsd(*info.prices) : TokenPrices();
    if (!prices.input || !prices.output)
        return std::nullopt;
    return *prices.input * 3 + *prices.output;
}

} // namespace core

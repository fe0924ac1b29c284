#pragma once

#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

#include <QTime>

namespace core {

/// Hours of the day, UTC, on some days of the week (1 Monday .. 7 Sunday). `end` is not part of it; 00:00 is
/// the end of the day.
struct PeakWindow
{
    QList<int> weekdays = {};
    QTime start = {};
    QTime end = {};

    bool operator==(const PeakWindow &) const = default;
};

/// Which model ids an entry is for: the very id, the id with any date behind it (`-2024-07-18`, `-latest`),
/// or all that begin with it. Case, `models/`, `.` and `@` never matter, see comparableModelId().
enum class PriceMatch { Exact, Dated, Prefix };

/// `exact`, `dated` or `prefix`.
QString priceMatchName(PriceMatch match);
std::optional<PriceMatch> priceMatchFromName(QStringView name);

/// One entry of the price book: what a seller takes for a model, in which time, hours and service tier. A
/// value; the stores keep them.
struct PriceEntry
{
    /// See PriceList::id; empty until it is stored.
    QString id = {};
    /// Id of the preset that sells it; empty for a price of the user's own.
    QString seller = {};
    QString model = {};
    PriceMatch match = PriceMatch::Exact;
    QString currency = kUsd;
    TokenPrices prices = {};
    QList<PriceTier> tiers = {};
    std::optional<Money> perRequest = {};
    std::optional<Money> perToolCall = {};
    /// Empty for the standard tier.
    QString serviceTier = {};
    /// Milliseconds UTC; unset: since ever, for good. `validToMs` is not part of it.
    std::optional<qint64> validFromMs = {};
    std::optional<qint64> validToMs = {};
    /// UTC; none: all week.
    QList<PeakWindow> windows = {};
    /// For people: `genai-prices`.
    QString source = {};
    /// The day the source says it.
    QDate sourceDate = {};

    bool operator==(const PriceEntry &) const = default;
};

/// Whether the entry holds at a time (milliseconds UTC).
bool holdsAt(const PriceEntry &entry, qint64 atUtcMs);
bool isWithin(const PeakWindow &window, const QDateTime &atUtc);

/// How well an entry is for a model id: 0 not at all; the very id beats a dated one, which beats any prefix,
/// of which the longest wins.
int matchRank(const PriceEntry &entry, const QString &comparableId);

/// What the entries say of one model at a time: of those that hold, the best match, then one for hours before
/// one for all week, then the one that began last, then the newest source. Entries for other service tiers
/// become its `services`. Currency is that of the standard entry. Nothing when none holds.
std::optional<PriceList> priceListAt(const QList<PriceEntry> &entries, QStringView model, qint64 atUtcMs);

/// Whether the entry can be kept: a model, at least one price, none below zero or beyond any model's
/// (10,000 USD per million tokens), each long-context limit once, a currency of three letters, an end after
/// its beginning, windows on days of the week. The error is InvalidRequest with one sentence that names what
/// is wrong.
Result<void> validatePrice(const PriceEntry &entry);

} // namespace core

#include "core/chat/retryafter.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace core {

namespace {

using Wait = std::optional<std::chrono::milliseconds>;
using Headers = QList<std::pair<QByteArray, QByteArray>>;

constexpr double kLongestWaitMs = 7.0 * 24 * 3600 * 1000;
// Plain numbers from here on are points in time, not waits.
constexpr double kEpochSeconds = 1e9;
constexpr double kEpochMs = 1e12;

struct Unit
{
    QByteArrayView name;
    double ms;
};

// Longer names first, so that `ms` is not read as minutes.
constexpr std::array kUnits{
    Unit{"ms", 1.0},  Unit{"us", 1e-3},  Unit{"\xC2\xB5s", 1e-3}, Unit{"\xCE\xBCs", 1e-3},
    Unit{"ns", 1e-6}, Unit{"h", 3600e3}, Unit{"m", 60e3},         Unit{"s", 1e3},
};

Wait toWait(double ms)
{
    if (!std::isfinite(ms))
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(std::clamp(std::ceil(ms), 0.0, kLongestWaitMs)));
}

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.trimmed();
    }
    return {};
}

std::optional<double> toNumber(const QByteArray &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && number >= 0.0 && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// The three forms of https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 that senders use.
Wait untilHttpDate(const QByteArray &text, qint64 nowUtcMs)
{
    const QString date = QString::fromLatin1(text).simplified();
    for (const QLatin1StringView format :
         {QLatin1StringView("ddd, dd MMM yyyy hh:mm:ss 'GMT'"), QLatin1StringView("ddd MMM d hh:mm:ss yyyy"),
          QLatin1StringView("dddd, dd-MMM-yy hh:mm:ss 'GMT'")}) {
        QDateTime at = QLocale::c().toDateTime(date, QString(format));
        if (!at.isValid())
            continue;
        at.setTimeSpec(Qt::UTC);
        return toWait(static_cast<double>(at.toMSecsSinceEpoch() - nowUtcMs));
    }
    return std::nullopt;
}

Wait readReset(const QByteArray &text, qint64 nowUtcMs)
{
    const std::optional<double> number = toNumber(text);
    if (!number)
        return parseGoDuration(text);
    if (*number >= kEpochMs)
        return toWait(*number - static_cast<double>(nowUtcMs));
    if (*number >= kEpochSeconds)
        return toWait(*number * 1e3 - static_cast<double>(nowUtcMs));
    return toWait(*number * 1e3);
}

} // namespace

Wait parseGoDuration(QByteArrayView text)
{
    double total = 0.0;
    bool any = false;
    while (!text.isEmpty()) {
        const auto *end = std::find_if_not(text.begin(), text.end(),
                                           [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
        const std::optional<double> number =
            toNumber(QByteArrayView(text.begin(), end - text.begin()).toByteArray());
        if (!number)
            return std::nullopt;
        text = text.sliced(end - text.begin());
        const auto *unit = std::find_if(kUnits.begin(), kUnits.end(), [text](const Unit &candidate) {
            return text.startsWith(candidate.name);
        });
        if (unit == kUnits.end())
            return std::nullopt;
        total += *number * unit->ms;
        text = text.sliced(unit->name.size());
        any = true;
    }
    return any ? toWait(total) : std::nullopt;
}

Wait readRetryAfter(const Headers &headers, qint64 nowUtcMs)
{
    if (const auto ms = toNumber(headerValue(headers, "retry-after-ms")))
        return toWait(*ms);
    const QByteArray value = headerValue(headers, "retry-after");
    if (const auto seconds = toNumber(value))
        return toWait(*seconds * 1e3);
    return untilHttpDate(value, nowUtcMs);
}

Wait readRateLimitReset(const Headers &headers, qint64 nowUtcMs)
{
    Wait longest;
    Wait longestOfExhausted;
    for (const QByteArray &limit : {QByteArray("-requests"), QByteArray("-tokens"), QByteArray()}) {
        const Wait reset = readReset(headerValue(headers, QByteArray("x-ratelimit-reset" + limit)), nowUtcMs);
        if (!reset)
            continue;
        longest = std::max(longest, reset);
        if (toNumber(headerValue(headers, QByteArray("x-ratelimit-remaining" + limit))) == 0.0)
            longestOfExhausted = std::max(longestOfExhausted, reset);
    }
    return longestOfExhausted ? longestOfExhausted : longest;
}

} // namespace core

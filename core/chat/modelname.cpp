#include "core/chat/modelname.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

// OpenRouter's variants (https://openrouter.ai/docs/guides/routing/model-variants) and Ollama's default tag.
constexpr std::array kVariants{
    QLatin1StringView(":free"),   QLatin1StringView(":nitro"),    QLatin1StringView(":floor"),
    QLatin1StringView(":online"), QLatin1StringView(":extended"), QLatin1StringView(":thinking"),
    QLatin1StringView(":exacto"), QLatin1StringView(":beta"),     QLatin1StringView(":latest"),
};

struct DatedName
{
    QString name;
    QString date;
};

DatedName splitDate(const QString &bare)
{
    static const QRegularExpression suffix(
        QStringLiteral("(?:-preview)?[-@](?:(\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{2}-\\d{4}|\\d{2}-\\d{4}"
                       "|\\d{8}|\\d{6}|\\d{4}|0\\d{2}|(?<=-preview-)\\d{2}-\\d{2})|latest)$"));
    const QRegularExpressionMatch match = suffix.match(bare);
    if (!match.hasMatch() || match.capturedStart() == 0)
        return {bare, {}};
    return {bare.first(match.capturedStart()), match.captured(1)};
}

/// Resellers write `claude-3.5-sonnet` for `claude-3-5-sonnet`.
QString comparable(const QString &name)
{
    return QString(name).replace(QLatin1Char('.'), QLatin1Char('-'));
}

} // namespace

QString bareModelName(QStringView id)
{
    QString bare = id.trimmed().toString().toLower();
    for (const QLatin1StringView variant : kVariants) {
        if (bare.endsWith(variant)) {
            bare.chop(variant.size());
            break;
        }
    }
    return bare.sliced(bare.lastIndexOf(QLatin1Char('/')) + 1);
}

QString undatedModelName(QStringView id)
{
    return splitDate(bareModelName(id)).name;
}

bool isSameModelOrDatedAlias(QStringView requested, QStringView answered)
{
    if (answered.trimmed().isEmpty())
        return true;
    const QString asked = bareModelName(requested);
    const QString got = bareModelName(answered);
    if (comparable(asked) == comparable(got))
        return true;
    const DatedName askedParts = splitDate(asked);
    const DatedName gotParts = splitDate(got);
    return comparable(askedParts.name) == comparable(gotParts.name)
        && (askedParts.date.isEmpty() || gotParts.date.isEmpty());
}

} // namespace core

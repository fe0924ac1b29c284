#include "core/routing/rulepattern.h"

#include "core/routing/router.h"

namespace core {

namespace {

/// Nested backtracking points, each a frame of some 100 bytes, where PCRE2 interprets a pattern.
constexpr int kRegexDepthLimit = 20'000;

QString limitVerb(const QString &name, int limit)
{
    return QStringLiteral("(*%1=%2)").arg(name, QString::number(limit));
}

QString loweredVerb(const QRegularExpressionMatch &verb)
{
    const QString name = verb.captured(1);
    const int most = name == QLatin1StringView("LIMIT_MATCH") ? kRegexMatchLimit : kRegexDepthLimit;
    bool isNumber = false;
    const uint asked = verb.captured(2).toUInt(&isNumber);
    if (name.isEmpty() || !isNumber || asked <= static_cast<uint>(most))
        return verb.captured();
    return limitVerb(name, most);
}

/// Of several limits PCRE2 10.42 takes the last, not the lowest as its manual has it (pcre2pattern, "Setting
/// match resource limits"), so those of the user are lowered where they stand.
QString withLoweredLimits(const QString &pattern)
{
    static const QRegularExpression verb(
        QStringLiteral("\\(\\*(?:(LIMIT_(?:MATCH|DEPTH|RECURSION))=(\\d+)|[A-Z][A-Z0-9_]*(?:=\\d+)?)\\)"));
    QString lowered;
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch next = verb.match(pattern, from, QRegularExpression::NormalMatch,
                                                        QRegularExpression::AnchorAtOffsetMatchOption);
        if (!next.hasMatch())
            return lowered + pattern.mid(from);
        lowered += loweredVerb(next);
        from = next.capturedEnd();
    }
}

} // namespace

QRegularExpression rulePattern(const QString &pattern)
{
    const QString limited = limitVerb(QStringLiteral("LIMIT_MATCH"), kRegexMatchLimit)
        + limitVerb(QStringLiteral("LIMIT_DEPTH"), kRegexDepthLimit) + withLoweredLimits(pattern);
    return QRegularExpression(limited, QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace core

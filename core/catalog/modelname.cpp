#include "core/catalog/modelname.h"

#include <QRegularExpression>

namespace core {

QString comparableModelId(QStringView id)
{
    QString text = id.trimmed().toString().toLower();
    if (text.startsWith(QLatin1StringView("models/")))
        text.remove(0, 7);
    text.replace(u'.', u'-');
    text.replace(u'@', u'-');
    return text;
}

QString withoutDate(const QString &comparableId)
{
    static const QRegularExpression suffix(
        QStringLiteral("-(\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{4}|\\d{8}|\\d{4}|\\d{3}|latest)$"));
    const QRegularExpressionMatch match = suffix.match(comparableId);
    return match.hasMatch() && match.capturedStart() > 0 ? comparableId.left(match.capturedStart())
                                                         : comparableId;
}

QString withoutVariant(const QString &id)
{
    const qsizetype colon = id.indexOf(u':');
    return colon > 0 ? id.left(colon) : id;
}

bool isSameModel(QStringView requested, QStringView answered)
{
    const auto tail = [](QStringView id) {
        return withoutVariant(comparableModelId(id.mid(id.lastIndexOf(u'/') + 1)));
    };
    const QString asked = tail(requested);
    const QString got = tail(answered);
    if (asked == got)
        return true;
    // Two different dates are two different models.
    return withoutDate(got) == asked || got == withoutDate(asked)
        || (asked.endsWith(QLatin1StringView("-latest")) && withoutDate(got) == withoutDate(asked));
}

} // namespace core

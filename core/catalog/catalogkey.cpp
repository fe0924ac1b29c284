#include "core/catalog/catalogkey.h"

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

} // namespace core

#include "core/ruleformats/programparts.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace core {

namespace {

constexpr qsizetype kLongestLine = 100;

bool isScript(ProgramLanguage language)
{
    return language == ProgramLanguage::TypeScript || language == ProgramLanguage::JavaScript;
}

QString compactScalar(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

QString scalarLiteral(const QJsonValue &value, ProgramLanguage language)
{
    if (value.isString())
        return programText(value.toString(), language);
    const bool isPython = language == ProgramLanguage::Python;
    if (value.isBool() && isPython)
        return value.toBool() ? QStringLiteral("True") : QStringLiteral("False");
    if (value.isNull() && isPython)
        return QStringLiteral("None");
    return compactScalar(value);
}

QString keyLiteral(const QString &key, ProgramLanguage language)
{
    static const QRegularExpression identifier(QStringLiteral("^[A-Za-z_$][A-Za-z0-9_$]*$"));
    if (!isScript(language))
        return programText(key, language);
    // As a plain name it would set the prototype.
    if (key == QLatin1StringView("__proto__"))
        return QStringLiteral("[\"__proto__\"]");
    return identifier.match(key).hasMatch() ? key : programText(key, language);
}

QStringList keysInOrder(const QJsonObject &object)
{
    QStringList keys = object.keys();
    qsizetype front = 0;
    for (const char *first :
         {"name", "account", "model", "pick", "targets", "fallbacks", "baseURL", "base_url"}) {
        const qsizetype at = keys.indexOf(QLatin1StringView(first));
        if (at >= 0)
            keys.move(at, front++);
    }
    return keys;
}

QStringList literalItems(const QJsonValue &value, ProgramLanguage language, int indent)
{
    QStringList items;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            items.append(programLiteral(item, language, indent));
        return items;
    }
    const QJsonObject object = value.toObject();
    for (const QString &key : keysInOrder(object))
        items.append(keyLiteral(key, language) + QStringLiteral(": ")
                     + programLiteral(object.value(key), language, indent));
    return items;
}

} // namespace

QString programText(const QString &text, ProgramLanguage language)
{
    QString literal;
    for (const QChar character : compactScalar(text)) {
        const char16_t code = character.unicode();
        const bool hidden = code == 0x85 || code == 0x7f || code == 0xfeff
            || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        // The shell ends its own quotation at one.
        const bool ends = language == ProgramLanguage::Shell && character == u'\'';
        if (hidden || ends)
            literal += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            literal += character;
    }
    return literal;
}

QString programName(const QString &name, ProgramLanguage language)
{
    if (language != ProgramLanguage::Python)
        return name;
    if (name == QLatin1StringView("baseURL"))
        return QStringLiteral("base_url");
    QString snake;
    for (const QChar character : name) {
        if (character.isUpper())
            snake += u'_';
        snake += character.toLower();
    }
    return snake;
}

QString programLiteral(const QJsonValue &value, ProgramLanguage language, int indent)
{
    if (!value.isArray() && !value.isObject())
        return scalarLiteral(value, language);
    const int step = isScript(language) ? 2 : 4;
    const QStringList items = literalItems(value, language, indent + step);
    const QChar open = value.isArray() ? u'[' : u'{';
    const QChar close = value.isArray() ? u']' : u'}';
    const bool isSpaced = value.isObject() && isScript(language);
    const QString joined = items.join(QStringLiteral(", "));
    if (items.isEmpty())
        return QString(open) + close;
    if (!joined.contains(u'\n') && joined.size() + indent < kLongestLine)
        return isSpaced ? QString(open + QStringLiteral(" ") + joined + QStringLiteral(" ") + close)
                        : QString(open + joined + close);
    const QString inner = u'\n' + QString(indent + step, u' ');
    const QString comma = language == ProgramLanguage::Shell ? QString() : QStringLiteral(",");
    return open + inner + items.join(QString(u',' + inner)) + comma + u'\n' + QString(indent, u' ') + close;
}

} // namespace core

#include "core/ruleformats/ruleformats.h"

#include "core/routing/rulesetjson.h"
#include "core/ruleformats/formattable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace core {

namespace {

constexpr qsizetype kLongestRuleSetName = 60;

const RuleFormatEntry *formatEntry(RuleFormat format)
{
    for (const RuleFormatEntry &entry : ruleFormatTable()) {
        if (entry.format == format)
            return &entry;
    }
    return nullptr;
}

RuleText looked(const QByteArray &text)
{
    RuleText looked;
    // Editors on other systems put one before the text, where neither JSON nor YAML has it.
    looked.text = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    const QJsonDocument document = QJsonDocument::fromJson(looked.text);
    looked.isJson = document.isObject();
    looked.json = document.object();
    return looked;
}

Error unrecognised(const RuleText &text)
{
    const QByteArray trimmed = text.text.trimmed();
    if (!text.isJson && trimmed.startsWith('{')) {
        // Broken JSON: the reader of the own document names the place.
        if (const Result<RuleSet> read = readRuleSet(text.text); !read)
            return read.error();
    }
    QStringList names;
    for (const RuleFormatEntry &entry : ruleFormatTable()) {
        if (entry.read)
            names.append(QLatin1StringView(entry.name));
    }
    return Error{ErrorKind::InvalidRequest,
                 trimmed.isEmpty()
                     ? QCoreApplication::translate("RuleFormats", "The file is empty.")
                     : QCoreApplication::translate("RuleFormats",
                                                   "The file holds rules of no known format; known are %1.")
                           .arg(names.join(QLatin1StringView(", ")))};
}

} // namespace

QString ruleFormatName(RuleFormat format)
{
    const RuleFormatEntry *entry = formatEntry(format);
    return entry ? QString(QLatin1StringView(entry->name)) : QString();
}

std::optional<RuleFormat> ruleFormatFromName(QStringView name)
{
    for (const RuleFormatEntry &entry : ruleFormatTable()) {
        if (name == QLatin1StringView(entry.name))
            return entry.format;
    }
    return std::nullopt;
}

QList<RuleFormat> exportRuleFormats()
{
    QList<RuleFormat> formats;
    for (const RuleFormatEntry &entry : ruleFormatTable()) {
        if (entry.write)
            formats.append(entry.format);
    }
    return formats;
}

QStringList exportRuleFormatNames()
{
    QStringList names;
    for (const RuleFormat format : exportRuleFormats())
        names.append(ruleFormatName(format));
    return names;
}

QString ruleSetNameOfFile(const QString &filePath)
{
    QString name = QFileInfo(filePath).completeBaseName();
    for (QChar &character : name) {
        if (!isRuleSetName(QString(character)))
            character = u' ';
    }
    name = name.simplified().left(kLongestRuleSetName).trimmed();
    return isRuleSetName(name) ? name : QStringLiteral("imported");
}

Result<RuleImport> importRules(const QByteArray &text, const QString &suggestedName)
{
    const RuleText rules = looked(text);
    for (const RuleFormatEntry &entry : ruleFormatTable()) {
        if (entry.read && entry.recognises(rules))
            return entry.read(rules, suggestedName);
    }
    return unrecognised(rules);
}

Result<RuleExport> exportRules(const RuleSet &rules, RuleFormat format, const ExportContext &context)
{
    const RuleFormatEntry *entry = formatEntry(format);
    if (entry && entry->write)
        return entry->write(rules, context);
    return Error{ErrorKind::InvalidRequest,
                 QCoreApplication::translate("RuleFormats", "Rules cannot be written as %1.")
                     .arg(ruleFormatName(format))};
}

} // namespace core

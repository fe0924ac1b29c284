#include "core/prompts/templates.h"

#include <QStringList>

namespace core {

QString templateKindName(TemplateKind kind)
{
    return kind == TemplateKind::System ? QStringLiteral("system") : QStringLiteral("prompt");
}

std::optional<TemplateKind> templateKindFromName(QStringView name)
{
    if (name == QLatin1StringView("prompt"))
        return TemplateKind::Prompt;
    if (name == QLatin1StringView("system"))
        return TemplateKind::System;
    return std::nullopt;
}

QString templatePath(const PromptTemplate &entry)
{
    return entry.folder.isEmpty() ? entry.name : QString(entry.folder + u'/' + entry.name);
}

QString cleanFolder(const QString &folder)
{
    QStringList parts;
    for (const QString &part : folder.split(u'/')) {
        const QString clean = part.simplified();
        if (!clean.isEmpty() && clean != QLatin1StringView(".") && clean != QLatin1StringView(".."))
            parts.append(clean);
    }
    return parts.join(u'/');
}

} // namespace core

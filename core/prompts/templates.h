#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace core {

enum class TemplateKind { Prompt, System };

/// `prompt` or `system`.
QString templateKindName(TemplateKind kind);
std::optional<TemplateKind> templateKindFromName(QStringView name);

/// A saved prompt or system prompt, with `{{variables}}` in its text.
struct PromptTemplate
{
    qint64 id = 0;
    /// Parts with slashes between; empty is the top. See cleanFolder().
    QString folder = {};
    QString name;
    TemplateKind kind = TemplateKind::Prompt;
    QString text;
    /// What was filled in last, by variable.
    QHash<QString, QString> lastValues = {};
    /// Front matter of an imported file that means nothing here; kept for the next export.
    QJsonObject extra = {};
    std::optional<qint64> usedAtMs = {};

    bool operator==(const PromptTemplate &) const = default;
};

/// `folder/name`, or the name alone at the top.
QString templatePath(const PromptTemplate &entry);

/// Without empty parts, spaces around parts, and the parts `.` and `..`: ` a // b/` is `a/b`.
QString cleanFolder(const QString &folder);

} // namespace core

#include "app/commandline/rulesdocuments.h"

#include "app/commandline/console.h"
#include "app/commandline/routetext.h"
#include "app/commandline/ruleswords.h"

#include "core/routing/rulesetjson.h"

#include <QRegularExpression>

using namespace core;

namespace app {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

const std::optional<RuleSet> &shownOf(const RuleSetEntry &entry)
{
    return entry.active ? entry.active : entry.draft;
}

bool hasUnreadableDraft(const RuleSetEntry &entry)
{
    return !entry.problem.isEmpty() && (entry.active.has_value() || entry.activeVersion == 0);
}

QString versionCell(int version)
{
    return version > 0 ? QString::number(version) : RulesWords::tr("none");
}

QString changeName(RuleChange::Kind kind)
{
    switch (kind) {
    case RuleChange::Kind::Added:
        return QStringLiteral("added");
    case RuleChange::Kind::Removed:
        return QStringLiteral("removed");
    case RuleChange::Kind::Moved:
        return QStringLiteral("moved");
    case RuleChange::Kind::Changed:
        break;
    }
    return QStringLiteral("changed");
}

QString changeWord(RuleChange::Kind kind)
{
    switch (kind) {
    case RuleChange::Kind::Added:
        return RulesWords::tr("added");
    case RuleChange::Kind::Removed:
        return RulesWords::tr("removed");
    case RuleChange::Kind::Moved:
        return RulesWords::tr("moved");
    case RuleChange::Kind::Changed:
        break;
    }
    return RulesWords::tr("changed");
}

/// A sentence `FILE: rules[2].when: expected ...` in its parts.
RuleProblem problemOfSentence(const QString &file, const QString &sentence)
{
    static const QRegularExpression parts(
        QStringLiteral("^((?:[\\w$-]+(?:\\[\\d+\\])*\\.)*[\\w$-]+(?:\\[\\d+\\])*): (.+)$"),
        QRegularExpression::DotMatchesEverythingOption);
    RuleProblem problem;
    problem.kind = RuleProblem::Kind::Invalid;
    const QString prefix = file + QStringLiteral(": ");
    problem.text = sentence.startsWith(prefix) ? sentence.mid(prefix.size()) : sentence;
    const QRegularExpressionMatch match = parts.match(problem.text);
    if (match.hasMatch()) {
        problem.path = match.captured(1);
        problem.text = match.captured(2);
    }
    return problem;
}

QJsonObject sideToJson(const NamedRules &rules)
{
    QJsonObject json{{QStringLiteral("rule_set"), rules.name}, {QStringLiteral("version"), rules.version}};
    if (!rules.file.isEmpty())
        json.insert(QStringLiteral("file"), rules.file);
    return json;
}

} // namespace

QJsonArray ruleSetsToJson(const QList<RuleSetEntry> &entries, const QString &defaultName)
{
    QJsonArray json;
    for (const RuleSetEntry &entry : entries) {
        const std::optional<RuleSet> &shown = shownOf(entry);
        json.append(QJsonObject{
            {QStringLiteral("rule_set"), entry.name},
            {QStringLiteral("active_version"), entry.activeVersion},
            {QStringLiteral("newest_version"), entry.newestVersion},
            {QStringLiteral("draft"), entry.draft.has_value() || hasUnreadableDraft(entry)},
            {QStringLiteral("rules"), shown ? QJsonValue(shown->rules.size()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("default"), entry.name == defaultName},
            {QStringLiteral("error"), textOrNull(entry.problem)}});
    }
    return json;
}

QString ruleSetTable(const QList<RuleSetEntry> &entries, const QString &defaultName)
{
    QList<QStringList> rows{{RulesWords::tr("NAME"), RulesWords::tr("ACTIVE"), RulesWords::tr("NEWEST"),
                             RulesWords::tr("DRAFT"), RulesWords::tr("RULES"), RulesWords::tr("NOTE")}};
    for (const RuleSetEntry &entry : entries) {
        const std::optional<RuleSet> &shown = shownOf(entry);
        const bool draft = entry.draft.has_value() || hasUnreadableDraft(entry);
        QStringList notes;
        if (entry.name == defaultName)
            notes.append(RulesWords::tr("asked by default"));
        if (!entry.problem.isEmpty())
            notes.append(RulesWords::tr("cannot be read"));
        rows.append({entry.name, versionCell(entry.activeVersion), versionCell(entry.newestVersion),
                     draft ? RulesWords::tr("yes") : RulesWords::tr("no"),
                     shown ? QString::number(shown->rules.size()) : QString(),
                     notes.join(QLatin1StringView(", "))});
    }
    return alignedTable(rows, {1, 2, 4});
}

QJsonObject shownRulesToJson(const NamedRules &rules, const RuleSetEntry &entry,
                             const QList<RuleProblem> &problems)
{
    return {{QStringLiteral("rule_set"), rules.name},
            {QStringLiteral("version"), rules.version},
            {QStringLiteral("active_version"), entry.activeVersion},
            {QStringLiteral("newest_version"), entry.newestVersion},
            {QStringLiteral("draft"), entry.draft.has_value() || hasUnreadableDraft(entry)},
            {QStringLiteral("document"), ruleSetToJson(rules.rules)},
            {QStringLiteral("problems"), problemsToJson(problems)}};
}

QString shownRulesText(const NamedRules &rules, const RuleSetEntry &entry)
{
    const bool active = rules.version > 0 && rules.version == entry.activeVersion;
    const QString version = versionText(rules.name, rules.version);
    const QStringList lines =
        QStringList{active ? RulesWords::tr("%1, which is active").arg(version) : version}
        + ruleSetLines(rules.rules);
    return lines.join(u'\n');
}

QJsonObject validationToJson(const RulesFile &file)
{
    return {{QStringLiteral("valid"), canRun(file.problems)},
            {QStringLiteral("rule_set"), file.imported.rules.name},
            {QStringLiteral("format"), ruleFormatName(file.imported.format)},
            {QStringLiteral("rules"), file.imported.rules.rules.size()},
            {QStringLiteral("problems"), problemsToJson(file.problems)},
            {QStringLiteral("unknown"), QJsonArray::fromStringList(file.imported.unknown)},
            {QStringLiteral("losses"), lossesToJson(file.imported.losses)}};
}

QJsonObject unreadableToJson(const QString &file, const QString &sentence)
{
    const RuleProblem problem = problemOfSentence(file, sentence);
    return {{QStringLiteral("valid"), false},
            {QStringLiteral("rule_set"), QJsonValue(QJsonValue::Null)},
            {QStringLiteral("format"), QJsonValue(QJsonValue::Null)},
            {QStringLiteral("rules"), QJsonValue(QJsonValue::Null)},
            {QStringLiteral("problems"), problemsToJson({problem})},
            {QStringLiteral("unknown"), QJsonArray()},
            {QStringLiteral("losses"), QJsonArray()}};
}

QString validationText(const QString &path, const RulesFile &file)
{
    QStringList lines;
    for (const RuleProblem &problem : file.problems) {
        const QString kind = problem.kind == RuleProblem::Kind::Invalid ? RulesWords::tr("invalid")
                                                                        : RulesWords::tr("doubtful");
        lines.append(kind + QStringLiteral("  ") + problemText(problem));
    }
    for (const QString &unknown : file.imported.unknown)
        lines.append(RulesWords::tr("unknown") + QStringLiteral("  ") + unknown);
    for (const FormatLoss &loss : file.imported.losses)
        lines.append(RulesWords::tr("lost") + QStringLiteral("  ") + lossText(loss));
    if (!canRun(file.problems))
        lines.append(RulesWords::tr("%1 holds rules that cannot run.").arg(path));
    else if (lines.isEmpty())
        lines.append(RulesWords::tr("%1 holds rules that can run; nothing is doubtful.").arg(path));
    else
        lines.append(RulesWords::tr("%1 holds rules that can run.").arg(path));
    return lines.join(u'\n');
}

QJsonObject exportToJson(const NamedRules &rules, RuleFormat format, const RuleExport &written)
{
    return {{QStringLiteral("rule_set"), rules.name},
            {QStringLiteral("version"), rules.version},
            {QStringLiteral("format"), ruleFormatName(format)},
            {QStringLiteral("suffix"), written.suffix},
            {QStringLiteral("text"), QString::fromUtf8(written.text)},
            {QStringLiteral("losses"), lossesToJson(written.losses)}};
}

QJsonObject diffToJson(const NamedRules &before, const NamedRules &after, const QList<RuleChange> &changes)
{
    QJsonArray list;
    for (const RuleChange &change : changes)
        list.append(QJsonObject{{QStringLiteral("kind"), changeName(change.kind)},
                                {QStringLiteral("rule"), change.rule},
                                {QStringLiteral("details"), QJsonArray::fromStringList(change.details)}});
    return {{QStringLiteral("before"), sideToJson(before)},
            {QStringLiteral("after"), sideToJson(after)},
            {QStringLiteral("changes"), list}};
}

QString diffText(const QList<RuleChange> &changes)
{
    if (changes.isEmpty())
        return RulesWords::tr("The rules are the same.");
    QStringList lines;
    for (const RuleChange &change : changes) {
        lines.append(changeWord(change.kind) + QStringLiteral("  ") + change.rule);
        for (const QString &detail : change.details)
            lines.append(QStringLiteral("  ") + detail);
    }
    return lines.join(u'\n');
}

} // namespace app

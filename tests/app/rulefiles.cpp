#include "tests/app/rulefiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace test {

namespace {

QJsonArray targetsOf(const QStringList &names)
{
    QJsonArray targets;
    for (const QString &name : names)
        targets.append(QJsonObject{{QStringLiteral("target"), name}});
    return targets;
}

} // namespace

QJsonObject ruleOf(const QString &name, const QString &task, const QStringList &targets,
                   const QStringList &fallbacks, const QJsonObject &limits)
{
    QJsonObject chain{{QStringLiteral("targets"), targetsOf(targets)}};
    if (!fallbacks.isEmpty())
        chain.insert(QStringLiteral("fallbacks"), targetsOf(fallbacks));
    if (!limits.isEmpty())
        chain.insert(QStringLiteral("limits"), limits);
    QJsonObject rule{{QStringLiteral("name"), name}, {QStringLiteral("chain"), chain}};
    if (!task.isEmpty())
        rule.insert(QStringLiteral("when"),
                    QJsonObject{{QStringLiteral("field"), QStringLiteral("task")},
                                {QStringLiteral("op"), QStringLiteral("is")},
                                {QStringLiteral("values"), QJsonArray{task}}});
    return rule;
}

QJsonObject ruleSetOf(const QString &name, const QJsonArray &rules, const QString &otherwise)
{
    return {{QStringLiteral("schema"), 1},
            {QStringLiteral("name"), name},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("default"), ruleOf(QStringLiteral("default"), {}, {otherwise})}};
}

QString writeRulesText(const Program &program, const QByteArray &text, const QString &fileName)
{
    const QString path = QDir::cleanPath(program.dataDir() + QStringLiteral("/../") + fileName);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

QString writeRules(const Program &program, const QJsonObject &rules, const QString &fileName)
{
    return writeRulesText(program, QJsonDocument(rules).toJson(), fileName);
}

void importRuleSet(const Program &program, const QJsonObject &rules)
{
    program.provideLedger();
    const Outcome imported = program.run(words("rules import --demo") << writeRules(program, rules));
    if (imported.exitCode != 0)
        qFatal("the rules were not imported: %s", imported.text().constData());
}

} // namespace test

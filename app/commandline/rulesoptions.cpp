#include "app/commandline/rulesoptions.h"

#include "app/commandline/options.h"
#include "app/commandline/requestoptions.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

using Verb = RulesInvocation::Verb;

struct RulesVerb
{
    QString word;
    Verb verb;
    /// Words after the verb.
    qsizetype operands;
    /// What it takes beside --json.
    QStringList options;
};

const QList<RulesVerb> &rulesVerbs()
{
    static const QList<RulesVerb> verbs{
        {QStringLiteral("list"), Verb::List, 0, {}},
        {QStringLiteral("show"), Verb::Show, 1, {}},
        {QStringLiteral("validate"), Verb::Validate, 1, {}},
        {QStringLiteral("import"),
         Verb::Import,
         1,
         {QStringLiteral("name"), QStringLiteral("comment"), QStringLiteral("draft")}},
        {QStringLiteral("export"), Verb::Export, 1, {QStringLiteral("format")}},
        {QStringLiteral("test"),
         Verb::Test,
         2,
         {QStringLiteral("task"), QStringLiteral("param"), QStringLiteral("meta")}},
        {QStringLiteral("diff"), Verb::Diff, 2, {}},
        {QStringLiteral("backtest"),
         Verb::Backtest,
         1,
         {QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("against"),
          QStringLiteral("include-compare")}}};
    return verbs;
}

const RulesVerb *rulesVerb(const QString &word)
{
    for (const RulesVerb &verb : rulesVerbs()) {
        if (verb.word == word)
            return &verb;
    }
    return nullptr;
}

/// What the verb wants instead of the words it got.
QString wantedOperands(const RulesVerb &verb)
{
    switch (verb.verb) {
    case Verb::List:
        return QCoreApplication::translate("CommandLine", "rules list takes no further words.");
    case Verb::Validate:
    case Verb::Import:
        return QCoreApplication::translate("CommandLine", "rules %1 wants exactly one file.").arg(verb.word);
    case Verb::Test:
        return QCoreApplication::translate(
            "CommandLine", "rules test wants the name of a rule set and a prompt; put each in quotes.");
    case Verb::Diff:
        return QCoreApplication::translate(
            "CommandLine",
            "rules diff wants two of NAME, NAME@VERSION, NAME@draft and files; put each in quotes.");
    case Verb::Show:
    case Verb::Export:
    case Verb::Backtest:
        break;
    }
    return QCoreApplication::translate("CommandLine",
                                       "rules %1 wants the name of exactly one rule set; put it in quotes.")
        .arg(verb.word);
}

/// Refuses what other verbs take.
Result<void> refuseForeign(const Options &options, const RulesVerb &verb)
{
    QStringList foreign;
    for (const RulesVerb &other : rulesVerbs())
        foreign += other.options;
    for (const QString &own : verb.options)
        foreign.removeAll(own);
    return options.refuse(foreign, QStringLiteral("rules ") + verb.word);
}

Result<void> readRulesFormat(const Options &options, RulesInvocation *rules)
{
    if (!options.has(QStringLiteral("format")))
        return {};
    const std::optional<RuleFormat> format = ruleFormatFromName(options.value(QStringLiteral("format")));
    if (format && exportRuleFormats().contains(*format)) {
        rules->format = *format;
        return {};
    }
    return usageError(QCoreApplication::translate("CommandLine", "--format wants one of: %1.")
                          .arg(exportRuleFormatNames().join(QLatin1StringView(", "))));
}

Result<void> readBacktest(const Options &options, RulesInvocation *rules)
{
    if (options.has(QStringLiteral("since")))
        rules->since = options.value(QStringLiteral("since"));
    rules->sinceGiven = options.has(QStringLiteral("since"));
    rules->until = options.value(QStringLiteral("until"));
    if (options.has(QStringLiteral("until")) && rules->until.isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--until wants a time."));
    rules->includeCompare = options.has(QStringLiteral("include-compare"));
    if (!options.has(QStringLiteral("against")))
        return {};
    bool ok = false;
    rules->against = options.value(QStringLiteral("against")).toInt(&ok);
    if (ok && rules->against > 0)
        return {};
    return usageError(
        QCoreApplication::translate("CommandLine", "--against wants the number of a version, such as 3."));
}

Result<void> readImport(const Options &options, RulesInvocation *rules)
{
    rules->name = options.value(QStringLiteral("name"));
    rules->comment = options.value(QStringLiteral("comment"));
    rules->draft = options.has(QStringLiteral("draft"));
    if (options.has(QStringLiteral("name")) && rules->name.isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--name wants a name."));
    if (rules->draft && options.has(QStringLiteral("comment")))
        return usageError(QCoreApplication::translate(
            "CommandLine", "--comment is of a version, which --draft does not make."));
    return {};
}

Result<void> readRules(const Options &options, const RulesVerb &verb, RulesInvocation *rules)
{
    const QStringList words = options.positional();
    if (words.size() != verb.operands + 2)
        return usageError(wantedOperands(verb));
    rules->verb = verb.verb;
    rules->json = options.has(QStringLiteral("json"));
    rules->subject = words.value(2);
    rules->task = options.value(QStringLiteral("task"));
    if (verb.operands > 0 && rules->subject.isEmpty())
        return usageError(wantedOperands(verb));
    if (verb.verb == Verb::Test)
        rules->prompt = words.value(3);
    else
        rules->other = words.value(3);
    if (const Result<void> read = readParameters(options, &rules->parameters); !read)
        return read;
    if (const Result<void> read = readTags(options, &rules->tags); !read)
        return read;
    if (const Result<void> read = readImport(options, rules); !read)
        return read;
    if (const Result<void> read = readRulesFormat(options, rules); !read)
        return read;
    return readBacktest(options, rules);
}

} // namespace

Result<Invocation> parseRules(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), QStringLiteral("draft"), QStringLiteral("include-compare")},
                    {QStringLiteral("name"), QStringLiteral("comment"), QStringLiteral("format"),
                     QStringLiteral("task"), QStringLiteral("param"), QStringLiteral("meta"),
                     QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("against")});
    options.letRepeat(requestListOptions());
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const RulesVerb *verb = rulesVerb(options.positional().value(1));
    if (!verb) {
        QStringList words;
        for (const RulesVerb &each : rulesVerbs())
            words.append(each.word);
        return usageError(QCoreApplication::translate("CommandLine", "rules wants one of: %1.")
                              .arg(words.join(QLatin1StringView(", "))));
    }
    if (const Result<void> own = refuseForeign(options, *verb); !own)
        return own.error();
    RulesInvocation rules;
    if (const Result<void> read = readRules(options, *verb, &rules); !read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = rules;
    return invocation;
}

} // namespace app

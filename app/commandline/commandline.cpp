#include "app/commandline/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

QString helpText()
{
    return QCoreApplication::translate("CommandLine", R"(Usage: switchyard [--data-dir DIR] [--demo] [COMMAND]

One prompt to many models side by side, every attempt in a local ledger.

Without a command the window opens. Commands:
  accounts add NAME [--preset P] [--base-url URL] (--key-env VAR | --key-stdin | --no-key)
  accounts list | remove NAME | test NAME | models NAME            [--json]
  compare -m ACCOUNT/MODEL [-m ...] [--line-up NAME] [--task T] [--system S]
          [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--repeat N] [--timeout SECONDS]
          [--max-cost USD] [--json | --markdown] (PROMPT | -)
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,source,tag:KEY]
          [--zone ZONE] [--json | --csv]
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html

Options:
  --data-dir DIR   keep everything under DIR instead of the desktop's folders
  --demo           have the account "demo", a built-in simulator: no network, no key
  --help           this text
  --version        the version

Exit codes: 0 all good; 1 done, but something failed; 2 wrong usage; 3 configuration or storage error.)");
}

Error usageError(const QString &sentence)
{
    return {ErrorKind::InvalidRequest, sentence};
}

/// The options of one command, on top of the global ones, parsed without printing or ending the program.
class Options
{
public:
    Options()
    {
        addFlag(QStringLiteral("demo"));
        addFlag(QStringLiteral("help"));
        addFlag(QStringLiteral("version"));
        addValue({QStringLiteral("data-dir")});
    }

    void addFlag(const QString &name) { m_parser.addOption(QCommandLineOption(name)); }
    void addValue(const QStringList &names)
    {
        m_parser.addOption(QCommandLineOption(names, QString(), QStringLiteral("VALUE")));
    }

    Result<void> parse(const QStringList &arguments)
    {
        // QCommandLineParser expects the program's name first.
        if (m_parser.parse(QStringList{QStringLiteral("switchyard")} + arguments))
            return {};
        QString sentence = m_parser.errorText();
        return usageError(sentence.endsWith(u'.') ? sentence : QString(sentence + u'.'));
    }

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    Invocation invocation() const { return {value(QStringLiteral("data-dir")), has(QStringLiteral("demo"))}; }

private:
    QCommandLineParser m_parser;
};

Result<std::pair<QString, QString>> keyAndValue(const QString &text, const QString &option)
{
    const qsizetype split = text.indexOf(u'=');
    if (split < 1)
        return usageError(QStringLiteral("--%1 wants NAME=VALUE, not \"%2\".").arg(option, text));
    return std::pair(text.left(split), text.mid(split + 1));
}

/// A value as JSON when it is that, else as text.
QJsonValue jsonOrText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray("[" + text.toUtf8() + "]"));
    const QJsonArray array = document.array();
    return array.size() == 1 ? array.first() : QJsonValue(text);
}

bool readNumber(const QString &text, std::optional<double> *target)
{
    bool ok = false;
    *target = text.toDouble(&ok);
    return ok;
}

bool readWhole(const QString &text, std::optional<qint64> *target)
{
    bool ok = false;
    *target = text.toLongLong(&ok);
    return ok;
}

bool readParameter(const QString &name, const QString &text, ChatParameters *parameters)
{
    if (name == QLatin1StringView("temperature"))
        return readNumber(text, &parameters->temperature);
    if (name == QLatin1StringView("top_p"))
        return readNumber(text, &parameters->topP);
    if (name == QLatin1StringView("frequency_penalty"))
        return readNumber(text, &parameters->frequencyPenalty);
    if (name == QLatin1StringView("presence_penalty"))
        return readNumber(text, &parameters->presencePenalty);
    if (name == QLatin1StringView("max_tokens") || name == QLatin1StringView("max_completion_tokens"))
        return readWhole(text, &parameters->maxTokens) && *parameters->maxTokens > 0;
    if (name == QLatin1StringView("seed"))
        return readWhole(text, &parameters->seed);
    if (name == QLatin1StringView("reasoning_effort"))
        parameters->reasoningEffort = text;
    else if (name == QLatin1StringView("stop"))
        parameters->stop.append(text);
    else
        parameters->extra.insert(name, jsonOrText(text));
    return true;
}

Result<Invocation> parseAccounts(const QStringList &arguments)
{
    Options options;
    for (const char *flag : {"json", "key-stdin", "no-key"})
        options.addFlag(QString::fromLatin1(flag));
    for (const char *name : {"preset", "base-url", "key-env"})
        options.addValue({QString::fromLatin1(name)});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    static const QHash<QString, AccountsInvocation::Verb> verbs{
        {QStringLiteral("add"), AccountsInvocation::Verb::Add},
        {QStringLiteral("list"), AccountsInvocation::Verb::List},
        {QStringLiteral("remove"), AccountsInvocation::Verb::Remove},
        {QStringLiteral("test"), AccountsInvocation::Verb::Test},
        {QStringLiteral("models"), AccountsInvocation::Verb::Models}};
    const QStringList words = options.positional();
    const auto verb = verbs.constFind(words.value(1));
    if (verb == verbs.constEnd())
        return usageError(QStringLiteral("accounts wants one of: add, list, remove, test, models."));
    const bool wantsName = *verb != AccountsInvocation::Verb::List;
    if (words.size() != (wantsName ? 3 : 2))
        return usageError(wantsName
                              ? QStringLiteral("accounts %1 wants exactly one account name.").arg(words[1])
                              : QStringLiteral("accounts list takes no further words."));
    AccountsInvocation accounts;
    accounts.verb = *verb;
    accounts.name = words.value(2);
    accounts.preset = options.value(QStringLiteral("preset"));
    accounts.baseUrl = options.value(QStringLiteral("base-url"));
    accounts.keyVariable = options.value(QStringLiteral("key-env"));
    accounts.json = options.has(QStringLiteral("json"));
    const bool fromVariable = options.has(QStringLiteral("key-env"));
    const bool fromInput = options.has(QStringLiteral("key-stdin"));
    const bool none = options.has(QStringLiteral("no-key"));
    if (*verb == AccountsInvocation::Verb::Add && int(fromVariable) + int(fromInput) + int(none) != 1)
        return usageError(
            QStringLiteral("accounts add wants exactly one of --key-env VAR, --key-stdin and --no-key."));
    accounts.key = fromVariable ? AccountsInvocation::Key::Environment
        : fromInput             ? AccountsInvocation::Key::StandardInput
                                : AccountsInvocation::Key::None;
    Invocation invocation = options.invocation();
    invocation.command = accounts;
    return invocation;
}

Result<void> readCompareOptions(const Options &options, CompareInvocation *compare)
{
    for (const QString &text : options.values(QStringLiteral("param"))) {
        const Result<std::pair<QString, QString>> pair = keyAndValue(text, QStringLiteral("param"));
        if (!pair)
            return pair.error();
        if (!readParameter(pair->first, pair->second, &compare->parameters))
            return usageError(QStringLiteral("--param %1 has a value that is no number in range: \"%2\".")
                                  .arg(pair->first, pair->second));
    }
    for (const QString &text : options.values(QStringLiteral("meta"))) {
        const Result<std::pair<QString, QString>> pair = keyAndValue(text, QStringLiteral("meta"));
        if (!pair)
            return pair.error();
        compare->tags.insert(pair->first, pair->second);
    }
    bool ok = true;
    if (options.has(QStringLiteral("repeat")))
        compare->repeat = options.value(QStringLiteral("repeat")).toInt(&ok);
    if (!ok || compare->repeat < 1 || compare->repeat > 100)
        return usageError(QStringLiteral("--repeat wants a whole number from 1 to 100."));
    if (options.has(QStringLiteral("timeout")))
        compare->timeout = options.value(QStringLiteral("timeout")).toDouble(&ok);
    if (!ok || compare->timeout < 0.0 || (options.has(QStringLiteral("timeout")) && compare->timeout < 0.001)
        || compare->timeout > 86'400.0)
        return usageError(QStringLiteral("--timeout wants a number of seconds above 0, at most 86400."));
    if (options.has(QStringLiteral("max-cost"))) {
        compare->maxCost = Money::fromDecimal(options.value(QStringLiteral("max-cost")));
        if (!compare->maxCost || *compare->maxCost < Money())
            return usageError(QStringLiteral("--max-cost wants an amount of US dollars such as 0.05."));
    }
    return {};
}

Result<Invocation> parseCompare(const QStringList &arguments)
{
    Options options;
    options.addFlag(QStringLiteral("json"));
    options.addFlag(QStringLiteral("markdown"));
    options.addValue({QStringLiteral("m"), QStringLiteral("model")});
    for (const char *name : {"line-up", "task", "system", "param", "meta", "repeat", "timeout", "max-cost"})
        options.addValue({QString::fromLatin1(name)});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    CompareInvocation compare;
    compare.targets = options.values(QStringLiteral("m"));
    compare.lineUp = options.value(QStringLiteral("line-up"));
    compare.task = options.value(QStringLiteral("task"));
    compare.system = options.value(QStringLiteral("system"));
    compare.json = options.has(QStringLiteral("json"));
    compare.markdown = options.has(QStringLiteral("markdown"));
    if (const Result<void> read = readCompareOptions(options, &compare); !read)
        return read.error();
    if (compare.targets.isEmpty() && compare.lineUp.isEmpty())
        return usageError(QStringLiteral("compare wants at least one -m ACCOUNT/MODEL or a --line-up NAME."));
    if (compare.json && compare.markdown)
        return usageError(QStringLiteral("--json and --markdown exclude each other."));
    const QStringList words = options.positional();
    if (words.size() != 2)
        return usageError(words.size() < 2
                              ? QStringLiteral("compare wants a prompt, or - to read it from standard input.")
                              : QStringLiteral("compare wants one prompt; put it in quotes."));
    compare.prompt = words[1];
    Invocation invocation = options.invocation();
    invocation.command = compare;
    return invocation;
}

Result<Invocation> parseUsage(const QStringList &arguments)
{
    Options options;
    options.addFlag(QStringLiteral("json"));
    options.addFlag(QStringLiteral("csv"));
    for (const char *name : {"since", "until", "by", "zone"})
        options.addValue({QString::fromLatin1(name)});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    if (options.positional().size() != 1)
        return usageError(
            QStringLiteral("usage takes options only, not \"%1\".").arg(options.positional().value(1)));
    UsageInvocation usage;
    if (options.has(QStringLiteral("since")))
        usage.since = options.value(QStringLiteral("since"));
    usage.until = options.value(QStringLiteral("until"));
    if (options.has(QStringLiteral("by")))
        usage.by = options.value(QStringLiteral("by")).split(u',', Qt::SkipEmptyParts);
    usage.zone = options.value(QStringLiteral("zone"));
    if (!usage.zone.isEmpty() && !QTimeZone(usage.zone.toUtf8()).isValid())
        return usageError(
            QStringLiteral("--zone wants an IANA name such as Europe/Berlin, not \"%1\".").arg(usage.zone));
    usage.json = options.has(QStringLiteral("json"));
    usage.csv = options.has(QStringLiteral("csv"));
    if (usage.json && usage.csv)
        return usageError(QStringLiteral("--json and --csv exclude each other."));
    Invocation invocation = options.invocation();
    invocation.command = usage;
    return invocation;
}

Result<Invocation> parseHistory(const QStringList &arguments)
{
    Options options;
    options.addFlag(QStringLiteral("json"));
    options.addValue({QStringLiteral("format")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const QStringList words = options.positional();
    const QString verb = words.value(1);
    HistoryInvocation history;
    history.json = options.has(QStringLiteral("json"));
    if (verb == QLatin1StringView("search")) {
        if (words.size() < 3)
            return usageError(QStringLiteral("history search wants words to look for."));
        history.words = words.mid(2).join(u' ');
    } else if (verb == QLatin1StringView("show") || verb == QLatin1StringView("export")) {
        bool ok = false;
        history.verb = verb == QLatin1StringView("show") ? HistoryInvocation::Verb::Show
                                                         : HistoryInvocation::Verb::Export;
        history.run = words.value(2).toLongLong(&ok);
        if (!ok || words.size() != 3)
            return usageError(QStringLiteral("history %1 wants the number of one run.").arg(verb));
    } else {
        return usageError(QStringLiteral("history wants one of: search, show, export."));
    }
    if (options.has(QStringLiteral("format")))
        history.format = options.value(QStringLiteral("format"));
    const QStringList formats{QStringLiteral("markdown"), QStringLiteral("json"), QStringLiteral("html")};
    if (!formats.contains(history.format))
        return usageError(QStringLiteral("--format wants one of: markdown, json, html."));
    Invocation invocation = options.invocation();
    invocation.command = history;
    return invocation;
}

/// The first word that is no option and no option's value.
QString commandWord(const QStringList &arguments)
{
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == QLatin1StringView("--data-dir"))
            ++at;
        else if (!arguments[at].startsWith(u'-'))
            return arguments[at];
    }
    return {};
}

Result<Invocation> parseWindow(const QStringList &arguments)
{
    Options options;
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    return options.invocation();
}

} // namespace

Result<Invocation> parseCommandLine(const QStringList &arguments)
{
    const qsizetype end = arguments.indexOf(QLatin1StringView("--"));
    const QStringList options = end < 0 ? arguments : arguments.mid(0, end);
    if (options.contains(QLatin1StringView("--help")) || options.contains(QLatin1StringView("-h")))
        return Invocation{.command = TextInvocation{helpText()}};
    if (options.contains(QLatin1StringView("--version")))
        return Invocation{.command = TextInvocation{QStringLiteral("switchyard " SWITCHYARD_VERSION)}};
    const QString word = commandWord(arguments);
    if (word.isEmpty())
        return parseWindow(arguments);
    if (word == QLatin1StringView("accounts"))
        return parseAccounts(arguments);
    if (word == QLatin1StringView("compare"))
        return parseCompare(arguments);
    if (word == QLatin1StringView("usage"))
        return parseUsage(arguments);
    if (word == QLatin1StringView("history"))
        return parseHistory(arguments);
    return usageError(QStringLiteral("There is no command \"%1\"; see switchyard --help.").arg(word));
}

} // namespace app

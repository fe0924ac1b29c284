#include "app/commandline/commandline.h"

#include "app/commandline/askoptions.h"
#include "app/commandline/budgetsoptions.h"
#include "app/commandline/compareoptions.h"
#include "app/commandline/ledgeroptions.h"
#include "app/commandline/options.h"
#include "app/commandline/pricesoptions.h"
#include "app/commandline/reportoptions.h"
#include "app/commandline/rulesoptions.h"
#include "app/commandline/usageimportoptions.h"
#include "app/commandline/usageoptions.h"

#include <QCoreApplication>

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
  compare --set FILE [--check KIND:VALUE ...] [--judge ACCOUNT/MODEL] ... [PROMPT | -]
          FILE: CSV, TSV or JSONL whose columns are {{variables}} of PROMPT, else with a column "prompt";
          or a promptfooconfig.yaml. KIND: contains not-contains equals regex json-schema (a file) max-chars
          max-ms max-usd number (VALUE+-TOLERANCE) judge (a rubric file)
  ask     [--rules NAME] [--task T] [--system S] [--param NAME=VALUE ...] [--meta KEY=VALUE ...]
          [--explain] [--json] (PROMPT | -)
          sends the prompt through a rule set, without --rules through the one activated last
  rules   list | show NAME | validate FILE | diff A B                          [--json]
  rules   import FILE [--name NAME] [--comment TEXT | --draft] [--json]
          makes a version of what the file holds and activates it; --draft keeps it as the draft only
  rules   export NAME [--format F] [--json]
          F: %1
  rules   test NAME PROMPT [--task T] [--param NAME=VALUE ...] [--meta KEY=VALUE ...] [--json]
  rules   backtest NAME [--since 30d | DATE] [--until DATE] [--against VERSION] [--include-compare] [--json]
          NAME is the active version of a rule set, else its draft; NAME@VERSION and NAME@draft name others;
          A and B may be files
  usage   [--since 30d | DATE] [--until DATE] [--by day,model,vendor,account,task,rule,source,tag:KEY]
          [--metric M[,M]] [--zone ZONE] [--change] [--forecast] [--savings]
          [--what-if ACCOUNT/MODEL|cheapest] [--json | --csv]
          --by takes hour, week, month, status and error too. M: cost requests attempts input_tokens
          output_tokens tokens cached_input_tokens errors error_rate cache_hit_rate rescued unpriced
          failed_cost; of the total also first_token and latency, in milliseconds, and output_rate, in tokens
          a second, each with _p50 _p90 _p95 or _p99
          --savings: what the active rule sets saved; --what-if: what the calls would have cost
          elsewhere, with --csv that alone
  usage   export --format csv|jsonl|focus [--since 30d | DATE] [--until DATE] [--zone ZONE] [--out FILE]
          every attempt: csv has all columns, jsonl OpenTelemetry's names, focus those of finance (FOCUS)
%3
%2
  budgets list | remove NAME                                                   [--json]
  budgets set NAME --amount USD --period day|week|month [--scope SCOPE] [--soft PERCENT] [--hard]
          [--zone ZONE] [--start-day DAY] [--unpriced refuse|allow] [--off] [--json]
          SCOPE: all account=NAME vendor=NAME model=ID task=NAME rule=SET/RULE tag:KEY=VALUE source=NAME;
          DAY: 1 to 31 of a month, 1 (Monday) to 7 of a week; a hard budget refuses what may pass it
  report  --month YYYY-MM [--zone ZONE] [--format html|pdf|json] [--out FILE [--force]] [--json]
          one month: its cost and why it changed, tasks, models, what is unpriced, what active rules saved
  history search WORDS | show RUN [--json] | export RUN --format markdown|json|html
  ledger  status | verify | rebuild | backup FILE | prune --before DATE [--dry-run]   [--json]

Options:
  --data-dir DIR   keep everything under DIR instead of the desktop's folders
  --demo           have the account "demo", a built-in simulator: no network, no key
  --help           this text
  --version        the version

Exit codes: 0 all good; 1 done, but something failed; 2 wrong usage; 3 configuration or storage error.)")
        .arg(exportRuleFormatNames().join(u' '), pricesHelp(), usageImportHelp());
}

std::optional<AccountsInvocation::Verb> accountsVerb(const QString &word)
{
    static const QHash<QString, AccountsInvocation::Verb> verbs{
        {QStringLiteral("add"), AccountsInvocation::Verb::Add},
        {QStringLiteral("list"), AccountsInvocation::Verb::List},
        {QStringLiteral("remove"), AccountsInvocation::Verb::Remove},
        {QStringLiteral("test"), AccountsInvocation::Verb::Test},
        {QStringLiteral("models"), AccountsInvocation::Verb::Models}};
    const auto verb = verbs.constFind(word);
    return verb == verbs.constEnd() ? std::nullopt : std::optional(*verb);
}

Result<void> readNewAccount(const Options &options, AccountsInvocation *accounts)
{
    const bool fromVariable = options.has(QStringLiteral("key-env"));
    const bool fromInput = options.has(QStringLiteral("key-stdin"));
    const bool none = options.has(QStringLiteral("no-key"));
    if (int(fromVariable) + int(fromInput) + int(none) != 1)
        return usageError(QCoreApplication::translate(
            "CommandLine", "accounts add wants exactly one of --key-env VAR, --key-stdin and --no-key."));
    accounts->preset = options.value(QStringLiteral("preset"));
    accounts->baseUrl = options.value(QStringLiteral("base-url"));
    accounts->keyVariable = options.value(QStringLiteral("key-env"));
    accounts->key = fromVariable ? AccountsInvocation::Key::Environment
        : fromInput              ? AccountsInvocation::Key::StandardInput
                                 : AccountsInvocation::Key::None;
    return {};
}

Result<Invocation> parseAccounts(const QStringList &arguments)
{
    const QStringList ofAdd{QStringLiteral("preset"), QStringLiteral("base-url"), QStringLiteral("key-env"),
                            QStringLiteral("key-stdin"), QStringLiteral("no-key")};
    Options options({QStringLiteral("json"), ofAdd[3], ofAdd[4]}, ofAdd.mid(0, 3));
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const QStringList words = options.positional();
    const std::optional<AccountsInvocation::Verb> verb = accountsVerb(words.value(1));
    if (!verb)
        return usageError(QCoreApplication::translate(
            "CommandLine", "accounts wants one of: add, list, remove, test, models."));
    if (*verb == AccountsInvocation::Verb::List && words.size() != 2)
        return usageError(
            QCoreApplication::translate("CommandLine", "accounts list takes no further words."));
    if (*verb != AccountsInvocation::Verb::List && words.size() != 3)
        return usageError(
            QCoreApplication::translate("CommandLine", "accounts %1 wants exactly one account name.")
                .arg(words[1]));
    AccountsInvocation accounts;
    accounts.verb = *verb;
    accounts.name = words.value(2);
    accounts.json = options.has(QStringLiteral("json"));
    const Result<void> read = *verb == AccountsInvocation::Verb::Add
        ? readNewAccount(options, &accounts)
        : options.refuse(ofAdd, QStringLiteral("accounts ") + words[1]);
    if (!read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = accounts;
    return invocation;
}

Result<void> readRun(const QStringList &words, HistoryInvocation *history)
{
    bool ok = false;
    history->run = words.value(2).toLongLong(&ok);
    if (ok && words.size() == 3)
        return {};
    return usageError(
        QCoreApplication::translate("CommandLine", "history %1 wants the number of one run.").arg(words[1]));
}

Result<void> readFormat(const Options &options, HistoryInvocation *history)
{
    if (options.has(QStringLiteral("format")))
        history->format = options.value(QStringLiteral("format"));
    const QStringList formats{QStringLiteral("markdown"), QStringLiteral("json"), QStringLiteral("html")};
    if (formats.contains(history->format))
        return options.refuse({QStringLiteral("json")}, QStringLiteral("history export"));
    return usageError(
        QCoreApplication::translate("CommandLine", "--format wants one of: markdown, json, html."));
}

Result<void> readHistory(const Options &options, HistoryInvocation *history)
{
    const QStringList words = options.positional();
    const QString verb = words.value(1);
    if (verb == QLatin1StringView("export")) {
        history->verb = HistoryInvocation::Verb::Export;
        const Result<void> read = readRun(words, history);
        return read ? readFormat(options, history) : read;
    }
    if (const Result<void> known =
            options.refuse({QStringLiteral("format")}, QStringLiteral("history ") + verb);
        !known)
        return known;
    if (verb == QLatin1StringView("show")) {
        history->verb = HistoryInvocation::Verb::Show;
        return readRun(words, history);
    }
    if (verb != QLatin1StringView("search"))
        return usageError(
            QCoreApplication::translate("CommandLine", "history wants one of: search, show, export."));
    history->words = words.mid(2).join(u' ');
    if (!history->words.trimmed().isEmpty())
        return {};
    return usageError(QCoreApplication::translate("CommandLine", "history search wants words to look for."));
}

Result<Invocation> parseHistory(const QStringList &arguments)
{
    Options options({QStringLiteral("json")}, {QStringLiteral("format")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    HistoryInvocation history;
    history.json = options.has(QStringLiteral("json"));
    if (const Result<void> read = readHistory(options, &history); !read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = history;
    return invocation;
}

/// The first word that is no option and no option's value.
std::optional<QString> commandWord(const QStringList &arguments)
{
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == QLatin1StringView("--data-dir"))
            ++at;
        else if (!arguments[at].startsWith(u'-') || arguments[at] == QLatin1StringView("-"))
            return arguments[at];
    }
    return std::nullopt;
}

Error unknownCommand(const QString &word)
{
    return usageError(
        QCoreApplication::translate("CommandLine", "There is no command \"%1\"; see switchyard --help.")
            .arg(word));
}

Result<Invocation> parseWindow(const QStringList &arguments)
{
    Options options;
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    if (const QStringList words = options.positional(); !words.isEmpty())
        return unknownCommand(words.first());
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
    const std::optional<QString> word = commandWord(arguments);
    if (!word)
        return parseWindow(arguments);
    if (*word == QLatin1StringView("accounts"))
        return parseAccounts(arguments);
    if (*word == QLatin1StringView("compare"))
        return parseCompare(arguments);
    if (*word == QLatin1StringView("ask"))
        return parseAsk(arguments);
    if (*word == QLatin1StringView("rules"))
        return parseRules(arguments);
    if (*word == QLatin1StringView("usage"))
        return parseUsage(arguments);
    if (*word == QLatin1StringView("prices"))
        return parsePrices(arguments);
    if (*word == QLatin1StringView("budgets"))
        return parseBudgets(arguments);
    if (*word == QLatin1StringView("report"))
        return parseReport(arguments);
    if (*word == QLatin1StringView("history"))
        return parseHistory(arguments);
    if (*word == QLatin1StringView("ledger"))
        return parseLedger(arguments);
    return unknownCommand(*word);
}

} // namespace app

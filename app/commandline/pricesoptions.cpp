#include "app/commandline/pricesoptions.h"

#include "app/commandline/options.h"
#include "app/commandline/pricevalues.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

struct PricesVerb
{
    QString word;
    PricesInvocation::Verb verb;
    /// Words after the verb, at least and at most.
    qsizetype fewest;
    qsizetype most;
    /// What it takes beside --json.
    QStringList flags;
    QStringList values;
};

const QList<PricesVerb> &pricesVerbs()
{
    static const QList<PricesVerb> verbs{
        {QStringLiteral("list"),
         PricesInvocation::Verb::List,
         0,
         0,
         {QStringLiteral("unpriced")},
         {QStringLiteral("account"), QStringLiteral("model"), QStringLiteral("since"),
          QStringLiteral("until")}},
        {QStringLiteral("show"),
         PricesInvocation::Verb::Show,
         1,
         1,
         {},
         {QStringLiteral("account"), QStringLiteral("at")}},
        {QStringLiteral("set"),
         PricesInvocation::Verb::Set,
         0,
         1,
         {QStringLiteral("remove")},
         QStringList{QStringLiteral("account"), QStringLiteral("currency"), QStringLiteral("match"),
                     QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("hours"),
                     QStringLiteral("above"), QStringLiteral("from-tokens"), QStringLiteral("service-tier"),
                     QStringLiteral("rate"), QStringLiteral("date"), QStringLiteral("billed-in"),
                     QStringLiteral("multiplier")}
             + priceOptionNames()},
        {QStringLiteral("import"),
         PricesInvocation::Verb::Import,
         0,
         1,
         {QStringLiteral("dry-run")},
         {QStringLiteral("account")}},
        {QStringLiteral("reprice"),
         PricesInvocation::Verb::Reprice,
         0,
         0,
         {QStringLiteral("dry-run"), QStringLiteral("computed"), QStringLiteral("reported"),
          QStringLiteral("log")},
         {QStringLiteral("account"), QStringLiteral("model"), QStringLiteral("since"),
          QStringLiteral("until"), QStringLiteral("undo")}}};
    return verbs;
}

const PricesVerb *pricesVerb(const QString &word)
{
    for (const PricesVerb &verb : pricesVerbs()) {
        if (verb.word == word)
            return &verb;
    }
    return nullptr;
}

QString wantedWords(const PricesVerb &verb)
{
    switch (verb.verb) {
    case PricesInvocation::Verb::Show:
        return QCoreApplication::translate("CommandLine", "prices show wants the id of one model.");
    case PricesInvocation::Verb::Set:
        return QCoreApplication::translate("CommandLine", "prices set takes the id of one model.");
    case PricesInvocation::Verb::Import:
        return QCoreApplication::translate("CommandLine",
                                           "prices import wants either a file or --account NAME.");
    case PricesInvocation::Verb::List:
    case PricesInvocation::Verb::Reprice:
        break;
    }
    return QCoreApplication::translate("CommandLine", "prices %1 takes options only.").arg(verb.word);
}

/// Refuses what other verbs take.
Result<void> refuseOthers(const Options &options, const PricesVerb &verb)
{
    QStringList foreign;
    for (const PricesVerb &other : pricesVerbs())
        foreign += other.flags + other.values;
    foreign.removeIf(
        [&verb](const QString &name) { return verb.flags.contains(name) || verb.values.contains(name); });
    return options.refuse(foreign, QStringLiteral("prices ") + verb.word);
}

Result<void> readOwnPrice(const Options &options, PricesInvocation *prices)
{
    prices->price.model = prices->model;
    prices->remove = options.has(QStringLiteral("remove"));
    if (const Result<void> read = readPriceValues(options, &prices->price); !read)
        return read;
    const bool hasPrice = prices->price.prices != TokenPrices() || !prices->price.tiers.isEmpty()
        || prices->price.perRequest || prices->price.perToolCall;
    if (hasPrice == prices->remove)
        return usageError(QCoreApplication::translate(
            "CommandLine",
            "prices set MODEL wants either prices such as --input 2.5 --output 10, or --remove."));
    return {};
}

Result<void> readRate(const Options &options, PricesInvocation *prices)
{
    const QString text = options.value(QStringLiteral("rate"));
    const std::optional<Money> usd = Money::fromDecimal(text.section(u'=', 1));
    const QDate date = QDate::fromString(options.value(QStringLiteral("date")), Qt::ISODate);
    if (!usd || !date.isValid())
        return usageError(QCoreApplication::translate(
            "CommandLine",
            "A rate is given as --rate EUR=1.08 --date 2026-11-01: US dollars for one euro on that day."));
    prices->rate = ExchangeRate{text.section(u'=', 0, 0).trimmed(), *usd, date};
    return {};
}

Result<void> readAccountTerms(const Options &options, PricesInvocation *prices)
{
    constexpr std::int64_t kPicosPerMillionth = Money::kPicosPerUsd / 1'000'000;
    prices->billedIn = options.value(QStringLiteral("billed-in"));
    if (options.has(QStringLiteral("multiplier"))) {
        const std::optional<Money> factor = Money::fromDecimal(options.value(QStringLiteral("multiplier")));
        if (!factor || *factor < Money() || factor->picos() % kPicosPerMillionth != 0)
            return usageError(QCoreApplication::translate(
                "CommandLine", "--multiplier wants a factor such as 0.85, with at most six decimals."));
        prices->multiplierMillionths = factor->picos() / kPicosPerMillionth;
    }
    if (!prices->account.isEmpty())
        return {};
    return usageError(
        QCoreApplication::translate("CommandLine", "--billed-in and --multiplier want --account NAME."));
}

/// One of: a model's price, a rate, an account's terms.
Result<void> readSet(const Options &options, PricesInvocation *prices)
{
    const bool ofAccount =
        options.has(QStringLiteral("billed-in")) || options.has(QStringLiteral("multiplier"));
    const bool isRate = options.has(QStringLiteral("rate"));
    if (int(!prices->model.isEmpty()) + int(isRate) + int(ofAccount) != 1)
        return usageError(QCoreApplication::translate(
            "CommandLine",
            "prices set wants one of: a model with its prices, --rate, or --account NAME with --billed-in "
            "or --multiplier."));
    if (options.has(QStringLiteral("date")) && !isRate)
        return usageError(QCoreApplication::translate("CommandLine", "--date is the day of a --rate."));
    if (isRate)
        return readRate(options, prices);
    return ofAccount ? readAccountTerms(options, prices) : readOwnPrice(options, prices);
}

Result<void> readImportSource(const Options &options, const PricesVerb &verb, PricesInvocation *prices)
{
    prices->file = options.positional().value(2);
    prices->dryRun = options.has(QStringLiteral("dry-run"));
    return prices->file.isEmpty() != prices->account.isEmpty() ? Result<void>()
                                                               : usageError(wantedWords(verb));
}

void readScope(const Options &options, PricesInvocation *prices)
{
    prices->model = options.value(QStringLiteral("model"));
    prices->since = options.value(QStringLiteral("since"));
    prices->until = options.value(QStringLiteral("until"));
    prices->computed = options.has(QStringLiteral("computed"));
    prices->reported = options.has(QStringLiteral("reported"));
    prices->dryRun = options.has(QStringLiteral("dry-run"));
}

/// What `prices reprice` takes to price again, which its log and an undo do not go by.
QStringList repricingFilters()
{
    return {QStringLiteral("dry-run"), QStringLiteral("computed"), QStringLiteral("reported"),
            QStringLiteral("account"), QStringLiteral("model"),    QStringLiteral("since"),
            QStringLiteral("until")};
}

Result<void> readReprice(const Options &options, PricesInvocation *prices)
{
    prices->log = options.has(QStringLiteral("log"));
    if (options.has(QStringLiteral("undo"))) {
        bool ok = false;
        prices->undo = options.value(QStringLiteral("undo")).toLongLong(&ok);
        if (!ok || prices->undo <= 0)
            return usageError(QCoreApplication::translate(
                "CommandLine",
                "--undo wants the number of a repricing, as prices reprice --log lists them."));
        return options.refuse(repricingFilters() + QStringList{QStringLiteral("log")},
                              QStringLiteral("prices reprice --undo"));
    }
    if (prices->log)
        return options.refuse(repricingFilters(), QStringLiteral("prices reprice --log"));
    readScope(options, prices);
    return {};
}

Result<void> readList(const Options &options, PricesInvocation *prices)
{
    prices->unpriced = options.has(QStringLiteral("unpriced"));
    if (!prices->unpriced && (options.has(QStringLiteral("since")) || options.has(QStringLiteral("until"))))
        return usageError(
            QCoreApplication::translate("CommandLine", "--since and --until are for --unpriced."));
    readScope(options, prices);
    return {};
}

Result<void> readVerb(const Options &options, const PricesVerb &verb, PricesInvocation *prices)
{
    const QStringList words = options.positional();
    const qsizetype count = words.size() - 2;
    if (count < verb.fewest || count > verb.most)
        return usageError(wantedWords(verb));
    prices->verb = verb.verb;
    prices->json = options.has(QStringLiteral("json"));
    prices->account = options.value(QStringLiteral("account"));
    switch (verb.verb) {
    case PricesInvocation::Verb::Set:
        prices->model = words.value(2);
        return readSet(options, prices);
    case PricesInvocation::Verb::Import:
        return readImportSource(options, verb, prices);
    case PricesInvocation::Verb::Show:
        prices->model = words.value(2);
        prices->at = options.value(QStringLiteral("at"));
        return {};
    case PricesInvocation::Verb::List:
        return readList(options, prices);
    case PricesInvocation::Verb::Reprice:
        return readReprice(options, prices);
    }
    return {};
}

} // namespace

QString pricesHelp()
{
    return QCoreApplication::translate(
        "CommandLine",
        R"(  prices  list [--account NAME] [--model M] [--unpriced [--since 30d | DATE] [--until DATE]] [--json]
  prices  show MODEL [--account NAME] [--at TIME] [--json]
  prices  set MODEL [--account NAME] PRICES [--currency CUR] [--service-tier T] [--from DATE] [--to DATE]
          [--hours DAYS@START-END ...] [--above TOKENS:CLASS=PRICE,... ...] [--from-tokens TOKENS:... ...]
          [--match exact|dated|prefix] | --remove
          PRICES: --input P --output P --cache-read P --cache-write P --cache-write-1h P --reasoning P
          --audio-input P --audio-output P for a million tokens, --per-request P, --per-tool-call P;
          a price holds from the start of --from to the start of --to and in hours such as 1-5@09:00-17:00
          (1 is Monday), all in UTC; --above is for more input tokens, --from-tokens for so many or more
  prices  set --rate CUR=USD --date DATE | set --account NAME [--billed-in CUR] [--multiplier F]
  prices  import FILE | import --account NAME [--dry-run] [--json]
          FILE: LiteLLM's model_prices JSON, data of genai-prices, an answer of OpenRouter's /models, or an own
          list as JSON or CSV with the columns seller, model, input, output ...; - reads standard input
  prices  reprice [--dry-run] [--model M] [--account NAME] [--since 30d | DATE] [--until DATE] [--computed]
          [--reported] [--json] | --log | --undo NUMBER
          attempts without a known cost; --computed and --reported take those with one as well)");
}

Result<Invocation> parsePrices(const QStringList &arguments)
{
    QStringList flags{QStringLiteral("json")};
    QStringList values;
    for (const PricesVerb &verb : pricesVerbs()) {
        flags += verb.flags;
        values += verb.values;
    }
    flags.removeDuplicates();
    values.removeDuplicates();
    Options options(flags, values);
    options.letRepeat({QStringLiteral("hours"), QStringLiteral("above"), QStringLiteral("from-tokens")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const PricesVerb *const verb = pricesVerb(options.positional().value(1));
    if (!verb)
        return usageError(QCoreApplication::translate(
            "CommandLine", "prices wants one of: list, show, set, import, reprice."));
    if (const Result<void> own = refuseOthers(options, *verb); !own)
        return own.error();
    PricesInvocation prices;
    if (const Result<void> read = readVerb(options, *verb, &prices); !read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = prices;
    return invocation;
}

} // namespace app

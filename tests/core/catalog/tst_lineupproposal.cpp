#include "core/catalog/lineupproposal.h"
#include "core/catalog/modelcatalog.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

/// `id`, or `id=input/output` with the prices of a million tokens, `id!` retired, `id?` deprecated.
LineUpCandidate candidate(const QString &text)
{
    QString id = text.section(u'=', 0, 0);
    LineUpCandidate made;
    made.info.status = ModelStatus::Active;
    if (id.endsWith(u'!'))
        made.info.status = ModelStatus::Retired;
    if (id.endsWith(u'?'))
        made.info.status = ModelStatus::Deprecated;
    if (made.info.status != ModelStatus::Active)
        id.chop(1);
    made.name = {QStringLiteral("a"), id};
    made.info.id = id;
    const QString prices = text.section(u'=', 1, 1);
    if (!prices.isEmpty()) {
        PriceList list;
        list.base.input = Money::fromDecimal(prices.section(u'/', 0, 0))->scaled(1, 1'000'000);
        list.base.output = Money::fromDecimal(prices.section(u'/', 1, 1))->scaled(1, 1'000'000);
        made.info.prices = list;
    }
    return made;
}

QStringList proposed(const QStringList &offered)
{
    QList<LineUpCandidate> candidates;
    for (const QString &text : offered)
        candidates += candidate(text);
    QStringList models;
    const QList<TargetName> targets = proposeLineUp(candidates);
    for (const TargetName &target : targets)
        models += target.model;
    return models;
}

} // namespace

class TestLineUpProposal : public QObject
{
    Q_OBJECT

private slots:
    void proposes_data();
    void proposes();
    void theCatalogueGivesOneOfEachFamily();
    void aLaterDateDecidesBetweenEqualVersions();
    void namesKeepTheirAccount();
    void theNewestOfEachFamily_data();
    void theNewestOfEachFamily();
    void aMixedPriceIsMostlyInput();
};

void TestLineUpProposal::proposes_data()
{
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing of nothing") << QString() << QString();
    QTest::newRow("one of each family, in the usual order")
        << QStringLiteral("qwen-plus gemini-2.5-flash gpt-5 claude-sonnet-5 mistral-large")
        << QStringLiteral("gpt-5 claude-sonnet-5 gemini-2.5-flash qwen-plus");
    QTest::newRow("the middle price of the newest generation")
        << QStringLiteral("gpt-6-astra=10/50 gpt-6-luna=0.1/0.5 gpt-6-sol=2/10 gpt-5.6=4/20 claude-opus-5")
        << QStringLiteral("gpt-6-sol claude-opus-5");
    QTest::newRow("an older generation is not mixed in")
        << QStringLiteral("gpt-4.1=2/8 gpt-4o=2.5/10 gpt-4o-mini=0.15/0.6 gpt-5=1.25/10 claude-opus-5")
        << QStringLiteral("gpt-5 claude-opus-5");
    QTest::newRow("older versions only until prices can be compared")
        << QStringLiteral("gemini-3.5-flash=1.5/9 gemini-3.8-flash=0.75/3.75 gemini-3.7-flash=0.75/3.75 "
                          "gemini-3.5-flash-lite=0.3/2.5 gemini-3.1-pro=9/99 claude-opus-5")
        << QStringLiteral("claude-opus-5 gemini-3.8-flash");
    QTest::newRow("vendor prefixes and variants are seen through")
        << QStringLiteral("openai/gpt-4o-mini:free anthropic/claude-3.5-sonnet meta/llama-4")
        << QStringLiteral("openai/gpt-4o-mini:free anthropic/claude-3.5-sonnet");
    QTest::newRow("a date is no version")
        << QStringLiteral("claude-3-7-sonnet-20250219 claude-opus-4-20250514 gpt-5")
        << QStringLiteral("gpt-5 claude-opus-4-20250514");
    QTest::newRow("a size is no version")
        << QStringLiteral("qwen2-5-72b-instruct qwen3-8b gpt-5") << QStringLiteral("gpt-5 qwen3-8b");
    QTest::newRow("what is retired is left out, what will be comes last")
        << QStringLiteral("gpt-9! gpt-8? gpt-7 claude-9! gemini-9?") << QStringLiteral("gpt-7 gemini-9");
    QTest::newRow("previews only where there is nothing else")
        << QStringLiteral("gemini-3.5-pro-preview gemini-3-flash claude-9-preview")
        << QStringLiteral("claude-9-preview gemini-3-flash");
    QTest::newRow("no model that cannot chat")
        << QStringLiteral("gpt-image-2 gpt-4o-realtime gpt-4o-mini-tts gpt-audio whisper-1 "
                          "text-embedding-3-large gpt-4o claude-9")
        << QStringLiteral("gpt-4o claude-9");
    QTest::newRow("without a known family the first of four makers")
        << QStringLiteral("llama3.2:3b llama3.1:8b mistral-7b deepseek-r1 phi4 gemma3")
        << QStringLiteral("llama3.2:3b mistral-7b deepseek-r1 phi4");
    QTest::newRow("one family alone is joined by other makers")
        << QStringLiteral("qwen3:8b llama3.2:3b mistral-7b")
        << QStringLiteral("qwen3:8b llama3.2:3b mistral-7b");
    QTest::newRow("one maker alone gives two models to compare")
        << QStringLiteral("gpt-5=1.25/10 gpt-5-mini=0.25/2 gpt-5-pro=15/120")
        << QStringLiteral("gpt-5 gpt-5-mini");
    QTest::newRow("one model is all there is")
        << QStringLiteral("tinyllama.gguf") << QStringLiteral("tinyllama.gguf");
}

void TestLineUpProposal::proposes()
{
    QFETCH(QString, offered);
    QFETCH(QString, expected);
    QCOMPARE(proposed(offered.split(u' ', Qt::SkipEmptyParts)).join(u' '), expected);
}

void TestLineUpProposal::theCatalogueGivesOneOfEachFamily()
{
    const ModelCatalog catalog = ModelCatalog::load().value();
    Account account;
    account.name = QStringLiteral("bay");
    account.presetId = QStringLiteral("tokenbay");
    QList<ModelInfo> models;
    const QList<const CatalogEntry *> entries = catalog.entriesOf({});
    for (const CatalogEntry *entry : entries) {
        ModelInfo info = entry->info;
        info.prices = catalog.priceAt(*entry, 1'795'000'000'000);
        models += info;
    }
    const QList<TargetName> targets = proposeLineUp(lineUpCandidates(account, models, catalog));
    QCOMPARE(targets.size(), 4);
    const QStringList families{QStringLiteral("gpt"), QStringLiteral("claude"), QStringLiteral("gemini"),
                               QStringLiteral("qwen")};
    for (qsizetype at = 0; at < 4; ++at) {
        const CatalogEntry *const entry = catalog.find({}, targets.at(at).model);
        QVERIFY(entry);
        QVERIFY2(targets.at(at).model.contains(families.at(at)), qPrintable(targets.at(at).model));
        QVERIFY2(entry->info.status == ModelStatus::Active || entry->info.status == ModelStatus::Unknown,
                 qPrintable(targets.at(at).model));
        const std::optional<PriceList> price = catalog.priceAt(*entry, 1'795'000'000'000);
        QVERIFY(price && price->base.output);
        QVERIFY2(*price->base.output < Money::fromPicos(40'000'000), qPrintable(targets.at(at).model));
    }
}

void TestLineUpProposal::aLaterDateDecidesBetweenEqualVersions()
{
    LineUpCandidate older = candidate(QStringLiteral("gpt-5.6-sol=4/20"));
    LineUpCandidate newer = candidate(QStringLiteral("gpt-5.6-terra=4/20"));
    older.releaseDate = QDate(2026, 1, 1);
    newer.releaseDate = QDate(2026, 7, 9);
    const QList<TargetName> targets =
        proposeLineUp({older, newer, candidate(QStringLiteral("claude-opus-5"))});
    QCOMPARE(targets.constFirst().model, QStringLiteral("gpt-5.6-terra"));
}

void TestLineUpProposal::namesKeepTheirAccount()
{
    LineUpCandidate other = candidate(QStringLiteral("claude-opus-5"));
    other.name.account = QStringLiteral("b");
    const QList<TargetName> targets = proposeLineUp({candidate(QStringLiteral("gpt-5")), other});
    QCOMPARE(targets.size(), 2);
    QCOMPARE(targets.at(0).toString(), QStringLiteral("a/gpt-5"));
    QCOMPARE(targets.at(1).toString(), QStringLiteral("b/claude-opus-5"));
}

void TestLineUpProposal::theNewestOfEachFamily_data()
{
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a whole generation, the newest version first")
        << QStringLiteral("gpt-4o=2.5/10 gpt-5=1.25/10 gpt-5-mini=0.25/2 gpt-5.2=2/16")
        << QStringLiteral("gpt-5.2 gpt-5 gpt-5-mini");
    QTest::newRow("families of one maker apart") << QStringLiteral("gemma3 gemini-2.5-pro gemini-2.5-flash")
                                                 << QStringLiteral("gemma3 gemini-2.5-pro "
                                                                   "gemini-2.5-flash");
    QTest::newRow("neither retired ones nor those that cannot chat")
        << QStringLiteral("gpt-9! gpt-8 whisper-1 claude-9!") << QStringLiteral("gpt-8");
    QTest::newRow("previews only where there is nothing else")
        << QStringLiteral("gpt-9-preview gpt-8 claude-9-preview") << QStringLiteral("gpt-8 claude-9-preview");
}

void TestLineUpProposal::theNewestOfEachFamily()
{
    QFETCH(const QString, offered);
    QList<LineUpCandidate> candidates;
    for (const QString &text : offered.split(u' '))
        candidates += candidate(text);
    QStringList models;
    const QList<LineUpCandidate> newest = newestModels(candidates);
    for (const LineUpCandidate &one : newest)
        models += one.name.model;
    QTEST(models.join(u' '), "expected");
}

void TestLineUpProposal::aMixedPriceIsMostlyInput()
{
    // (3 x $2 + $8) a million tokens
    QCOMPARE(mixedPrice(candidate(QStringLiteral("m=2/8")).info), Money::fromDecimal(u"0.000014"));
    QCOMPARE(mixedPrice(candidate(QStringLiteral("m")).info), std::nullopt);
}

SWITCHYARD_TEST(TestLineUpProposal)
#include "tst_lineupproposal.moc"

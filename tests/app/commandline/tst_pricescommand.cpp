#include "tests/app/program.h"
#include "tests/support/testunit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace test;

/// `prices` as a process, over a ledger of its own with requests to the simulator.
class TestPricesCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theListNamesPricesAndTheirAge();
    void aModelIsShownWithWhereItsPriceComesFrom();
    void anOwnPriceIsSetShownAndRemoved();
    void anOwnPriceOfAModelOnNoListIsListed();
    void aTierIsToldAndLeavesWhatItDoesNotName();
    void aMissingPriceIsFoundSetAndGiven();
    void aRepricingIsUndone();
    void whatWasPrunedIsNotSaidToBeRestored();
    void requestsOfAnAccountThatIsGoneAreFoundByItsName();
    void aListIsPreviewedTakenAndComparedWithTheNext();
    void aBrokenListLeavesThePricesAlone_data();
    void aBrokenListLeavesThePricesAlone();
    void aCurrencyNeedsARate();
    void whatDoesNotExistIsWrongUsage_data();
    void whatDoesNotExistIsWrongUsage();

private:
    QJsonObject ask(const char *line, int exitCode = 0) const;
    QString write(const char *name, const QByteArray &text) const;
    /// Makes the simulator's answers ones of an account of OpenAI without a known cost.
    void askUnpriced() const;

    QTemporaryDir m_files;
    std::unique_ptr<Program> m_program;
};

void TestPricesCommand::init()
{
    m_program = std::make_unique<Program>();
    m_program->setVariable(QStringLiteral("TEST_KEY"), Program::key());
    const Outcome added = m_program->run(words("accounts add openai --preset openai --key-env TEST_KEY"));
    QVERIFY2(added.exitCode == 0, added.text().constData());
}

QJsonObject TestPricesCommand::ask(const char *line, int exitCode) const
{
    const Outcome outcome = m_program->run(words(line) + words("--json"));
    if (outcome.exitCode != exitCode || !outcome.document().isObject())
        qFatal("%s: %s", line, outcome.text().constData());
    return outcome.object();
}

QString TestPricesCommand::write(const char *name, const QByteArray &text) const
{
    QFile file(m_files.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

void TestPricesCommand::askUnpriced() const
{
    QCOMPARE(m_program->run(words("compare --demo --json -m demo/swift One?")).exitCode, 0);
    m_program->change(QStringLiteral(
        "UPDATE attempts SET simulated = 0, account = 'openai', account_id = 1, model = 'gpt-next', "
        "input_tokens = 100, cached_input_tokens = NULL, cache_write_tokens = NULL, output_tokens = 20, "
        "reasoning_tokens = NULL, usage_basis = 'reported', cost_picos = NULL, cost_lower_picos = NULL, "
        "cost_upper_picos = NULL, reported_cost_picos = NULL, cost_basis = 'unknown'"));
}

void TestPricesCommand::theListNamesPricesAndTheirAge()
{
    const QJsonObject document = ask("prices list --account openai");
    const QJsonObject bundled = document.value(QLatin1StringView("lists")).toArray().first().toObject();
    QCOMPARE(bundled.value(QLatin1StringView("name")).toString(), QStringLiteral("bundled"));
    QVERIFY(bundled.value(QLatin1StringView("age_days")).toInteger(-1) >= 0);
    bool found = false;
    for (const auto &price : document.value(QLatin1StringView("prices")).toArray()) {
        if (price[QLatin1StringView("model")].toString() != QLatin1StringView("gpt-4o"))
            continue;
        found = true;
        QCOMPARE(price[QLatin1StringView("account")].toString(), QStringLiteral("openai"));
        QCOMPARE(price[QLatin1StringView("per_million")][QLatin1StringView("input")].toString(),
                 QStringLiteral("2.5"));
    }
    QVERIFY(found);
    const Outcome table = m_program->run(words("prices list"));
    QCOMPARE(table.exitCode, 0);
    QVERIFY(table.out.contains("openai/gpt-4o"));
    QVERIFY(table.out.contains("bundled of "));
}

void TestPricesCommand::aModelIsShownWithWhereItsPriceComesFrom()
{
    const QJsonObject price =
        ask("prices show gpt-4o").value(QLatin1StringView("prices")).toArray().first().toObject();
    QCOMPARE(price.value(QLatin1StringView("id")).toString(), QStringLiteral("bundled:openai/gpt-4o"));
    QCOMPARE(price.value(QLatin1StringView("source")).toString(), QStringLiteral("OpenAI list price"));
    QCOMPARE(price.value(QLatin1StringView("currency")).toString(), QStringLiteral("USD"));
    QVERIFY(!price.value(QLatin1StringView("version")).toString().isEmpty());
    QCOMPARE(ask("prices show openai/gpt-4o").value(QLatin1StringView("model")).toString(),
             QStringLiteral("gpt-4o"));
    // o3 cost five times as much before June 2025.
    const QJsonObject before =
        ask("prices show o3 --at 2025-06-01").value(QLatin1StringView("prices")).toArray().first().toObject();
    QCOMPARE(before.value(QLatin1StringView("per_million"))[QLatin1StringView("input")].toString(),
             QStringLiteral("10"));
    const Outcome unknown = m_program->run(words("prices show nobody-9b"));
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(unknown.err.contains("nobody-9b"));
}

void TestPricesCommand::anOwnPriceIsSetShownAndRemoved()
{
    const QJsonObject set = ask("prices set gpt-4o --input 2 --output 8 --cache-read 0.5");
    QCOMPARE(set.value(QLatin1StringView("id")).toString(), QStringLiteral("own:1"));
    QVERIFY(set.value(QLatin1StringView("account")).isNull());
    const QJsonObject shown = ask("prices show openai/gpt-4o");
    const QJsonObject price = shown.value(QLatin1StringView("prices")).toArray().first().toObject();
    QCOMPARE(price.value(QLatin1StringView("source")).toString(), QStringLiteral("Your own price"));
    QCOMPARE(price.value(QLatin1StringView("per_million"))[QLatin1StringView("cacheRead")].toString(),
             QStringLiteral("0.5"));
    QCOMPARE(shown.value(QLatin1StringView("entries")).toArray().size(), 1);
    QVERIFY(ask("prices set gpt-4o --remove").value(QLatin1StringView("removed")).toBool());
    QCOMPARE(m_program->run(words("prices set gpt-4o --remove")).exitCode, 2);
}

void TestPricesCommand::anOwnPriceOfAModelOnNoListIsListed()
{
    QCOMPARE(
        m_program->run(words("accounts add other --base-url https://api.example.com/v1 --no-key")).exitCode,
        0);
    ask("prices set half --input 1 --output 2");
    ask("prices set third --input 3 --account openai");
    ask("prices set later --input 4 --from 2999-01-01");
    const auto listed = [this](const char *line) {
        QStringList found;
        const QJsonArray prices = ask(line).value(QLatin1StringView("prices")).toArray();
        for (const auto &price : prices)
            found += price[QLatin1StringView("account")].toString() + u'/'
                + price[QLatin1StringView("model")].toString();
        found.sort();
        return found;
    };
    QCOMPARE(listed("prices list --model half"),
             QStringList({QStringLiteral("openai/half"), QStringLiteral("other/half")}));
    QCOMPARE(listed("prices list --model third"), QStringList{QStringLiteral("openai/third")});
    QVERIFY(listed("prices list --model later").isEmpty());
    QVERIFY(m_program->run(words("prices list --account other")).out.contains("other/half"));
    // What is listed as well is there once.
    ask("prices set gpt-4o --input 2 --output 8");
    QCOMPARE(listed("prices list --account openai --model gpt-4o"),
             QStringList{QStringLiteral("openai/gpt-4o")});
}

void TestPricesCommand::aTierIsToldAndLeavesWhatItDoesNotName()
{
    askUnpriced();
    const Outcome set = m_program->run(
        words("prices set gpt-next --input 10 --output 20 --above 50:input=100 --from-tokens 5000:output=1"));
    QCOMPARE(set.exitCode, 0);
    QVERIFY2(set.out.contains("above 50 input tokens: in $100"), set.out.constData());
    QVERIFY2(set.out.contains("input tokens: out $1.00"), set.out.constData());
    ask("prices reprice");
    // 100 tokens at 100 a million, 20 at 20.
    QCOMPARE(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).toLongLong(),
             10'400'000'000);
}

void TestPricesCommand::aMissingPriceIsFoundSetAndGiven()
{
    askUnpriced();
    const QJsonArray unpriced = ask("prices list --unpriced").value(QLatin1StringView("unpriced")).toArray();
    QCOMPARE(unpriced.size(), 1);
    QCOMPARE(unpriced.first()[QLatin1StringView("model")].toString(), QStringLiteral("gpt-next"));
    QCOMPARE(unpriced.first()[QLatin1StringView("attempts")].toInt(), 1);
    QCOMPARE(unpriced.first()[QLatin1StringView("input")].toInt(), 100);
    const Outcome set = m_program->run(words("prices set gpt-next --input 10 --output 20"));
    QCOMPARE(set.exitCode, 0);
    QVERIFY(set.out.contains("prices reprice --model gpt-next --dry-run"));

    const QJsonObject preview = ask("prices reprice --model gpt-next --dry-run");
    const QJsonObject total = preview.value(QLatin1StringView("total")).toObject();
    QVERIFY(preview.value(QLatin1StringView("dry_run")).toBool());
    QVERIFY(preview.value(QLatin1StringView("repricing")).isNull());
    QCOMPARE(total.value(QLatin1StringView("changed")).toInt(), 1);
    QCOMPARE(total.value(QLatin1StringView("cost_before_usd")), QJsonValue());
    QCOMPARE(total.value(QLatin1StringView("cost_after_usd")).toString(), QStringLiteral("0.0014"));
    const Outcome forPeople = m_program->run(words("prices reprice --model gpt-next --dry-run"));
    QVERIFY(forPeople.out.simplified().contains("openai/gpt-next 1 1 unpriced $0.0014"));
    QVERIFY(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).isNull());

    QCOMPARE(ask("prices reprice --model gpt-next").value(QLatin1StringView("repricing")).toInt(), 1);
    QCOMPARE(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).toLongLong(), 1'400'000'000);
    QCOMPARE(m_program->value(QStringLiteral("SELECT price_id FROM attempts")).toString(),
             QStringLiteral("own:1"));
    QVERIFY(ask("prices list --unpriced").value(QLatin1StringView("unpriced")).toArray().isEmpty());
}

void TestPricesCommand::aRepricingIsUndone()
{
    askUnpriced();
    ask("prices set gpt-next --input 10 --output 20");
    ask("prices reprice");
    const QJsonArray log = ask("prices reprice --log").value(QLatin1StringView("repricings")).toArray();
    QCOMPARE(log.size(), 1);
    QCOMPARE(log.first()[QLatin1StringView("attempts")].toInt(), 1);
    QCOMPARE(log.first()[QLatin1StringView("cost_before_usd")], QJsonValue());
    QCOMPARE(log.first()[QLatin1StringView("cost_after_usd")].toString(), QStringLiteral("0.0014"));
    const Outcome undone = m_program->run(words("prices reprice --undo 1"));
    QCOMPARE(undone.exitCode, 0);
    QVERIFY2(!undone.out.contains('$'), undone.out.constData());
    QVERIFY(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).isNull());
    QCOMPARE(m_program->run(words("prices reprice --undo 1")).exitCode, 2);
}

void TestPricesCommand::whatWasPrunedIsNotSaidToBeRestored()
{
    QCOMPARE(m_program->run(words("compare --demo --json -m demo/swift One?")).exitCode, 0);
    askUnpriced();
    m_program->change(
        QStringLiteral("UPDATE attempts SET cost_basis = 'computed', cost_picos = id * 1000000000000"));
    ask("prices set gpt-next --input 10 --output 20");
    ask("prices reprice --computed");
    // As pruning takes them, with the attempt itself.
    m_program->change(QStringLiteral("DELETE FROM repriced_attempts WHERE attempt_id = 1"));
    const auto log = ask("prices reprice --log").value(QLatin1StringView("repricings")).toArray().first();
    QCOMPARE(log[QLatin1StringView("attempts")].toInt(), 2);
    QCOMPARE(log[QLatin1StringView("pruned")].toInt(), 1);
    QVERIFY(log[QLatin1StringView("restored")].isNull());
    const Outcome undone = m_program->run(words("prices reprice --undo 1"));
    QCOMPARE(undone.exitCode, 0);
    QVERIFY2(undone.out.startsWith("1 attempt") && undone.out.contains("$2.00."), undone.out.constData());
    QVERIFY2(undone.out.contains("can no longer be restored"), undone.out.constData());
    const auto after = ask("prices reprice --log").value(QLatin1StringView("repricings")).toArray().first();
    QCOMPARE(after[QLatin1StringView("pruned")].toInt(), 1);
    QCOMPARE(after[QLatin1StringView("restored")].toInt(), 1);
    QCOMPARE(after[QLatin1StringView("cost_restored_usd")].toString(), QStringLiteral("2"));
}

void TestPricesCommand::requestsOfAnAccountThatIsGoneAreFoundByItsName()
{
    askUnpriced();
    QCOMPARE(m_program->run(words("accounts remove openai")).exitCode, 0);
    const QJsonArray unpriced =
        ask("prices list --unpriced --account openai").value(QLatin1StringView("unpriced")).toArray();
    QCOMPARE(unpriced.size(), 1);
    QCOMPARE(ask("prices reprice --dry-run --account openai")
                 .value(QLatin1StringView("total"))[QLatin1StringView("attempts")]
                 .toInt(),
             1);
}

void TestPricesCommand::aListIsPreviewedTakenAndComparedWithTheNext()
{
    const QByteArray head = R"({"name": "team", "date": ")";
    const QByteArray tail = R"(", "prices": [{"seller": "openai", "model": "gpt-next", "input": )";
    const QString first = write("first.json", head + "2026-10-01" + tail + "1}]}");
    const QString second = write("second.json", head + "2026-11-01" + tail + "2}]}");
    const auto takeList = [this](const QString &file, const char *more) {
        const Outcome outcome = m_program->run(
            QStringList{QStringLiteral("prices"), QStringLiteral("import"), file} + words(more));
        return outcome.exitCode == 0 ? outcome.object() : QJsonObject();
    };
    const QJsonObject preview = takeList(first, "--dry-run --json");
    QVERIFY(!preview.value(QLatin1StringView("applied")).toBool(true));
    QCOMPARE(preview.value(QLatin1StringView("new")).toInt(), 1);
    QCOMPARE(m_program->run(words("prices show gpt-next")).exitCode, 1);
    QVERIFY(takeList(first, "--json").value(QLatin1StringView("applied")).toBool());
    const QJsonObject changed = takeList(second, "--json");
    QCOMPARE(changed.value(QLatin1StringView("changed")).toInt(), 1);
    const auto change = changed.value(QLatin1StringView("changes")).toArray().first();
    QCOMPARE(change[QLatin1StringView("before")][QLatin1StringView("per_million")][QLatin1StringView("input")]
                 .toString(),
             QStringLiteral("1"));
    const auto inputAt = [this](const char *day) {
        const QByteArray line = QByteArray("prices show gpt-next --at ") + day;
        return ask(line.constData())
            .value(
                QLatin1StringView("prices"))[0][QLatin1StringView("per_million")][QLatin1StringView("input")]
            .toString();
    };
    QCOMPARE(inputAt("2026-10-15"), QStringLiteral("1"));
    QCOMPARE(inputAt("2026-11-02"), QStringLiteral("2"));
    QVERIFY(m_program->run(words("prices list")).out.contains("team of 2026-11-01"));
    QVERIFY(takeList(first, "--json").isEmpty()); // it is older
}

void TestPricesCommand::aBrokenListLeavesThePricesAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("half a file") << QByteArray(R"({"prices": [{"seller": )") << QByteArray("byte");
    QTest::newRow("an empty list") << QByteArray(R"({"prices": []})") << QByteArray("no price");
    QTest::newRow("a price below zero")
        << QByteArray(R"({"prices": [{"seller": "openai", "model": "m", "input": -1}]})")
        << QByteArray("prices[0]");
}

void TestPricesCommand::aBrokenListLeavesThePricesAlone()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    const Outcome outcome = m_program->run({QStringLiteral("prices"), QStringLiteral("import"),
                                            write("broken.json", text), QStringLiteral("--json")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    QVERIFY2(outcome.err.contains("bundled of "), outcome.err.constData());
    QCOMPARE(m_program->value(QStringLiteral("SELECT count(*) FROM price_entries")).toInt(), 0);
}

void TestPricesCommand::aCurrencyNeedsARate()
{
    askUnpriced();
    ask("prices set --account openai --billed-in EUR --multiplier 0.5");
    QCOMPARE(m_program->value(QStringLiteral("SELECT currency FROM accounts")).toString(),
             QStringLiteral("EUR"));
    // The bundled prices are dollars, which are none of this account's.
    QCOMPARE(m_program->run(words("prices show openai/gpt-4o")).exitCode, 1);
    ask("prices set gpt-next --input 10 --output 20 --currency EUR");
    ask("prices reprice");
    QVERIFY(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).isNull());
    QCOMPARE(ask("prices list --unpriced")
                 .value(QLatin1StringView("unpriced"))[0][QLatin1StringView("missing_rate")]
                 .toString(),
             QStringLiteral("EUR"));
    QVERIFY(!m_program->run(words("prices list")).out.contains("Rates:"));
    ask("prices set --rate EUR=1.5 --date 2026-01-02");
    QVERIFY(m_program->run(words("prices list")).out.contains("Rates: 1 EUR = $1.5 of 2026-01-02."));
    ask("prices reprice");
    QCOMPARE(m_program->value(QStringLiteral("SELECT cost_picos FROM attempts")).toLongLong(), 2'100'000'000);
}

void TestPricesCommand::whatDoesNotExistIsWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"prices list --account nobody", "prices set m --account nobody --input 1",
          "prices import nothing.json", "prices import --account nobody", "prices import --account openai",
          "prices reprice --undo 9", "prices show gpt-4o --at noon", "prices reprice --since noon",
          "prices reprice --account nobody", "prices list --unpriced --account nobody",
          "prices reprice --since 2026-01-02 --until 2026-01-01", "prices set m --input 1 --currency euro",
          "prices set m --input 1 --above 500:input=5 --above 500:input=7",
          "prices set m --input 1 --above 500:input=5 --from-tokens 500:output=7",
          "prices set --rate EUR=1.1 --date 2999-11-01", "prices set --rate usd=1 --date 2026-01-02",
          "prices set --account openai --billed-in euro"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestPricesCommand::whatDoesNotExistIsWrongUsage()
{
    QFETCH(QString, line);
    const Outcome outcome = m_program->run(line.split(u' '));
    QVERIFY2(outcome.exitCode == 2, outcome.text().constData());
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

SWITCHYARD_TEST(TestPricesCommand)
#include "tst_pricescommand.moc"

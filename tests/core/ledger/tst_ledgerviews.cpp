#include "core/ledger/ledgerkeeper.h"
#include "core/storage/migrations.h"
#include "core/storage/statement.h"
#include "tests/core/ledger/ledgerfixture.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;

/// A ledger of an old version, loaded from its dump: after the migration its public views say what they
/// always said.
class LedgerViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void theViewsOfAnOldLedgerAreAsBefore_data();
    void theViewsOfAnOldLedgerAreAsBefore();
    void callsOfAnOldLedgerWentByNoRule();
    void theReaderSumsAsTheViewsDo();
    void theSumsOfAnOldLedgerAreThoseOfItsRows_data();
    void theSumsOfAnOldLedgerAreThoseOfItsRows();
    void sumsThatKnewNoTagsKnowThem();
    void timesThatKnewNoTasksKnowThem();
    void whatAnOldLedgerNeverSentCostNothing_data();
    void whatAnOldLedgerNeverSentCostNothing();
    void tokenClassesAreDisjoint();

private:
    static QString data(const QString &name)
    {
        QFile file(QStringLiteral(SWITCHYARD_TEST_DATA "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        return QString::fromUtf8(file.readAll());
    }
    /// A ledger of `version` with the rows of its dump.
    static void restore(const QString &filePath, int version) { restore(filePath, version, version); }
    /// A ledger of `version` that got the rows of an older dump.
    static void restore(const QString &filePath, int version, int dump)
    {
        auto connection = Connection::open(filePath, Connection::Mode::ReadWrite);
        if (!connection || !migrate(**connection, builtInMigrations().mid(0, version)))
            qFatal("cannot make a ledger");
        const QStringList rows = splitScript(data(QStringLiteral("v%1.sql").arg(dump)));
        for (const QString &row : rows) {
            if (const auto done = (*connection)->execute(row); !done)
                qFatal("%s", qPrintable(done.error().message));
        }
    }
    static QString table(Database &database, const QString &view, int columns)
    {
        QStringList lines;
        const auto read = database.readNow([&](Connection &connection) {
            return Statement(connection, QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2, 3, 4").arg(view))
                .each([&](const Statement &row) {
                    QStringList cells;
                    for (int column = 0; column < columns; ++column)
                        cells.append(row.optionalText(column).value_or(QStringLiteral("NULL")));
                    lines.append(cells.join(QLatin1Char('|')));
                });
        });
        return read ? lines.join(QLatin1Char('\n')) + QLatin1Char('\n') : read.error().message;
    }
};

void LedgerViewsTest::theViewsOfAnOldLedgerAreAsBefore_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("view");
    QTest::addColumn<int>("columns");
    QTest::newRow("version 1, v_attempts") << 1 << QStringLiteral("v_attempts") << 40;
    QTest::newRow("version 1, v_calls") << 1 << QStringLiteral("v_calls") << 25;
    QTest::newRow("version 1, v_usage_daily") << 1 << QStringLiteral("v_usage_daily") << 18;
    QTest::newRow("version 6, v_attempts") << 6 << QStringLiteral("v_attempts") << 40;
    QTest::newRow("version 6, v_calls") << 6 << QStringLiteral("v_calls") << 25;
    QTest::newRow("version 6, v_usage_daily") << 6 << QStringLiteral("v_usage_daily") << 18;
    QTest::newRow("version 7, v_attempts") << 7 << QStringLiteral("v_attempts") << 45;
    QTest::newRow("version 7, v_calls") << 7 << QStringLiteral("v_calls") << 28;
    QTest::newRow("version 7, v_usage_daily") << 7 << QStringLiteral("v_usage_daily") << 18;
}

void LedgerViewsTest::theViewsOfAnOldLedgerAreAsBefore()
{
    QFETCH(int, version);
    QFETCH(QString, view);
    QFETCH(int, columns);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, version);
    auto database = Database::open(file);
    QVERIFY(database);
    QCOMPARE(table(**database, view, columns), data(QStringLiteral("v%1_%2.txt").arg(version).arg(view)));
}

void LedgerViewsTest::callsOfAnOldLedgerWentByNoRule()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 6);
    auto database = Database::open(file);
    QVERIFY(database);
    const LedgerReader reader(**database);
    UsageQuery query;
    query.by = {QStringLiteral("rule")};
    const UsageReport usage = *await(reader.usage(query));
    QCOMPARE(usage.rows.size(), 1);
    QCOMPARE(usage.rows.first().keys, QStringList{QString()});
    const RunRecord run = *await(reader.run(2));
    QCOMPARE(run.lanes.first().requested, QString());
    QCOMPARE(run.lanes.first().latest.route.ruleSet, QString());
    QCOMPARE(run.lanes.first().latest.waitedMs, std::optional<double>());
    QVERIFY(!*await(reader.routeOfCall(2)));
}

void LedgerViewsTest::theReaderSumsAsTheViewsDo()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 1);
    auto database = Database::open(file);
    QVERIFY(database);
    const LedgerReader reader(**database);
    UsageQuery query;
    query.by = {QStringLiteral("day"), QStringLiteral("account"), QStringLiteral("model"),
                QStringLiteral("task"), QStringLiteral("source")};
    query.includeSimulated = true;
    const UsageReport usage = *await(reader.usage(query));
    QHash<QStringList, UsageFigures> byKey;
    for (const UsageRow &row : usage.rows)
        byKey.insert(row.keys, row.figures);

    int rows = 0;
    const auto read = (*database)->readNow([&](Connection &connection) {
        const QString sql = QStringLiteral(
            "SELECT day_utc, account, model, task, source, calls, attempts, errors, input_tokens, "
            "cached_input_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_picos, "
            "unpriced_attempts FROM v_usage_daily");
        return Statement(connection, sql).each([&](const Statement &row) {
            ++rows;
            UsageFigures figures{.calls = row.integer(5),
                                 .attempts = row.integer(6),
                                 .errors = row.integer(7),
                                 .input = row.integer(8),
                                 .cachedInput = row.integer(9),
                                 .cacheWrite = row.integer(10),
                                 .output = row.integer(11),
                                 .reasoning = row.integer(12),
                                 .cost = Money::fromPicos(row.integer(13)),
                                 .unpricedAttempts = row.integer(14)};
            UsageFigures summed =
                byKey.value({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
            // What the view does not have.
            summed.rescued = 0;
            summed.cacheWrite1h = 0;
            summed.audioInput = 0;
            summed.audioOutput = 0;
            summed.belowMicros = 0;
            summed.aboveMicros = 0;
            QVERIFY(summed == figures);
        });
    });
    QVERIFY(read);
    QCOMPARE(rows, usage.rows.size());
    QVERIFY(rows > 3);
}

void LedgerViewsTest::theSumsOfAnOldLedgerAreThoseOfItsRows_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("zone");
    for (const int version : {1, 6, 7}) {
        for (const char *zone : {"UTC", "Asia/Kathmandu", "America/New_York"})
            QTest::addRow("version %d, days of %s", version, zone) << version << QByteArray(zone);
    }
}

void LedgerViewsTest::theSumsOfAnOldLedgerAreThoseOfItsRows()
{
    QFETCH(int, version);
    QFETCH(QByteArray, zone);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, version);
    auto database = Database::open(file);
    QVERIFY(database);
    LedgerKeeper keeper(**database);
    QVERIFY(await(keeper.setReportingZone(QTimeZone(zone))));
    const auto found = await(keeper.verify());
    QVERIFY(found);
    QVERIFY2(found->isGood(), qPrintable(found->problems.join(QLatin1Char('\n'))));
    const auto counted = (*database)->readNow([](Connection &connection) {
        return connection.integer(QStringLiteral("SELECT sum(attempts) FROM usage_days WHERE cut = 3"));
    });
    const auto there = (*database)->readNow([](Connection &connection) {
        return connection.integer(QStringLiteral("SELECT count(*) FROM attempts WHERE imported = 0"));
    });
    QVERIFY(counted && there);
    QCOMPARE(*counted, *there);
}

void LedgerViewsTest::sumsThatKnewNoTagsKnowThem()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 11, 7);
    auto database = Database::open(file);
    QVERIFY(database);
    LedgerKeeper keeper(**database);
    QVERIFY(await(keeper.setReportingZone(QTimeZone::utc())));
    const auto found = await(keeper.verify());
    QVERIFY(found);
    QVERIFY2(found->isGood(), qPrintable(found->problems.join(QLatin1Char('\n'))));
    const auto counted = (*database)->readNow([](Connection &connection) -> Result<QStringList> {
        QStringList tags;
        const Result<void> read =
            Statement(connection,
                      QStringLiteral("SELECT g.tags || '=' || sum(d.attempts) FROM usage_days d JOIN "
                                     "usage_groups g ON g.id = d.grp WHERE d.cut = 6 AND g.simulated = 0 "
                                     "GROUP BY g.tags HAVING sum(d.attempts) > 0 ORDER BY g.tags"))
                .each([&tags](const Statement &row) { tags.append(row.text(0)); });
        return read ? Result<QStringList>(tags) : Result<QStringList>(read.error());
    });
    const auto there = (*database)->readNow([](Connection &connection) -> Result<QStringList> {
        QStringList tags;
        const Result<void> read =
            Statement(connection,
                      QStringLiteral("SELECT c.tags || '=' || count(*) FROM attempts a JOIN calls c ON "
                                     "c.id = a.call_id WHERE a.imported = 0 AND a.simulated = 0 AND "
                                     "a.settled_at IS NOT NULL GROUP BY c.tags ORDER BY c.tags"))
                .each([&tags](const Statement &row) { tags.append(row.text(0)); });
        return read ? Result<QStringList>(tags) : Result<QStringList>(read.error());
    });
    QVERIFY(counted && there);
    QCOMPARE(*counted, *there);
    QCOMPARE(there->size(), 2);
}

void LedgerViewsTest::timesThatKnewNoTasksKnowThem()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 12, 7);
    {
        // One of rows that were pruned, and one that is not what the rows say.
        auto connection = Connection::open(file, Connection::Mode::ReadWrite);
        QVERIFY(connection);
        QVERIFY(
            (*connection)
                ->execute(QStringLiteral("INSERT INTO usage_sketches SELECT kept, 100, id, x'9a0305', x'', "
                                         "x'' FROM usage_groups, (SELECT 0 AS kept UNION ALL SELECT 1) "
                                         "WHERE cut = 1")));
    }
    auto database = Database::open(file);
    QVERIFY2(database, database ? "" : qPrintable(database.error().message));
    LedgerKeeper keeper(**database);
    QVERIFY(await(keeper.setReportingZone(QTimeZone::utc())));
    const auto found = await(keeper.verify());
    QVERIFY(found && found->isGood());
    const auto number = [&database](const QString &sql) {
        const auto read =
            (*database)->readNow([sql](Connection &connection) { return connection.integer(sql); });
        return read ? *read : -1;
    };
    const QString sketches =
        QStringLiteral("SELECT count(*) FROM usage_sketches k JOIN usage_groups g ON g.id "
                       "= k.grp AND g.cut = k.cut WHERE ");
    const qint64 targets = number(QStringLiteral("SELECT count(*) FROM usage_groups WHERE cut = 1"));
    QVERIFY(targets > 0);
    QCOMPARE(number(sketches
                    + QStringLiteral("k.kept = 1 AND k.day = 100 AND k.cut = 1 AND "
                                     "k.first_ms = x'9a0305'")),
             targets);
    QCOMPARE(number(sketches + QStringLiteral("k.kept = 0 AND k.day = 100")), 0);
    for (const int cut : {1, 3, 4, 6})
        QVERIFY(number(sketches + QStringLiteral("k.kept = 0 AND k.cut = %1").arg(cut)) > 0);
}

void LedgerViewsTest::whatAnOldLedgerNeverSentCostNothing_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("cost");
    const auto row = [](const char *name, const char *end, const char *cost) {
        QTest::newRow(name) << QString::fromLatin1(end) << QString::fromLatin1(cost);
    };
    row("an account that was gone", "'failed', 'not_found', NULL, NULL", "0 computed 0");
    row("an account without its key", "'failed', 'auth', NULL, NULL", "0 computed 0");
    row("a model that the provider does not know", "'failed', 'not_found', 404, 90.5", "NULL unknown 0");
    row("an error within an answer", "'failed', 'not_found', NULL, 90.5", "NULL unknown 1");
    row("one that was cancelled, sent or not", "'cancelled', NULL, NULL, NULL", "NULL unknown 1");
}

void LedgerViewsTest::whatAnOldLedgerNeverSentCostNothing()
{
    QFETCH(QString, end);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 7);
    {
        const auto connection = Connection::open(file, Connection::Mode::ReadWrite);
        QVERIFY(connection);
        const QString sql =
            QStringLiteral("INSERT INTO attempts (id, call_id, number, account_id, account, model, vendor, "
                           "started_at, settled_at, status, error_kind, http_status, headers_ms) VALUES "
                           "(9, 4, 2, 1, 'openai', 'm', '', 1790090002000, 1790090003000, %1)")
                .arg(end);
        QVERIFY((*connection)->execute(sql));
    }
    auto database = Database::open(file);
    QVERIFY(database);
    QString cost;
    const auto read = (*database)->readNow([&cost](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("SELECT ifnull(cost_picos, 'NULL') || ' ' || cost_basis || ' ' || "
                                        "unpriced FROM attempts WHERE id = 9"))
            .each([&cost](const Statement &row) { cost = row.text(0); });
    });
    QVERIFY(read);
    QTEST(cost, "cost");
}

void LedgerViewsTest::tokenClassesAreDisjoint()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("ledger.sqlite"));
    restore(file, 7);
    auto database = Database::open(file);
    QVERIFY(database);
    // More parts than there is of the whole.
    const auto changed = await((*database)->write([](Connection &connection) {
        return connection.execute(
            QStringLiteral("UPDATE attempts SET cached_input_tokens = 50, reasoning_tokens = 9, "
                           "audio_output_tokens = 1 WHERE id = 5"));
    }));
    QVERIFY(changed);
    QStringList classes;
    const auto read = (*database)->readNow([&classes](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("SELECT uncached_input_tokens, cache_write_5min_tokens, "
                                        "cache_write_1h_tokens, visible_output_tokens FROM v_attempts "
                                        "ORDER BY attempt_id"))
            .each([&classes](const Statement &row) {
                QStringList cells;
                for (int column = 0; column < 4; ++column)
                    cells.append(row.optionalText(column).value_or(QStringLiteral("-")));
                classes.append(cells.join(QLatin1Char(' ')));
            });
    });
    QVERIFY(read);
    QCOMPARE(
        classes,
        QStringList({QStringLiteral("- - - -"), QStringLiteral("200 150 50 500"), QStringLiteral("3 - - 100"),
                     QStringLiteral("10 0 - 20"), QStringLiteral("0 - - 0")}));
}

SWITCHYARD_TEST(LedgerViewsTest)
#include "tst_ledgerviews.moc"

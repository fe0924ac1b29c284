#include "core/reconcile/llmlogs.h"

#include "core/reconcile/usageexport.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class LlmLogsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anOldDatabaseHasNoTokens();
    void aNewDatabaseHasTokensAndTheirParts();
    void theFileStaysAsItWas();
    void anotherDatabaseIsRefused();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("logs.db")); }
    void make(const QStringList &statements) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LlmLogsTest::make(const QStringList &statements) const
{
    const QString name = QStringLiteral("tst-llm-logs");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file());
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
}

void LlmLogsTest::anOldDatabaseHasNoTokens()
{
    make({QStringLiteral("CREATE TABLE conversations (id TEXT PRIMARY KEY, name TEXT, model TEXT)"),
          QStringLiteral("CREATE TABLE responses (id TEXT PRIMARY KEY, model TEXT, prompt TEXT, system TEXT, "
                         "prompt_json TEXT, options_json TEXT, response TEXT, response_json TEXT, "
                         "conversation_id TEXT, duration_ms INTEGER, datetime_utc TEXT)"),
          QStringLiteral("INSERT INTO responses VALUES ('r1', 'gpt-4', 'secret', NULL, NULL, NULL, 'answer', "
                         "NULL, 'c1', 1200, '2026-11-02T10:00:00.123456+00:00')")});
    const Result<UsageExport> read = readLlmLogs(file());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->records.size(), 1);
    const UsageRecord &record = read->records.constFirst();
    QCOMPARE(record.externalId, QStringLiteral("r1"));
    QCOMPARE(record.model, QStringLiteral("gpt-4"));
    QCOMPARE(record.usage.basis, UsageBasis::Missing);
    QCOMPARE(record.usage.input, std::optional<qint64>());
    QCOMPARE(record.cost, std::optional<Money>());
    QCOMPARE(record.tags.value(QStringLiteral("conversation")), QStringLiteral("c1"));
    QCOMPARE(record.atMs / 1000, 1'793'613'600);
}

void LlmLogsTest::aNewDatabaseHasTokensAndTheirParts()
{
    make({QStringLiteral("CREATE TABLE responses (id TEXT PRIMARY KEY, model TEXT, resolved_model TEXT, "
                         "conversation_id TEXT, datetime_utc TEXT, input_tokens INTEGER, output_tokens "
                         "INTEGER, token_details TEXT)"),
          QStringLiteral("INSERT INTO responses VALUES ('r1', 'mini', 'gpt-4o-mini-2024-07-18', NULL, "
                         "'2026-11-02T10:00:00', 1000, 200, '{\"prompt_tokens_details\": {\"cached_tokens\": "
                         "400}, \"completion_tokens_details\": {\"reasoning_tokens\": 64}}')"),
          QStringLiteral("INSERT INTO responses VALUES ('r2', 'claude', NULL, NULL, '2026-11-02T11:00:00', "
                         "100, 50, '{\"cache_read_input_tokens\": 300, \"cache_creation_input_tokens\": "
                         "20}')")});
    const Result<UsageExport> read = readLlmLogs(file());
    QVERIFY(read);
    QCOMPARE(read->records.size(), 2);
    const UsageRecord &openAi = read->records.at(0);
    QCOMPARE(openAi.model, QStringLiteral("gpt-4o-mini-2024-07-18"));
    QCOMPARE(openAi.usage.input, std::optional<qint64>(1000));
    QCOMPARE(openAi.usage.cachedInput, std::optional<qint64>(400));
    QCOMPARE(openAi.usage.reasoning, std::optional<qint64>(64));
    const UsageRecord &anthropic = read->records.at(1);
    // 100 + 300 + 20: Anthropic counts what was cached beside the input.
    QCOMPARE(anthropic.usage.input, std::optional<qint64>(420));
    QCOMPARE(anthropic.usage.cacheWrite, std::optional<qint64>(20));
    QVERIFY(!anthropic.usage.inconsistent);
}

void LlmLogsTest::theFileStaysAsItWas()
{
    make({QStringLiteral("CREATE TABLE responses (id TEXT PRIMARY KEY, model TEXT, datetime_utc TEXT)")});
    QFile made(file());
    QVERIFY(made.open(QIODevice::ReadOnly));
    const QByteArray before = made.readAll();
    made.close();
    const Result<UsageFile> read = readUsageFile(file());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->document.format, UsageFormat::LlmLogs);
    QCOMPARE(read->hash.size(), 64);
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("logs.db")});
}

void LlmLogsTest::anotherDatabaseIsRefused()
{
    make({QStringLiteral("CREATE TABLE notes (text TEXT)")});
    const Result<UsageFile> read = readUsageFile(file());
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(QStringLiteral("logs.db: it is no logs.db of llm")),
             qPrintable(read.error().message));
}

SWITCHYARD_TEST(LlmLogsTest)
#include "tst_llmlogs.moc"

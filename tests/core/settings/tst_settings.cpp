#include "core/settings/settings.h"

#include "core/settings/keys.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/emptyledger.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using test::await;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void defaultsHoldUntilSomethingIsSet();
    void valuesOfEveryTypeSurviveARestart();
    void notAllowedValuesAreRefused_data();
    void notAllowedValuesAreRefused();
    void aPhraseThatWouldBeInAnyErrorIsRefused();
    void aStoredValueThatIsNotAllowedAnyMoreGivesTheDefault_data();
    void aStoredValueThatIsNotAllowedAnyMoreGivesTheDefault();
    void changesAreToldOnce();
    void resettingGoesBackToTheDefault();
    void aFailedWriteIsTold();

private:
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Settings> m_settings;
};

void SettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::provideLedger(m_folder->filePath(QStringLiteral("ledger.sqlite")));
    reopen();
}

void SettingsTest::cleanup()
{
    m_settings.reset();
    m_database.reset();
}

void SettingsTest::reopen()
{
    cleanup();
    auto opened = Database::open(m_folder->filePath(QStringLiteral("ledger.sqlite")));
    QVERIFY(opened);
    m_database = std::move(*opened);
    m_settings = std::make_unique<Settings>(*m_database);
    QVERIFY(m_settings->load());
}

void SettingsTest::defaultsHoldUntilSomethingIsSet()
{
    QCOMPARE(m_settings->get(settings::kTheme), QStringLiteral("system"));
    QCOMPARE(m_settings->get(settings::kKeepTexts), true);
    QCOMPARE(m_settings->get(settings::kRunCostLimit), QStringLiteral("0.50"));
    QCOMPARE(m_settings->get(settings::kIncludeSimulated), false);
    QCOMPARE(m_settings->get(settings::kZoom), 1.0);
    QVERIFY(m_settings->get(settings::kCurrentLineUp).isEmpty());
}

void SettingsTest::valuesOfEveryTypeSurviveARestart()
{
    const QJsonArray lineUp{QJsonObject{{QStringLiteral("target"), QStringLiteral("a/m")}}};
    const QByteArray geometry("\x00\x01\xff\xfe", 4);
    const QString prompt = QStringLiteral("a \"quoted\"\nprompt, 中文 \U0001F600");
    const Setting<QStringList> words{QLatin1StringView("words"), {}};
    QVERIFY(m_settings->set(settings::kTheme, QStringLiteral("dark")));
    QVERIFY(m_settings->set(settings::kKeepTexts, false));
    QVERIFY(m_settings->set(settings::kZoom, 1.25));
    QVERIFY(m_settings->set(settings::kUnsentPrompt, prompt));
    QVERIFY(m_settings->set(settings::kCurrentLineUp, lineUp));
    QVERIFY(m_settings->set(settings::kWindowGeometry, geometry));
    QVERIFY(m_settings->set(words, {QStringLiteral("a"), QStringLiteral("b")}));
    reopen();
    QCOMPARE(m_settings->get(settings::kTheme), QStringLiteral("dark"));
    QCOMPARE(m_settings->get(settings::kKeepTexts), false);
    QCOMPARE(m_settings->get(settings::kZoom), 1.25);
    QCOMPARE(m_settings->get(settings::kUnsentPrompt), prompt);
    QCOMPARE(m_settings->get(settings::kCurrentLineUp), lineUp);
    QCOMPARE(m_settings->get(settings::kWindowGeometry), geometry);
    QCOMPARE(m_settings->get(words), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void SettingsTest::notAllowedValuesAreRefused_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<bool>("allowed");
    const QString fine = QStringLiteral("light");
    QTest::newRow("all allowed") << fine << QStringLiteral("0") << 3.0 << QStringLiteral("Europe/Berlin")
                                 << true;
    QTest::newRow("all out of range")
        << QStringLiteral("blue") << QStringLiteral("-1") << 3.1 << QStringLiteral("Mars/Base") << false;
    QTest::newRow("nothing sensible")
        << QString() << QStringLiteral("much") << 0.0 << QStringLiteral("x y") << false;
}

void SettingsTest::notAllowedValuesAreRefused()
{
    QFETCH(QString, theme);
    QFETCH(QString, limit);
    QFETCH(double, zoom);
    QFETCH(QString, zone);
    QFETCH(bool, allowed);
    QCOMPARE(m_settings->set(settings::kTheme, theme), allowed);
    QCOMPARE(m_settings->set(settings::kRunCostLimit, limit), allowed);
    QCOMPARE(m_settings->set(settings::kZoom, zoom), allowed);
    QCOMPARE(m_settings->set(settings::kReportingZone, zone), allowed);
    QCOMPARE(m_settings->get(settings::kZoom), allowed ? zoom : 1.0);
    QCOMPARE(m_settings->get(settings::kTheme), allowed ? theme : QStringLiteral("system"));
}

void SettingsTest::aPhraseThatWouldBeInAnyErrorIsRefused()
{
    QVERIFY(m_settings->set(settings::kContextLengthPhrases, {QStringLiteral("prompt over budget")}));
    QVERIFY(!m_settings->set(settings::kContextLengthPhrases,
                             {QStringLiteral("fine one"), QStringLiteral("  e ")}));
    QVERIFY(!m_settings->set(settings::kContextLengthPhrases, {QString(201, QLatin1Char('x'))}));
    QCOMPARE(m_settings->get(settings::kContextLengthPhrases),
             QStringList{QStringLiteral("prompt over budget")});
}

void SettingsTest::aStoredValueThatIsNotAllowedAnyMoreGivesTheDefault_data()
{
    QTest::addColumn<QString>("stored");
    QTest::newRow("out of range") << QStringLiteral("99");
    QTest::newRow("another type") << QStringLiteral("\"large\"");
    QTest::newRow("null") << QStringLiteral("null");
    QTest::newRow("no JSON") << QStringLiteral("{");
    QTest::newRow("empty") << QString();
}

void SettingsTest::aStoredValueThatIsNotAllowedAnyMoreGivesTheDefault()
{
    QFETCH(QString, stored);
    QVERIFY(await(m_database->write([stored](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("INSERT INTO settings (key, value) VALUES ('zoom', :value)"))
            .bind(":value", stored)
            .run();
    })));
    reopen();
    QCOMPARE(m_settings->get(settings::kZoom), 1.0);
}

void SettingsTest::changesAreToldOnce()
{
    QSignalSpy changed(m_settings.get(), &Settings::changed);
    m_settings->set(settings::kZoom, 2.0);
    m_settings->set(settings::kZoom, 2.0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), QStringLiteral("zoom"));
    m_settings->set(settings::kZoom, 7.0);
    QCOMPARE(changed.size(), 1);
}

void SettingsTest::resettingGoesBackToTheDefault()
{
    m_settings->set(settings::kZoom, 2.0);
    m_settings->reset(settings::kZoom.key);
    QCOMPARE(m_settings->get(settings::kZoom), 1.0);
    reopen();
    QCOMPARE(m_settings->get(settings::kZoom), 1.0);
}

void SettingsTest::aFailedWriteIsTold()
{
    QSignalSpy failed(m_settings.get(), &Settings::writeFailed);
    QVERIFY(await(m_database->write(
        [](Connection &connection) { return connection.execute(QStringLiteral("DROP TABLE settings")); })));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("setting \"zoom\" was not written")));
    m_settings->set(settings::kZoom, 2.0);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(m_settings->get(settings::kZoom), 2.0);
}

SWITCHYARD_TEST(SettingsTest)
#include "tst_settings.moc"

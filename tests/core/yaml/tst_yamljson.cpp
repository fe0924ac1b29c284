#include "core/yaml/yamljson.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace core;

/// YAML as JSON: types, anchors, limits and the places of what is no YAML.
class YamlJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void plainScalarsHaveTheTypeOfTheCoreSchema_data();
    void plainScalarsHaveTheTypeOfTheCoreSchema();
    void anchorsAreFollowed();
    void whatIsNoYamlIsNamedByItsPlace();
    void anchorsThatGrowWithoutEndAreRefused();
};

void YamlJsonTest::plainScalarsHaveTheTypeOfTheCoreSchema_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("a number") << QByteArray("12") << QJsonValue(12);
    QTest::newRow("a fraction") << QByteArray("0.5") << QJsonValue(0.5);
    QTest::newRow("a quoted number") << QByteArray("\"12\"") << QJsonValue(QStringLiteral("12"));
    QTest::newRow("a truth") << QByteArray("True") << QJsonValue(true);
    QTest::newRow("a falsehood") << QByteArray("false") << QJsonValue(false);
    QTest::newRow("nothing") << QByteArray("~") << QJsonValue();
    QTest::newRow("a word that YAML 1.1 took for a truth")
        << QByteArray("yes") << QJsonValue(QStringLiteral("yes"));
    QTest::newRow("a path") << QByteArray("os.environ/KEY") << QJsonValue(QStringLiteral("os.environ/KEY"));
}

void YamlJsonTest::plainScalarsHaveTheTypeOfTheCoreSchema()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QJsonValue, json);
    const Result<QJsonValue> read = yamlToJson("key: " + yaml + "\n");
    QVERIFY(read);
    QCOMPARE(read->toObject().value(QLatin1StringView("key")), json);
}

void YamlJsonTest::anchorsAreFollowed()
{
    const Result<QJsonValue> read = yamlToJson("a: &x [1, 2]\nb: *x\n");
    QVERIFY(read);
    QCOMPARE(read->toObject().value(QLatin1StringView("b")), QJsonValue(QJsonArray{1, 2}));
}

void YamlJsonTest::whatIsNoYamlIsNamedByItsPlace()
{
    const Result<QJsonValue> read = yamlToJson("a: 1\nb: [1, 2\nc: 3\n");
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.startsWith(QStringLiteral("Line ")), qPrintable(read.error().message));
}

void YamlJsonTest::anchorsThatGrowWithoutEndAreRefused()
{
    QByteArray yaml = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
    for (int level = 1; level < 8; ++level) {
        const QByteArray before = "*a" + QByteArray::number(level - 1);
        const QByteArray name = QByteArray::number(level);
        yaml += QByteArray("a" + name + ": &a" + name + " [");
        for (int copy = 0; copy < 10; ++copy)
            yaml += QByteArray(copy > 0 ? ", " : "") + before;
        yaml += "]\n";
    }
    const Result<QJsonValue> read = yamlToJson(yaml);
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(QStringLiteral("anchors")));
}

SWITCHYARD_TEST(YamlJsonTest)
#include "tst_yamljson.moc"

#include "core/evaluate/jsonschema.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;

/// Schemas of draft 2020-12: which instances are valid, what a violation says, and what is refused.
class TestJsonSchema : public QObject
{
    Q_OBJECT

private slots:
    void anInstanceIsValidOrNot_data();
    void anInstanceIsValidOrNot();
    void aViolationNamesItsPlace_data();
    void aViolationNamesItsPlace();
    void aSchemaThatCannotBeUsedIsRefused_data();
    void aSchemaThatCannotBeUsedIsRefused();
    void annotationsMeanNothing();
    void aSchemaThatRefersToItselfEnds_data();
    void aSchemaThatRefersToItselfEnds();
};

namespace {

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(QByteArray("[" + json + "]")).array().first();
}

void rows(const char *name, const QByteArray &schema, const QList<QByteArray> &valid,
          const QList<QByteArray> &invalid)
{
    for (const QByteArray &instance : valid)
        QTest::newRow(QByteArray(name + QByteArray(": ") + instance).constData())
            << schema << instance << true;
    for (const QByteArray &instance : invalid)
        QTest::newRow(QByteArray(name + QByteArray(" breaks: ") + instance).constData())
            << schema << instance << false;
}

} // namespace

void TestJsonSchema::anInstanceIsValidOrNot_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<bool>("valid");
    rows("type", R"({"type": "integer"})", {"1", "1.0", "-3"}, {"1.5", "\"1\"", "null", "true", "[]"});
    rows("types", R"({"type": ["string", "null"]})", {"\"\"", "null"}, {"0", "{}"});
    rows("enum", R"({"enum": ["a", 1, null, {"x": [1]}]})", {"\"a\"", "1", "null", R"({"x": [1]})"},
         {"\"b\"", "2", R"({"x": [2]})"});
    rows("const", R"({"const": {"a": [false]}})", {R"({"a": [false]})"}, {R"({"a": [true]})", "{}"});
    rows("bounds", R"({"minimum": 1, "maximum": 3})", {"1", "3", "\"not a number\""}, {"0.5", "3.1"});
    rows("exclusive bounds", R"({"exclusiveMinimum": 1, "exclusiveMaximum": 3})", {"2"}, {"1", "3"});
    rows("multipleOf", R"({"multipleOf": 0.1})", {"0.3", "7"}, {"0.35"});
    rows("length counts characters", R"({"minLength": 2, "maxLength": 3})",
         {"\"ab\"", "\"\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\""},
         {"\"a\"", "\"abcd\"", "\"\xF0\x9F\x98\x80\""});
    rows("pattern is found anywhere", R"({"pattern": "[0-9]{2}"})", {"\"a12b\""}, {"\"a1b\""});
    rows("required", R"({"required": ["a", "b"]})", {R"({"a": 1, "b": 2})", "[]"}, {R"({"a": 1})"});
    rows("properties", R"({"properties": {"a": {"type": "string"}}})", {"{}", R"({"a": "x", "b": 1})"},
         {R"({"a": 1})"});
    rows(
        "no other properties",
        R"({"properties": {"a": true}, "patternProperties": {"^x_": {"type": "number"}}, "additionalProperties": false})",
        {R"({"a": 1, "x_1": 2})"}, {R"({"b": 1})", R"({"x_1": "2"})"});
    rows("other properties", R"({"properties": {"a": true}, "additionalProperties": {"type": "number"}})",
         {R"({"a": "x", "b": 1})"}, {R"({"b": "x"})"});
    rows("names of properties", R"({"propertyNames": {"maxLength": 2}})", {R"({"ab": 1})"},
         {R"({"abc": 1})"});
    rows("count of properties", R"({"minProperties": 1, "maxProperties": 2})", {R"({"a": 1})"},
         {"{}", R"({"a": 1, "b": 2, "c": 3})"});
    rows("dependentRequired", R"({"dependentRequired": {"card": ["address"]}})",
         {"{}", R"({"card": 1, "address": 2})"}, {R"({"card": 1})"});
    rows("items", R"({"items": {"type": "number"}, "minItems": 1, "maxItems": 3})", {"[1, 2]"},
         {"[]", "[1, \"2\"]", "[1, 2, 3, 4]"});
    rows("prefixItems", R"({"prefixItems": [{"type": "number"}, {"type": "string"}], "items": false})",
         {"[1]", "[1, \"a\"]"}, {"[\"a\"]", "[1, \"a\", 2]"});
    rows("uniqueItems", R"({"uniqueItems": true})", {"[1, \"1\", [1]]"},
         {"[1, 1.0]", R"([{"a": 1}, {"a": 1}])"});
    rows("contains", R"({"contains": {"type": "null"}, "maxContains": 1})", {"[1, null]"},
         {"[1]", "[null, null]"});
    rows("anyOf", R"({"anyOf": [{"type": "string"}, {"minimum": 5}]})", {"\"a\"", "5"}, {"4"});
    rows("oneOf", R"({"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}]})", {"2", "3"}, {"6", "1"});
    rows("allOf", R"({"allOf": [{"minimum": 1}, {"maximum": 2}]})", {"1"}, {"0", "3"});
    rows("not", R"({"not": {"type": "string"}})", {"1"}, {"\"a\""});
    rows("if", R"({"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"multipleOf": 2}})",
         {"20", "4"}, {"15", "3"});
    rows("$ref", R"({"items": {"$ref": "#/$defs/a~1b"}, "$defs": {"a/b": {"type": "string"}}})", {"[\"x\"]"},
         {"[1]"});
    rows("$ref to itself",
         R"({"properties": {"next": {"$ref": "#"}, "v": {"type": "number"}}, "required": ["v"]})",
         {R"({"v": 1, "next": {"v": 2}})"}, {R"({"v": 1, "next": {}})"});
    rows("true", "true", {"null", "[1]"}, {});
    rows("false", "false", {}, {"null"});
}

void TestJsonSchema::anInstanceIsValidOrNot()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, instance);
    QFETCH(bool, valid);
    const Result<JsonSchema> read = JsonSchema::fromJson(schema);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    const std::optional<QString> violation = read->violation(valueOf(instance));
    QVERIFY2(!violation.has_value() == valid, qPrintable(violation.value_or(QStringLiteral("valid"))));
}

void TestJsonSchema::aViolationNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("instance");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the document") << QByteArray(R"({"type": "object"})") << QByteArray("[]")
                                  << QStringLiteral("the document is [], not of the type object");
    QTest::newRow("deep inside") << QByteArray(R"({"properties": {"a": {"items": {"minimum": 1}}}})")
                                 << QByteArray(R"({"a": [1, 0]})")
                                 << QStringLiteral("/a/1 is 0, less than 1");
    QTest::newRow("missing") << QByteArray(R"({"required": ["name"]})") << QByteArray("{}")
                             << QStringLiteral("the document has no property \"name\"");
    QTest::newRow("too few") << QByteArray(R"({"minItems": 3})") << QByteArray("[1, 2]")
                             << QStringLiteral("the document has 2 items, fewer than 3");
    QTest::newRow("too long") << QByteArray(R"({"maxLength": 2})") << QByteArray("\"abc\"")
                              << QStringLiteral("the document has 3 characters, more than 2");
    QTest::newRow("too few of a kind")
        << QByteArray(R"({"contains": {"type": "null"}, "minContains": 3})") << QByteArray("[null, null]")
        << QStringLiteral("the document has 2 items of the kind wanted, fewer than 3");
    QTest::newRow("unknown") << QByteArray(R"({"properties": {}, "additionalProperties": false})")
                             << QByteArray(R"({"x": 1})")
                             << QStringLiteral(
                                    "the document has the property \"x\", which the schema does not know");
}

void TestJsonSchema::aViolationNamesItsPlace()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, instance);
    QFETCH(QString, sentence);
    QCOMPARE(JsonSchema::fromJson(schema).value().violation(valueOf(instance)).value_or(QString()), sentence);
}

void TestJsonSchema::aSchemaThatCannotBeUsedIsRefused_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &schema, const char *part) {
        QTest::newRow(name) << schema << QString::fromLatin1(part);
    };
    row("no JSON", "{", "is no JSON");
    row("two values", "{}, {}", "one JSON value");
    row("an unknown keyword", R"({"properties": {"a": {"unevaluatedItems": false}}})",
        "/properties/a: the keyword \"unevaluatedItems\" is not supported");
    row("a misspelt keyword", R"({"requird": []})", "\"requird\"");
    row("a wrong type name", R"({"type": "int"})", "/type");
    row("a broken pattern", R"({"pattern": "("})", "no regular expression");
    row("a broken pattern of names", R"({"patternProperties": {"(": {}}})", "no regular expression");
    row("a reference elsewhere", R"({"$ref": "other.json"})", "points to nothing in this schema");
    row("a reference to nothing", R"({"$ref": "#/$defs/a"})", "points to nothing in this schema");
    row("a schema that is a number", R"({"items": 5})", "/items: a schema is an object, true or false");
    row("a bound that is text", R"({"minimum": "1"})", "does not fit the keyword");
    row("an empty list", R"({"anyOf": []})", "at least one schema");
}

void TestJsonSchema::aSchemaThatCannotBeUsedIsRefused()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, part);
    const Result<JsonSchema> read = JsonSchema::fromJson(schema);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(part), qPrintable(read.error().message));
}

void TestJsonSchema::annotationsMeanNothing()
{
    const Result<JsonSchema> read = JsonSchema::fromJson(
        R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "x", "title": "T", "default": 1,
            "description": "D", "examples": [1], "format": "email", "x-own": {"anything": 1}, "$comment": "c"})");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QVERIFY(!read->violation(QJsonValue(QStringLiteral("no address"))));
}

void TestJsonSchema::aSchemaThatRefersToItselfEnds_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("once") << QByteArray(R"({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}})");
    QTest::newRow("twice") << QByteArray(R"({"anyOf": [{"$ref": "#"}, {"$ref": "#"}]})");
    QTest::newRow("three times and all") << QByteArray(
        R"({"allOf": [{"not": {"$ref": "#"}}, {"oneOf": [{"$ref": "#"}, {"not": {"$ref": "#"}}]}]})");
    QByteArray forks = R"({"$ref": "#/$defs/0", "$defs": {"40": false)";
    for (int level = 0; level < 40; ++level) {
        const QByteArray next = R"({"$ref": "#/$defs/)" + QByteArray::number(level + 1) + R"("})";
        forks += R"(, ")" + QByteArray::number(level) + R"(": {"anyOf": [)" + next + ", " + next + "]}";
    }
    QTest::newRow("forking") << QByteArray(forks + "}}");
    QTest::newRow("negated") << QByteArray(R"({"not": {"$ref": "#"}})");
}

void TestJsonSchema::aSchemaThatRefersToItselfEnds()
{
    QFETCH(QByteArray, schema);
    const Result<JsonSchema> read = JsonSchema::fromJson(schema);
    QVERIFY(read);
    const std::optional<QString> violation = read->violation(QJsonValue(1));
    QVERIFY(violation);
    QVERIFY(violation->contains(QStringLiteral("circle")));
}

SWITCHYARD_TEST(TestJsonSchema)
#include "tst_jsonschema.moc"

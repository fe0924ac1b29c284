#include "core/evaluate/casereader.h"
#include "tests/support/testunit.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Files of cases as office programs and scripts save them, and as they break.
class TestCaseReader : public QObject
{
    Q_OBJECT

private slots:
    void aFileBecomesColumnsAndCases_data();
    void aFileBecomesColumnsAndCases();
    void utf16IsReadInBothOrders_data();
    void utf16IsReadInBothOrders();
    void nestedJsonBecomesText();
    void aMemberThatALineLacksHasNoValue();
    void aBrokenFileIsRefusedWithItsPlace_data();
    void aBrokenFileIsRefusedWithItsPlace();
    void theFormatFollowsTheSuffix();
    void anErrorOfAFileStartsWithItsName();
    void manyRowsAreRead();
};

namespace {

QList<QStringList> rowsOf(const CaseTable &table)
{
    QList<QStringList> rows{table.columns};
    for (const PromptCase &each : table.cases)
        rows.append(each.values);
    return rows;
}

} // namespace

void TestCaseReader::aFileBecomesColumnsAndCases_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CaseFormat>("format");
    QTest::addColumn<QList<QStringList>>("rows");
    const QList<QStringList> plain{{QStringLiteral("a"), QStringLiteral("b")},
                                   {QStringLiteral("1"), QStringLiteral("2")}};
    QTest::newRow("commas") << QByteArray("a,b\n1,2\n") << CaseFormat::Csv << plain;
    QTest::newRow("semicolons, as a German Excel saves")
        << QByteArray("a;b\r\n1;2\r\n") << CaseFormat::Csv << plain;
    QTest::newRow("tabs in a .csv") << QByteArray("a\tb\n1\t2") << CaseFormat::Csv << plain;
    QTest::newRow("a separator line of Excel")
        << QByteArray("sep=;\r\na;b\r\n1;2\r\n") << CaseFormat::Csv << plain;
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                     "a,b\n1,2\n")
                                       << CaseFormat::Csv << plain;
    QTest::newRow("line ends of old Macs") << QByteArray("a,b\r1,2\r") << CaseFormat::Csv << plain;
    QTest::newRow("no line end at the end") << QByteArray("a,b\n1,2") << CaseFormat::Csv << plain;
    QTest::newRow("blank lines at the end") << QByteArray("a,b\n1,2\n\n\r\n") << CaseFormat::Csv << plain;
    QTest::newRow("spaces around names") << QByteArray(" a , b\n1,2\n") << CaseFormat::Csv << plain;
    QTest::newRow("TSV keeps commas")
        << QByteArray("a\tb\n1\t2,3\n") << CaseFormat::Tsv
        << QList<QStringList>{plain.first(), {QStringLiteral("1"), QStringLiteral("2,3")}};
    QTest::newRow("quotes with quotes, separators and line ends in them")
        << QByteArray("a,b\n\"say \"\"hi\"\", now\",\"two\r\nlines\"\n") << CaseFormat::Csv
        << QList<QStringList>{plain.first(),
                              {QStringLiteral("say \"hi\", now"), QStringLiteral("two\r\nlines")}};
    QTest::newRow("a comma in a quoted name does not decide")
        << QByteArray("\"a,x,y\";b\n1;2\n") << CaseFormat::Csv
        << QList<QStringList>{{QStringLiteral("a,x,y"), QStringLiteral("b")}, plain.last()};
    QTest::newRow("empty fields, the last one too")
        << QByteArray("a,b\n,\n\"\",x\ny,") << CaseFormat::Csv
        << QList<QStringList>{plain.first(),
                              {QStringLiteral(""), QStringLiteral("")},
                              {QStringLiteral(""), QStringLiteral("x")},
                              {QStringLiteral("y"), QStringLiteral("")}};
    QTest::newRow("a quote amid a field is text")
        << QByteArray("a,b\n5\" disk,2\n") << CaseFormat::Csv
        << QList<QStringList>{plain.first(), {QStringLiteral("5\" disk"), QStringLiteral("2")}};
    QTest::newRow("Chinese") << QByteArray("a,b\n\xE4\xBD\xA0\xE5\xA5\xBD,2\n") << CaseFormat::Csv
                             << QList<QStringList>{plain.first(),
                                                   {QStringLiteral(u"你好"), QStringLiteral("2")}};
    QTest::newRow("JSONL") << QByteArray("{\"a\": \"1\", \"b\": 2}\r\n\n") << CaseFormat::JsonLines << plain;
}

void TestCaseReader::aFileBecomesColumnsAndCases()
{
    QFETCH(QByteArray, bytes);
    QFETCH(CaseFormat, format);
    QFETCH(QList<QStringList>, rows);
    const Result<CaseTable> table = readCases(bytes, format);
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    QCOMPARE(rowsOf(*table), rows);
}

void TestCaseReader::utf16IsReadInBothOrders_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::newRow("little end first") << QStringConverter::Utf16LE;
    QTest::newRow("big end first") << QStringConverter::Utf16BE;
}

void TestCaseReader::utf16IsReadInBothOrders()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder.encode(QStringLiteral(u"frage;antwort\r\nWie heißt 中国?;😀\r\n"));
    const Result<CaseTable> table = readCases(bytes, CaseFormat::Csv);
    QVERIFY2(table, qPrintable(table ? QString() : table.error().message));
    QCOMPARE(table->columns, QStringList({QStringLiteral("frage"), QStringLiteral("antwort")}));
    QCOMPARE(table->cases.first().values,
             QStringList({QStringLiteral(u"Wie heißt 中国?"), QStringLiteral(u"😀")}));
}

void TestCaseReader::nestedJsonBecomesText()
{
    const Result<CaseTable> table =
        readCases("{\"list\": [1, {\"x\": null}], \"none\": null, \"yes\": true}", CaseFormat::JsonLines);
    QVERIFY(table);
    const QHash<QString, QString> values = variablesOfCase(table->columns, table->cases.first());
    QCOMPARE(values.value(QStringLiteral("list")), QStringLiteral("[1,{\"x\":null}]"));
    QCOMPARE(values.value(QStringLiteral("none")), QStringLiteral(""));
    QCOMPARE(values.value(QStringLiteral("yes")), QStringLiteral("true"));
}

void TestCaseReader::aMemberThatALineLacksHasNoValue()
{
    PromptSetDraft draft;
    draft.prompt = QStringLiteral("{{a}} {{b}}");
    draft.table = readCases("{\"a\": \"1\", \"b\": \"\"}\n{\"a\": \"2\"}\n", CaseFormat::JsonLines).value();
    const Result<void> valid = validateDraft(draft);
    QVERIFY(!valid);
    QCOMPARE(valid.error().message, QStringLiteral("Case 2 has no value for {{b}}."));
    draft.prompt = QStringLiteral("{{a}}");
    QVERIFY(validateDraft(draft));
}

void TestCaseReader::aBrokenFileIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CaseFormat>("format");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &bytes, const char *place, const char *what,
                        CaseFormat format = CaseFormat::Csv) {
        QTest::newRow(name) << bytes << format << QString::fromLatin1(place) << QString::fromLatin1(what);
    };
    row("a quote that is not closed", "a,b\n1,\"two\n3,4\n", "Line 2, column 3", "never closed");
    row("text behind a quote", "a,b\n\"1\"x,2\n", "Line 2, column 4", "followed by more text");
    row("too many fields", "a,b\n1,2\n1,2,3\n", "Line 3, column 5",
        "more fields (3) than there are columns (2)");
    row("too few fields", "a,b,c\n1,2\n", "Line 2, column 4", "fewer fields (2) than there are columns (3)");
    row("too few behind a field of two lines", "a,b,c\n\"x\ny\",2\n", "Line 3, column 5", "fewer fields");
    row("a name twice", "a,b,a\n1,2,3\n", "Line 1, column 5", "two columns are named \"a\"");
    row("a name that is empty", "a,,c\n1,2,3\n", "Line 1, column 3", "name of column 2 is empty");
    row("no text at all", "a,b\n\xE4\xBD\xA0,\xFF\n", "Line 2, column 3", "no UTF-8 text");
    row("a character cut off", "a,b\n1,\xE4\xBD", "Line 2, column 3", "no UTF-8 text");
    row("an overlong encoding", "a\n\xC0\xAF\n", "Line 2, column 1", "no UTF-8 text");
    row("half a character of UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0\n\0"
                   "1\0"
                   "x",
                   9),
        "Line 2, column 2", "no UTF-16 text");
    row("an empty file", "", "Line 1, column 1", "names the columns");
    row("names only", "a,b\n", "Line 2, column 1", "no case");
    row("a line that is no JSON", "{\"a\": 1}\n{\"a\": }\n", "Line 2, column", "no JSON",
        CaseFormat::JsonLines);
    row("a line that is no object", "{\"a\": 1}\n[1]\n", "Line 2, column 1", "must be an object",
        CaseFormat::JsonLines);
}

void TestCaseReader::aBrokenFileIsRefusedWithItsPlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(CaseFormat, format);
    QFETCH(QString, place);
    QFETCH(QString, what);
    const Result<CaseTable> table = readCases(bytes, format);
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(table.error().message.startsWith(place), qPrintable(table.error().message));
    QVERIFY2(table.error().message.contains(what), qPrintable(table.error().message));
    QVERIFY(!table.error().message.contains(u'\n'));
}

void TestCaseReader::theFormatFollowsTheSuffix()
{
    QCOMPARE(caseFormatOf(QStringLiteral("x/Cases.TSV")), CaseFormat::Tsv);
    QCOMPARE(caseFormatOf(QStringLiteral("cases.jsonl")), CaseFormat::JsonLines);
    QCOMPARE(caseFormatOf(QStringLiteral("cases.ndjson")), CaseFormat::JsonLines);
    QCOMPARE(caseFormatOf(QStringLiteral("cases.csv")), CaseFormat::Csv);
    QCOMPARE(caseFormatOf(QStringLiteral("cases.txt")), CaseFormat::Csv);
}

void TestCaseReader::anErrorOfAFileStartsWithItsName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cases.csv"));
    const Result<CaseTable> missing = readCaseFile(path);
    QVERIFY(!missing);
    QVERIFY(missing.error().message.startsWith(path));
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("a,b\n1\n");
    file.close();
    const Result<CaseTable> broken = readCaseFile(path);
    QVERIFY(!broken);
    QCOMPARE(broken.error().message.left(path.size() + 9), path + QStringLiteral(": Line 2,"));
}

void TestCaseReader::manyRowsAreRead()
{
    QByteArray bytes = "question,answer,source\n";
    for (int row = 0; row < 21'000; ++row)
        bytes += "\"What is " + QByteArray::number(row) + ", doubled?\"," + QByteArray::number(2 * row)
            + ",\"a \"\"book\"\"\"\n";
    // Some 60 ms optimised; a reader that is quadratic in the rows takes minutes, and the test's time ends.
    const Result<CaseTable> table = readCases(bytes, CaseFormat::Csv);
    QVERIFY(table);
    QCOMPARE(table->cases.size(), 21'000);
    QCOMPARE(table->cases.last().values.at(1), QStringLiteral("41998"));
}

SWITCHYARD_TEST(TestCaseReader)
#include "tst_casereader.moc"

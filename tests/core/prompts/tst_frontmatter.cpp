#include "core/prompts/frontmatter.h"
#include "tests/support/testunit.h"

#include <QJsonArray>
#include <QTest>

using namespace core;

class FrontMatterTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsRead();
    void withoutFrontMatterAllIsText_data();
    void withoutFrontMatterAllIsText();
    void unknownFieldsAreKeptAndListed();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void valuesFilledInAreNotExported();
    void filePathsAreSafe();
};

void FrontMatterTest::aFileIsRead()
{
    const QByteArray data("\xef\xbb\xbf---\r\nname: Kurzfassung\r\nfolder: Arbeit/ Post \r\nkind: system\r\n"
                          "variables:\r\n  language: German\r\n  text:\r\n---\r\n\r\nSummarise {{text}} in "
                          "{{language}}.\r\n");
    const Result<TemplateFile> file = readTemplateFile(data, QStringLiteral("x.md"), QStringLiteral("other"));
    QVERIFY2(file, file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->entry.name, QStringLiteral("Kurzfassung"));
    QCOMPARE(file->entry.folder, QStringLiteral("Arbeit/Post"));
    QCOMPARE(file->entry.kind, TemplateKind::System);
    QCOMPARE(file->entry.text, QStringLiteral("Summarise {{text}} in {{language}}."));
    QCOMPARE(file->entry.lastValues,
             (QHash<QString, QString>{{QStringLiteral("language"), QStringLiteral("German")}}));
    QVERIFY(file->unknown.isEmpty());
}

void FrontMatterTest::withoutFrontMatterAllIsText_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("Just text.\n") << QStringLiteral("Just text.");
    QTest::newRow("a rule in it") << QByteArray("a\n\n---\n\nb\n") << QStringLiteral("a\n\n---\n\nb");
    QTest::newRow("a rule at the start that nothing closes")
        << QByteArray("---\nname: x\n") << QStringLiteral("---\nname: x");
    QTest::newRow("empty front matter") << QByteArray("---\n---\nText") << QStringLiteral("Text");
}

void FrontMatterTest::withoutFrontMatterAllIsText()
{
    QFETCH(QByteArray, data);
    const Result<TemplateFile> file =
        readTemplateFile(data, QStringLiteral("my note.v2.md"), QStringLiteral("f"));
    QVERIFY2(file, file ? "" : qPrintable(file.error().message));
    QTEST(file->entry.text, "text");
    QCOMPARE(file->entry.name, QStringLiteral("my note.v2"));
    QCOMPARE(file->entry.folder, QStringLiteral("f"));
    QCOMPARE(file->entry.kind, TemplateKind::Prompt);
}

void FrontMatterTest::unknownFieldsAreKeptAndListed()
{
    const QByteArray data(
        "---\nname: n\nauthor: \"12\"\ntags: [a, true, 1.5]\nmodel: {id: x, top: 3}\n---\nText\n");
    const Result<TemplateFile> file = readTemplateFile(data, QStringLiteral("n.md"));
    QVERIFY(file);
    QCOMPARE(file->unknown,
             (QStringList{QStringLiteral("author"), QStringLiteral("tags"), QStringLiteral("model")}));
    QCOMPARE(file->entry.extra.value(QStringLiteral("author")).toString(), QStringLiteral("12"));
    QCOMPARE(file->entry.extra.value(QStringLiteral("tags")).toArray(),
             (QJsonArray{QStringLiteral("a"), true, 1.5}));
    QCOMPARE(file->entry.extra.value(QStringLiteral("model")).toObject().value(QStringLiteral("top")).toInt(),
             3);
    const Result<TemplateFile> again =
        readTemplateFile(writeTemplateFile(file->entry), QStringLiteral("n.md"));
    QVERIFY(again);
    QCOMPARE(again->entry, file->entry);
}

void FrontMatterTest::badFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("words");
    QTest::newRow("no YAML, with its line")
        << QByteArray("---\nname: a\nkind: [prompt\n---\nText") << QStringLiteral("no YAML");
    QTest::newRow("a list") << QByteArray("---\n- a\n---\nText") << QStringLiteral("no list of fields");
    QTest::newRow("a name that is a map")
        << QByteArray("---\nname: {a: b}\n---\nText") << QStringLiteral("`name` is not a text");
    QTest::newRow("an unknown kind") << QByteArray("---\nkind: agent\n---\nText")
                                     << QStringLiteral("neither prompt nor system: \"agent\"");
    QTest::newRow("variables of another shape")
        << QByteArray("---\nvariables: 3\n---\nText") << QStringLiteral("`variables`");
    QTest::newRow("no text") << QByteArray("---\nname: a\n---\n\n") << QStringLiteral("no text below");
    QTest::newRow("binary") << QByteArray("---\n\0\1", 6) << QStringLiteral("no text file");
    QTest::newRow("too long") << QByteArray("---\na: " + QByteArray(70'000, 'x') + "\n---\nText")
                              << QStringLiteral("64 KiB");
    QTest::newRow("aliases that stand for a huge tree")
        << QByteArray("---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                      "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\nText")
        << QStringLiteral("more than 10000 parts");
}

void FrontMatterTest::badFilesAreNamed()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, words);
    const Result<TemplateFile> file = readTemplateFile(data, QStringLiteral("bad.md"));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(file.error().message.startsWith(QStringLiteral("bad.md: ")), qPrintable(file.error().message));
    QVERIFY2(file.error().message.contains(words), qPrintable(file.error().message));
}

void FrontMatterTest::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QString() << QStringLiteral("Name") << QStringLiteral("Hello {{a}} {{b c}}");
    QTest::newRow("blank lines at both ends")
        << QStringLiteral("a/b") << QStringLiteral("n") << QStringLiteral("\n\nText\n\n");
    QTest::newRow("a name that is YAML")
        << QStringLiteral("yes") << QStringLiteral("- \"true\": #1 \\ ü 你") << QStringLiteral("x");
    QTest::newRow("a text that begins with front matter")
        << QString() << QStringLiteral("n") << QStringLiteral("---\nkind: system\n---\nx");
    QTest::newRow("a variable in quotes")
        << QString() << QStringLiteral("n") << QStringLiteral("{{\"q\": 1}}");
}

void FrontMatterTest::whatIsWrittenIsReadAgain()
{
    PromptTemplate entry;
    QFETCH(QString, folder);
    entry.folder = folder;
    QFETCH(QString, name);
    entry.name = name;
    QFETCH(QString, text);
    entry.text = text;
    const Result<TemplateFile> file = readTemplateFile(writeTemplateFile(entry), QStringLiteral("other.md"));
    QVERIFY2(file, file ? "" : qPrintable(file.error().message));
    QCOMPARE(file->entry, entry);
    QVERIFY(file->unknown.isEmpty());
}

void FrontMatterTest::valuesFilledInAreNotExported()
{
    PromptTemplate entry;
    entry.name = QStringLiteral("n");
    entry.text = QStringLiteral("{{who}}");
    entry.lastValues.insert(QStringLiteral("who"), QStringLiteral("a customer's name"));
    const QByteArray written = writeTemplateFile(entry);
    QVERIFY(!written.contains("customer"));
    QVERIFY(written.contains("variables:\n  - \"who\"\n"));
}

void FrontMatterTest::filePathsAreSafe()
{
    PromptTemplate entry;
    entry.name = QStringLiteral("a:b*c?");
    entry.folder = QStringLiteral("x/.hidden/y<z");
    QCOMPARE(templateFilePath(entry), QStringLiteral("x/_hidden/y_z/a_b_c_.md"));
    entry.folder = QString();
    entry.name = QStringLiteral("..");
    QCOMPARE(templateFilePath(entry), QStringLiteral("_..md"));
}

SWITCHYARD_TEST(FrontMatterTest)
#include "tst_frontmatter.moc"

#include "tests/support/testunit.h"
#include "ui/markdown/codecolouring.h"
#include "ui/markdown/syntaxhighlighter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;

using TokenLines = QList<QList<SyntaxToken>>;

class TestSyntaxHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("SOURCE_HIGHLIGHT_DATADIR"); }
    void knowsLanguagesByTheirNames_data();
    void knowsLanguagesByTheirNames();
    void colours_data();
    void colours();
    void remembersWhereALineLeftOff();
    void leavesOverlongLinesPlain();
    void staysPlainWithoutLanguageFiles();
    void survivesABrokenLanguageFile();
    void keepsSessionsApart();
    void diesWithWorkToDo();
};

void TestSyntaxHighlighter::knowsLanguagesByTheirNames_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("file");
    QTest::newRow("its own name") << QStringLiteral("python") << QStringLiteral("python.lang");
    QTest::newRow("any case") << QStringLiteral("JSON") << QStringLiteral("json.lang");
    QTest::newRow("C++") << QStringLiteral("C++") << QStringLiteral("cpp.lang");
    QTest::newRow("TypeScript as JavaScript") << QStringLiteral("ts") << QStringLiteral("javascript.lang");
    QTest::newRow("shell") << QStringLiteral("bash") << QStringLiteral("sh.lang");
    QTest::newRow("Rust") << QStringLiteral("rs") << QStringLiteral("rust.lang");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("unknown") << QStringLiteral("klingon") << QString();
    QTest::newRow("a path") << QStringLiteral("../cpp") << QString();
}

void TestSyntaxHighlighter::knowsLanguagesByTheirNames()
{
    QFETCH(QString, language);
    QTEST(SyntaxHighlighter::languageFile(language), "file");
}

void TestSyntaxHighlighter::colours_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QString &language, const QString &line, const QString &word,
                        SyntaxKind kind) {
        QTest::newRow(name) << language << line << word << static_cast<int>(kind);
    };
    row("a C++ keyword", QStringLiteral("cpp"), QStringLiteral("return x;"), QStringLiteral("return"),
        SyntaxKind::Keyword);
    row("a C++ comment", QStringLiteral("cpp"), QStringLiteral("x; // why"), QStringLiteral("// why"),
        SyntaxKind::Comment);
    row("a Python string", QStringLiteral("py"), QStringLiteral("a = 'text'"), QStringLiteral("'text'"),
        SyntaxKind::String);
    row("an SQL keyword", QStringLiteral("sql"), QStringLiteral("SELECT a"), QStringLiteral("SELECT"),
        SyntaxKind::Keyword);
    row("a number in JSON", QStringLiteral("json"), QStringLiteral("[17]"), QStringLiteral("17"),
        SyntaxKind::Number);
    row("a comment behind Chinese and emoji", QStringLiteral("cpp"),
        QStringLiteral("auto s = \"漢字\U0001F600\"; // 漢"), QStringLiteral("// 漢"), SyntaxKind::Comment);
}

void TestSyntaxHighlighter::colours()
{
    QFETCH(QString, language);
    QFETCH(QString, line);
    QFETCH(QString, word);
    QFETCH(int, kind);
    SyntaxHighlighter highlighter;
    QSignalSpy spy(&highlighter, &SyntaxHighlighter::highlighted);
    const quint64 session = highlighter.begin(language);
    QVERIFY(session != 0);
    highlighter.feed(session, {line});
    QVERIFY(spy.wait());
    QCOMPARE(spy.front().at(0).toULongLong(), session);
    const auto lines = spy.front().at(2).value<TokenLines>();
    QCOMPARE(lines.size(), 1);
    const int start = static_cast<int>(line.indexOf(word));
    SyntaxKind found = SyntaxKind::Plain;
    for (const SyntaxToken &token : lines.front()) {
        QVERIFY(token.start >= 0 && token.start + token.length <= line.size());
        if (token.start <= start && token.start + token.length >= start + word.size())
            found = token.kind;
    }
    QCOMPARE(static_cast<int>(found), kind);
    highlighter.end(session);
}

void TestSyntaxHighlighter::remembersWhereALineLeftOff()
{
    SyntaxHighlighter highlighter;
    QSignalSpy spy(&highlighter, &SyntaxHighlighter::highlighted);
    const quint64 session = highlighter.begin(QStringLiteral("cpp"));
    highlighter.feed(session, {QStringLiteral("/* begins")});
    highlighter.feed(session, {QStringLiteral("return goes on */")});
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(spy.at(1).at(1).toInt(), 1);
    const auto lines = spy.at(1).at(2).value<TokenLines>();
    QCOMPARE(lines, TokenLines({{{0, 17, SyntaxKind::Comment}}}));
}

void TestSyntaxHighlighter::leavesOverlongLinesPlain()
{
    SyntaxHighlighter highlighter;
    QSignalSpy spy(&highlighter, &SyntaxHighlighter::highlighted);
    const quint64 session = highlighter.begin(QStringLiteral("cpp"));
    highlighter.feed(session, {QStringLiteral("int x; ").repeated(3000), QStringLiteral("int y;")});
    QVERIFY(spy.wait());
    const auto lines = spy.front().at(2).value<TokenLines>();
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.front().isEmpty());
    QVERIFY(!lines.back().isEmpty());
}

void TestSyntaxHighlighter::staysPlainWithoutLanguageFiles()
{
    QTemporaryDir empty;
    qputenv("SOURCE_HIGHLIGHT_DATADIR", empty.path().toLocal8Bit());
    SyntaxHighlighter highlighter;
    QVERIFY(SyntaxHighlighter::dataFolder().isEmpty());
    QCOMPARE(highlighter.begin(QStringLiteral("cpp")), quint64(0));
    highlighter.feed(0, {QStringLiteral("int x;")});
    highlighter.end(0);
}

void TestSyntaxHighlighter::survivesABrokenLanguageFile()
{
    QTemporaryDir folder;
    for (const QString &name : {QStringLiteral("lang.map"), QStringLiteral("cpp.lang")}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("this is = no { language\n");
    }
    qputenv("SOURCE_HIGHLIGHT_DATADIR", folder.path().toLocal8Bit());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot read")));
    SyntaxHighlighter highlighter;
    QSignalSpy spy(&highlighter, &SyntaxHighlighter::highlighted);
    const quint64 session = highlighter.begin(QStringLiteral("cpp"));
    highlighter.feed(session, {QStringLiteral("int x;")});
    QVERIFY(spy.wait());
    QCOMPARE(spy.front().at(2).value<TokenLines>(), TokenLines({{}}));
}

void TestSyntaxHighlighter::keepsSessionsApart()
{
    SyntaxHighlighter highlighter;
    CodeColouring one(highlighter);
    CodeColouring two(highlighter);
    QList<bool> taken;
    connect(&highlighter, &SyntaxHighlighter::highlighted, this,
            [&](quint64 session, int first, const TokenLines &lines) {
                taken.append(one.receive(session, first, lines));
                taken.append(two.receive(session, first, lines));
            });
    two.add({{true, QStringLiteral("cpp"), QStringLiteral("int x;"), 42}});
    QTRY_COMPARE(taken, QList<bool>({false, true}));
    const CodeColouring::Colours colours = two.take(10);
    QCOMPARE(colours.size(), 1);
    QCOMPARE(colours.front().first, 42);
    QVERIFY(!two.isPending());

    taken.clear();
    one.add({{true, QStringLiteral("cpp"), QStringLiteral("int y;"), 7}});
    one.clear();
    QTRY_COMPARE(taken, QList<bool>({false, false}));
}

void TestSyntaxHighlighter::diesWithWorkToDo()
{
    SyntaxHighlighter highlighter;
    const quint64 session = highlighter.begin(QStringLiteral("cpp"));
    for (int i = 0; i < 200; ++i)
        highlighter.feed(session, QStringList(500, QStringLiteral("int value = compute(1, 2, 3); // text")));
}

SWITCHYARD_TEST(TestSyntaxHighlighter)

#include "tst_syntaxhighlighter.moc"

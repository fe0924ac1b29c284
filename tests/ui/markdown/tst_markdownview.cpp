#include "tests/support/testunit.h"
#include "tests/ui/markdown/samples.h"
#include "ui/markdown/markdownview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextTable>

#include <memory>

using namespace ui;

namespace {

/// Text, formats and tables of a document, one block a line.
QStringList describeDocument(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        QString line = QStringLiteral("%1 left %2 top %3 code %4 quote %5 |")
                           .arg(block.text())
                           .arg(format.leftMargin())
                           .arg(format.topMargin())
                           .arg(format.intProperty(CodeLineProperty))
                           .arg(format.intProperty(QuoteProperty));
        for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat characters = it.fragment().charFormat();
            line += QStringLiteral("%1:%2:%3:%4 ")
                        .arg(it.fragment().length())
                        .arg(characters.font().bold())
                        .arg(characters.font().italic())
                        .arg(characters.anchorHref());
        }
        if (const QTextTable *table = QTextCursor(block).currentTable())
            line += QStringLiteral("table %1x%2").arg(table->rows()).arg(table->columns());
        lines.append(line);
    }
    return lines;
}

MarkdownStyle styleOf(Qt::GlobalColor ink)
{
    MarkdownStyle style = MarkdownStyle::fromPalette(QPalette(), QFont());
    style.ink = ink;
    return style;
}

QTextCharFormat formatOf(const MarkdownView &view, const QString &text)
{
    return view.document()->find(text).charFormat();
}

/// Where the word "Copy" of the code that holds `text` is.
QPoint copyButton(const MarkdownView &view, const QString &text)
{
    QTextCursor cursor = view.document()->find(text);
    cursor.movePosition(QTextCursor::StartOfBlock);
    return QPoint(view.viewport()->width() - 30, view.cursorRect(cursor).top() - 20);
}

/// Words that are broken in a table's cell, each as its first part.
QStringList brokenWords(const QTextDocument &document)
{
    QStringList broken;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!QTextCursor(block).currentTable())
            continue;
        const QTextLayout *const layout = block.layout();
        for (int i = 0; i + 1 < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int end = line.textStart() + line.textLength();
            if (!block.text().at(end - 1).isSpace())
                broken.append(block.text().mid(line.textStart(), line.textLength()));
        }
    }
    return broken;
}

const QString kWordyTable = QStringLiteral(
    "| Characteristic | Consequence | Recommendation |\n|---|---|---|\n"
    "| Eventual consistency | Reconciliation is unavoidable, sooner or later | Prefer idempotent operations "
    "|\n| `transaction_isolation` | **Serializable** transactions are slower | Measure beforehand |\n");

} // namespace

class TestMarkdownView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anyChunksGiveTheSameDocument_data();
    void anyChunksGiveTheSameDocument();
    void tablesBecomeOneWhenTheyEnd();
    void wordsInTablesStayWhole_data();
    void wordsInTablesStayWhole();
    void aTableTooWideIsScrolledToOrShrinks();
    void hostileTextIsShown_data();
    void hostileTextIsShown();
    void emphasisAndLinksAreSet();
    void codeIsColouredInTime();
    void selectionAboveTheStreamSurvives();
    void streamIsFollowedOnlyFromTheBottom();
    void hiddenViewsWait();
    void longTextIsRenderedOverSeveralFrames();
    void sourceCanBeShownInstead();
    void styleChangesLive();
    void linksAreOnlyReported();
    void nothingIsEverLoaded();
    void copyButtonCopiesTheCode();
    void contextMenuCopies();
    void textIsFoundEverywhere();
    void clearedViewStartsAnew();

private:
    MarkdownView &view() { return *m_view; }
    void showText(const QString &text);

    std::unique_ptr<MarkdownServices> m_services;
    std::unique_ptr<MarkdownView> m_view;
};

void TestMarkdownView::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_services = std::make_unique<MarkdownServices>();
    m_view = std::make_unique<MarkdownView>(*m_services);
    view().resize(400, 300);
}

void TestMarkdownView::cleanup()
{
    m_view.reset();
    m_services.reset();
}

void TestMarkdownView::showText(const QString &text)
{
    view().show();
    QVERIFY(QTest::qWaitForWindowExposed(&view()));
    view().setMarkdownText(text);
    view().flush();
}

void TestMarkdownView::anyChunksGiveTheSameDocument_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("everything there is") << samples::everything();
    QTest::newRow("a list of 60 items") << samples::list(60);
    QTest::newRow("a table of 30 rows") << samples::table(30);
    QTest::newRow("a table of 200 rows") << samples::table(200);
    QTest::newRow("code first, then a table, then code")
        << samples::code(3) % samples::table(3) % u'\n' % samples::code(2);
    QTest::newRow("two tables") << samples::table(2) % u'\n' % samples::table(12) % QStringLiteral("\nend");
    QTest::newRow("empty lines at the end of code")
        << QStringLiteral("```\na\n\n\n```\n\n- x\n\n```\n\n```\n");
}

void TestMarkdownView::anyChunksGiveTheSameDocument()
{
    QFETCH(QString, text);
    view().setMarkdownText(text);
    view().flush();
    const QStringList whole = describeDocument(*view().document());
    QVERIFY(whole.size() > 1);
    for (const qsizetype step : {1, 7, 50}) {
        view().clear();
        for (qsizetype at = 0; at < text.size(); at += step) {
            view().appendMarkdown(text.mid(at, step));
            view().flush();
        }
        view().finish();
        view().flush();
        QCOMPARE(describeDocument(*view().document()), whole);
        QCOMPARE(view().markdown(), text);
    }
}

void TestMarkdownView::wordsInTablesStayWhole_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {220, 320, 420, 640, 1000})
        QTest::addRow("%d px", width) << width;
}

void TestMarkdownView::wordsInTablesStayWhole()
{
    QFETCH(const int, width);
    view().resize(width, 400);
    showText(kWordyTable % QStringLiteral("\nend"));
    QCOMPARE(brokenWords(*view().document()), QStringList());
    // As it is at another width, so it would have been from the start.
    const QSizeF size = view().document()->size();
    view().resize(500, 400);
    QTRY_COMPARE(view().width(), 500);
    QCOMPARE(brokenWords(*view().document()), QStringList());
    view().resize(width, 400);
    QTRY_COMPARE(view().width(), width);
    QCOMPARE(view().document()->size(), size);
}

void TestMarkdownView::aTableTooWideIsScrolledToOrShrinks()
{
    view().resize(220, 400);
    showText(kWordyTable);
    QVERIFY(view().horizontalScrollBar()->maximum() > 0);
    QVERIFY(view().horizontalScrollBar()->isVisible());
    view().resize(1000, 400);
    QTRY_COMPARE(view().horizontalScrollBar()->maximum(), 0);
    QVERIFY(!view().horizontalScrollBar()->isVisible());
    view().setTablesShrink(true);
    view().resize(220, 400);
    QTRY_COMPARE(view().width(), 220);
    QCOMPARE(view().horizontalScrollBar()->maximum(), 0);
    QVERIFY(view().document()->size().width() <= view().viewport()->width());
    // A text without a table never scrolls sideways.
    view().setTablesShrink(false);
    view().setMarkdownText(QString(500, u'x') % QStringLiteral("\n\n") % samples::code(3));
    view().flush();
    QVERIFY(!view().horizontalScrollBar()->isVisible());
}

void TestMarkdownView::tablesBecomeOneWhenTheyEnd()
{
    const auto tables = [this] {
        QList<int> rows;
        const QList<QTextFrame *> frames = view().document()->rootFrame()->childFrames();
        for (QTextFrame *frame : frames)
            rows.append(qobject_cast<QTextTable *>(frame)->rows());
        return rows;
    };
    view().appendMarkdown(samples::table(20));
    view().flush();
    QCOMPARE(tables(), QList<int>({8, 8, 5}));
    view().appendMarkdown(QStringLiteral("\nafter\n"));
    view().flush();
    QCOMPARE(tables(), QList<int>({21}));
}

void TestMarkdownView::hostileTextIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString end = QStringLiteral("\n\nthe end");
    QTest::newRow("quotes nested 3000 deep")
        << QString(3000, u'>') % QStringLiteral(" deep") << QStringLiteral("deep");
    QTest::newRow("lists nested 500 deep")
        << QStringLiteral("- ").repeated(500) % QStringLiteral("deep") << QStringLiteral("deep");
    QTest::newRow("brackets that never close")
        << QStringLiteral("[").repeated(20000) % end << QStringLiteral("the end");
    QTest::newRow("emphasis that never closes")
        << QStringLiteral("*a **a ").repeated(3000) % end << QStringLiteral("the end");
    QTest::newRow("one line of a megabyte")
        << QStringLiteral("word ").repeated(200000) % end << QStringLiteral("the end");
    QTest::newRow("one word of 200 kB") << QString(200000, u'x') % end << QStringLiteral("the end");
    QTest::newRow("one code line of 200 kB") << QStringLiteral("```\n") % QString(200000, u'x')
            % QStringLiteral("\n```") % end << QStringLiteral("the end");
    QTest::newRow("a fence never closed") << QStringLiteral("```cpp\nint a;\n") << QStringLiteral("int a;");
    QTest::newRow("NUL and frame marks") << QString(QChar(0)) % QChar(0xFDD0) % QChar(0xFDD1)
            % QStringLiteral("seen") << QStringLiteral("\uFFFD\uFFFD\uFFFDseen");
    QTest::newRow("paragraph separators") << QStringLiteral("a\u2029b") << QStringLiteral("a\nb");
    QTest::newRow("old line ends") << QStringLiteral("a\r\n\r\nb\rc") << QStringLiteral("b\nc");
    QTest::newRow("emoji and Chinese") << QStringLiteral("漢字 \U0001F469\u200D\U0001F4BB fin")
                                       << QStringLiteral("漢字 \U0001F469\u200D\U0001F4BB fin");
    QTest::newRow("private characters beside math")
        << QStringLiteral("\uE100 $a*b*c$") << QStringLiteral("\uE100 $a");
    QTest::newRow("scripts") << QStringLiteral("<script>alert(1)</script>")
                             << QStringLiteral("<script>alert(1)</script>");
}

void TestMarkdownView::hostileTextIsShown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    // Steps of 997 also cut surrogate pairs and CRLF in two.
    const qsizetype step = text.size() < 2000 ? 1 : 997;
    for (qsizetype at = 0; at < text.size(); at += step) {
        view().appendMarkdown(text.mid(at, step));
        if (at % (step * 64) == 0)
            view().flush();
    }
    view().finish();
    view().flush();
    const QString plain = view().toPlainText();
    QVERIFY2(plain.contains(shown), qPrintable(plain.right(200)));
    view().setMarkdownText(text);
    view().flush();
    QCOMPARE(view().toPlainText(), plain);
}

void TestMarkdownView::emphasisAndLinksAreSet()
{
    view().setMarkdownText(
        QStringLiteral("**fat** *slanted* ~~gone~~ `mono` [word](https://a.example/)\n\n# Head\n"));
    view().flush();
    QVERIFY(formatOf(view(), QStringLiteral("fat")).font().bold());
    QVERIFY(formatOf(view(), QStringLiteral("slanted")).fontItalic());
    QVERIFY(formatOf(view(), QStringLiteral("gone")).fontStrikeOut());
    QVERIFY(formatOf(view(), QStringLiteral("mono")).hasProperty(ChipProperty));
    QCOMPARE(formatOf(view(), QStringLiteral("word")).anchorHref(), QStringLiteral("https://a.example/"));
    QCOMPARE(view().document()->find(QStringLiteral("Head")).block().blockFormat().headingLevel(), 1);
    QCOMPARE(view().toPlainText(), QStringLiteral("fat slanted gone mono word\nHead"));
}

void TestMarkdownView::codeIsColouredInTime()
{
    if (SyntaxHighlighter::dataFolder().isEmpty())
        QFAIL("the language files are missing: install libsource-highlight-common");
    showText(QStringLiteral("text\n\n```cpp\nint a = 1;\n```\n"));
    const MarkdownStyle style = view().markdownStyle();
    QTRY_COMPARE(formatOf(view(), QStringLiteral("int")).foreground().color(),
                 style.syntaxColour(SyntaxKind::Type));
    QCOMPARE(formatOf(view(), QStringLiteral("1")).foreground().color(),
             style.syntaxColour(SyntaxKind::Number));
    QCOMPARE(formatOf(view(), QStringLiteral("text")).foreground().color(), style.ink);
}

void TestMarkdownView::selectionAboveTheStreamSurvives()
{
    view().appendMarkdown(QStringLiteral("first paragraph\n\nsecond **par"));
    view().flush();
    view().setTextCursor(view().document()->find(QStringLiteral("paragraph")));
    view().appendMarkdown(QStringLiteral("agraph** and more\n\n- a\n- b\n\n") % samples::table(3));
    view().flush();
    QCOMPARE(view().textCursor().selectedText(), QStringLiteral("paragraph"));
    QCOMPARE(view().textCursor().selectionStart(), 6);
    view().selectAll();
    const int all = view().textCursor().selectionEnd();
    view().appendMarkdown(QStringLiteral("\nafter"));
    view().flush();
    QCOMPARE(view().textCursor().selectionEnd(), all);
}

void TestMarkdownView::streamIsFollowedOnlyFromTheBottom()
{
    showText({});
    view().clear();
    QScrollBar *const bar = view().verticalScrollBar();
    view().appendMarkdown(samples::list(100));
    view().flush();
    QVERIFY(bar->maximum() > 300);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(view().isFollowing());

    bar->setValue(100);
    QVERIFY(!view().isFollowing());
    view().appendMarkdown(samples::list(20));
    view().flush();
    QCOMPARE(bar->value(), 100);

    view().followStream();
    view().appendMarkdown(samples::list(20));
    view().flush();
    QCOMPARE(bar->value(), bar->maximum());
}

void TestMarkdownView::hiddenViewsWait()
{
    view().appendMarkdown(QStringLiteral("some *text*\n"));
    QSignalSpy rendered(&view(), &MarkdownView::rendered);
    QVERIFY(!rendered.wait(100));
    QCOMPARE(view().markdown(), QStringLiteral("some *text*\n"));
    view().show();
    QTRY_COMPARE(view().toPlainText(), QStringLiteral("some text"));
}

void TestMarkdownView::longTextIsRenderedOverSeveralFrames()
{
    view().show();
    QSignalSpy rendered(&view(), &MarkdownView::rendered);
    view().setMarkdownText(samples::everything().repeated(150) % QStringLiteral("\n\nthe very end"));
    QTRY_VERIFY_WITH_TIMEOUT(view().toPlainText().endsWith(QStringLiteral("the very end")), 60000);
    QVERIFY(rendered.size() > 3);
}

void TestMarkdownView::sourceCanBeShownInstead()
{
    QSignalSpy changed(&view(), &MarkdownView::rawChanged);
    view().appendMarkdown(QStringLiteral("some *text*"));
    view().setRaw(true);
    view().flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(view().toPlainText(), QStringLiteral("some *text*"));
    view().appendMarkdown(QStringLiteral(" and **more**"));
    view().flush();
    QCOMPARE(view().toPlainText(), QStringLiteral("some *text* and **more**"));
    view().setRaw(false);
    view().flush();
    QCOMPARE(view().toPlainText(), QStringLiteral("some text and more"));
}

void TestMarkdownView::styleChangesLive()
{
    showText(samples::everything());
    const QString before = view().toPlainText();
    view().setStyle(styleOf(Qt::red));
    QCOMPARE(formatOf(view(), QStringLiteral("short bursts")).foreground().color(), QColor(Qt::red));
    QCOMPARE(view().toPlainText(), before);
}

void TestMarkdownView::linksAreOnlyReported()
{
    showText(QStringLiteral("[click](https://a.example/x)"));
    QSignalSpy activated(&view(), &MarkdownView::linkActivated);
    const QTextCursor cursor = view().document()->find(QStringLiteral("lic"));
    const QPoint at = view().cursorRect(cursor).center() - QPoint(4, 0);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toUrl(), QUrl(QStringLiteral("https://a.example/x")));
    QCOMPARE(view().toPlainText(), QStringLiteral("click"));
}

void TestMarkdownView::nothingIsEverLoaded()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("secret.html")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("<p>secret</p>");
    file.close();
    const QUrl url = QUrl::fromLocalFile(file.fileName());
    view().setMarkdownText(QStringLiteral("![picture](%1)").arg(url.toString()));
    view().flush();
    QCOMPARE(view().loadResource(QTextDocument::HtmlResource, url), QVariant());
    view().setSource(url);
    QCOMPARE(view().toPlainText(), QStringLiteral("picture (%1)").arg(url.toString()));
    QVERIFY(!view().document()->toHtml().contains(QLatin1StringView("<img")));
}

void TestMarkdownView::copyButtonCopiesTheCode()
{
    showText(QStringLiteral("Text\n\n```cpp\nint a;\n\n  int b;\n```\n\nmore text\n"));
    QSignalSpy copied(&view(), &MarkdownView::codeCopied);
    const QPoint button = copyButton(view(), QStringLiteral("int a"));
    QCOMPARE(view().codeAt(button), QStringLiteral("int a;\n\n  int b;"));
    QTest::mouseMove(view().viewport(), button);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, button);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("int a;\n\n  int b;"));
    QVERIFY(view().codeAt(QPoint(20, 5)).isNull());
}

void TestMarkdownView::contextMenuCopies()
{
    showText(QStringLiteral("```\nthe code\n```\n"));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
    QCoreApplication::sendEvent(view().viewport(), &event);
    auto *const menu = view().findChild<QMenu *>(QStringLiteral("markdownMenu"));
    QVERIFY(menu);
    const auto trigger = [menu](const QString &text) {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == text)
                action->trigger();
        }
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(trigger(QStringLiteral("Copy Code Block")), QStringLiteral("the code"));
    QCOMPARE(trigger(QStringLiteral("Copy as Markdown")), QStringLiteral("```\nthe code\n```\n"));
    trigger(QStringLiteral("Select All"));
    QCOMPARE(view().textCursor().selectedText().trimmed(), QStringLiteral("the code"));
    trigger(QStringLiteral("Show Source"));
    QVERIFY(view().isRaw());
    menu->close();
}

void TestMarkdownView::textIsFoundEverywhere()
{
    view().setMarkdownText(
        QStringLiteral("needle\n\n- a needle\n\n|x|\n|-|\n|needle|\n\n```\nneedle\n```\n"));
    QCOMPARE(view().countText(QStringLiteral("needle")), 4);
    QCOMPARE(view().countText(QStringLiteral("nothing")), 0);
    QList<int> positions;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(view().findText(QStringLiteral("needle")));
        positions.append(view().textCursor().selectionStart());
    }
    QCOMPARE(positions.at(4), positions.at(0));
    QVERIFY(positions.at(1) > positions.at(0));
    QVERIFY(!view().findText(QStringLiteral("nothing")));
}

void TestMarkdownView::clearedViewStartsAnew()
{
    view().setMarkdownText(samples::everything());
    view().flush();
    view().clear();
    QVERIFY(view().toPlainText().isEmpty());
    view().appendMarkdown(QStringLiteral("- new"));
    view().flush();
    QCOMPARE(view().toPlainText(), QStringLiteral("\u2022\tnew"));
}

SWITCHYARD_TEST(TestMarkdownView)

#include "tst_markdownview.moc"

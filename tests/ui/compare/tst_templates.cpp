#include "core/prompts/templatestore.h"
#include "core/settings/settings.h"
#include "tests/support/testunit.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composer.h"
#include "ui/compare/composernote.h"
#include "ui/compare/prompteditor.h"
#include "ui/compare/templateeditor.h"
#include "ui/compare/templatepicker.h"
#include "ui/compare/templatetransfer.h"
#include "ui/compare/variableform.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace core;
using namespace ui;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void variablesBringUpTheirFields();
    void tabGoesThroughTheFields();
    void aMissingVariableBlocksSending();
    void valuesAreSentAndRemembered();
    void anEscapedVariableIsNone();
    void aSentTextComesBackLiterally();
    void aTemplateIsFoundAndUsed();
    void aSystemTemplateLeavesThePrompt();
    void thePromptIsSavedAsATemplate();
    void anUnsavedTemplateIsThereAgain();
    void deletingIsUndone();
    void aFolderIsRenamedInTheTree();
    void takenNamesAreAskedAbout();
    void losesAreListed();

private:
    ComparePage &page() { return m_fixture->page(); }
    Composer &composer() { return *page().findChild<Composer *>(); }
    VariableForm &form() { return composer().variables(); }
    PromptEditor *field(const QString &name)
    {
        return form().findChild<PromptEditor *>(QStringLiteral("variable:") + name);
    }
    TemplatePicker &picker() { return *page().findChild<TemplatePicker *>(); }
    QTreeWidget &tree() { return *picker().findChild<QTreeWidget *>(); }
    TemplateStore &store() { return m_fixture->services().templates(); }
    void add(const QString &folder, const QString &name, const QString &text,
             TemplateKind kind = TemplateKind::Prompt)
    {
        PromptTemplate entry;
        entry.folder = folder;
        entry.name = name;
        entry.text = text;
        entry.kind = kind;
        QFuture<Result<PromptTemplate>> saved = store().save(entry);
        QTRY_VERIFY(saved.isFinished());
        QVERIFY(saved.result());
    }
    void trigger(const char *action) { m_fixture->actions().find(QString::fromLatin1(action))->trigger(); }
    QString complaint()
    {
        return composer().findChild<ComposerNote *>(QStringLiteral("composerComplaint"))->text();
    }
    QStringList paths()
    {
        QStringList all;
        for (const PromptTemplate &entry : store().templates())
            all.append(templatePath(entry));
        return all;
    }

    std::unique_ptr<CompareFixture> m_fixture;
};

void TestTemplates::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_fixture = std::make_unique<CompareFixture>();
    m_fixture->hurry();
    m_fixture->makePage().setLineUp({CompareFixture::demo("swift")});
    QVERIFY(QTest::qWaitForWindowActive(&page()));
}

void TestTemplates::variablesBringUpTheirFields()
{
    QVERIFY(!form().isVisible());
    composer().setPrompt(QStringLiteral("Translate {{text}} to {{language}}, {{text}}"));
    QVERIFY(form().isVisible());
    QCOMPARE(form().variables(), (QStringList{QStringLiteral("text"), QStringLiteral("language")}));
    field(QStringLiteral("language"))->setPlainText(QStringLiteral("German"));
    // Another variable comes; what was typed stays.
    composer().setSystem(QStringLiteral("You are {{who}}"));
    QCOMPARE(form().variables().size(), 3);
    QCOMPARE(field(QStringLiteral("language"))->toPlainText(), QStringLiteral("German"));
    composer().setPrompt(QStringLiteral("Plain"));
    composer().setSystem({});
    QVERIFY(!form().isVisible());
    composer().setPrompt(QStringLiteral("In {{language}}"));
    QCOMPARE(field(QStringLiteral("language"))->toPlainText(), QStringLiteral("German"));
    form().setPreview({});
    form().findChild<FlatButton *>(QStringLiteral("previewPrompt"))->click();
    field(QStringLiteral("language"))->setPlainText(QStringLiteral("French"));
    QCOMPARE(form().findChild<QPlainTextEdit *>(QStringLiteral("promptPreview"))->toPlainText(),
             QStringLiteral("In French"));
}

void TestTemplates::tabGoesThroughTheFields()
{
    composer().setPrompt(QStringLiteral("{{a}} {{b}}"));
    form().focusFirst();
    QTRY_VERIFY(field(QStringLiteral("a"))->hasFocus());
    QTest::keyClicks(field(QStringLiteral("a")), QStringLiteral("1"));
    QTest::keyClick(field(QStringLiteral("a")), Qt::Key_Tab);
    QTRY_VERIFY(field(QStringLiteral("b"))->hasFocus());
    QCOMPARE(field(QStringLiteral("a"))->toPlainText(), QStringLiteral("1"));
    QTest::keyClick(field(QStringLiteral("b")), Qt::Key_Escape);
    QTRY_VERIFY(composer().hasEditorFocus());
}

void TestTemplates::aMissingVariableBlocksSending()
{
    composer().setPrompt(QStringLiteral("{{a}} and {{b}}"));
    field(QStringLiteral("a"))->setPlainText(QStringLiteral("x"));
    trigger("compare.send");
    QCOMPARE(complaint(), QStringLiteral("Nothing was sent: the variable {{b}} has no value."));
    QTRY_VERIFY(field(QStringLiteral("b"))->hasFocus());
    QVERIFY(!page().hasRunningLanes());
    QCOMPARE(m_fixture->runs(), 0);
    field(QStringLiteral("b"))->setPlainText(QStringLiteral("y"));
    QCOMPARE(complaint(), QString());
}

void TestTemplates::valuesAreSentAndRemembered()
{
    add(QStringLiteral("work"), QStringLiteral("Greet"), QStringLiteral("Greet {{name}} in {{language}}"));
    picker().open(&composer().templateButton(), {}, {});
    emit picker().chosen(store().templates().constFirst());
    QTRY_VERIFY(field(QStringLiteral("name"))->hasFocus());
    field(QStringLiteral("name"))->setPlainText(QStringLiteral("Ann"));
    field(QStringLiteral("language"))->setPlainText(QStringLiteral("German"));
    trigger("compare.send");
    QTRY_COMPARE(m_fixture->runs(), 1);
    QCOMPARE(m_fixture->run(m_fixture->newestRun()).prompt, QStringLiteral("Greet Ann in German"));
    QCOMPARE(composer().prompt(), QString());
    QTRY_COMPARE(store().templates().constFirst().lastValues.value(QStringLiteral("name")),
                 QStringLiteral("Ann"));
    QTRY_VERIFY(!page().hasRunningLanes());
    // After a restart, typed by hand.
    m_fixture->makePage();
    composer().setPrompt(QStringLiteral("To {{name}}"));
    QCOMPARE(field(QStringLiteral("name"))->toPlainText(), QStringLiteral("Ann"));
}

void TestTemplates::anEscapedVariableIsNone()
{
    composer().setPrompt(QStringLiteral("Explain \\{{ x }} of Jinja"));
    QVERIFY(!form().isVisible());
    trigger("compare.send");
    QTRY_COMPARE(m_fixture->runs(), 1);
    QCOMPARE(m_fixture->run(m_fixture->newestRun()).prompt, QStringLiteral("Explain {{ x }} of Jinja"));
    QTRY_VERIFY(!page().hasRunningLanes());
}

void TestTemplates::aSentTextComesBackLiterally()
{
    composer().setPrompt(QStringLiteral("Explain \\{{x}}"));
    trigger("compare.send");
    QTRY_COMPARE(m_fixture->runs(), 1);
    QTRY_VERIFY(!page().hasRunningLanes());
    trigger("compare.editPrompt");
    QCOMPARE(composer().prompt(), QStringLiteral("Explain \\{{x}}"));
    QVERIFY(!form().isVisible());
    trigger("compare.resend");
    QTRY_COMPARE(m_fixture->runs(), 2);
    QCOMPARE(m_fixture->run(m_fixture->newestRun()).prompt, QStringLiteral("Explain {{x}}"));
    QTRY_VERIFY(!page().hasRunningLanes());
}

void TestTemplates::aTemplateIsFoundAndUsed()
{
    add(QStringLiteral("work/mail"), QStringLiteral("Answer"), QStringLiteral("Answer {{mail}}"));
    add({}, QStringLiteral("Haiku"), QStringLiteral("A haiku on {{topic}}"));
    trigger("compare.templates");
    QVERIFY(picker().isVisible());
    QCOMPARE(tree().topLevelItemCount(), 2);
    auto *const search = picker().findChild<QLineEdit *>(QStringLiteral("templateSearch"));
    QTest::keyClicks(search, QStringLiteral("topic hai"));
    QCOMPARE(tree().topLevelItemCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!picker().isVisible());
    QCOMPARE(composer().prompt(), QStringLiteral("A haiku on {{topic}}"));
    QTRY_VERIFY(field(QStringLiteral("topic"))->hasFocus());
}

void TestTemplates::aSystemTemplateLeavesThePrompt()
{
    add({}, QStringLiteral("Pirate"), QStringLiteral("Talk like {{who}}"), TemplateKind::System);
    composer().setPrompt(QStringLiteral("Hello"));
    trigger("compare.templates");
    emit picker().chosen(store().templates().constFirst());
    QCOMPARE(composer().prompt(), QStringLiteral("Hello"));
    QCOMPARE(composer().system(), QStringLiteral("Talk like {{who}}"));
    QVERIFY(form().isVisible());
    picker().hide();
}

void TestTemplates::thePromptIsSavedAsATemplate()
{
    add({}, QStringLiteral("Taken"), QStringLiteral("x"));
    composer().setPrompt(QStringLiteral("Do {{this}}"));
    trigger("compare.saveTemplate");
    auto *const editor = picker().findChild<TemplateEditor *>();
    QVERIFY(editor->isVisible());
    auto *const name = editor->findChild<QLineEdit *>(QStringLiteral("templateName"));
    auto *const save = editor->findChild<QToolButton *>(QStringLiteral("saveTemplate"));
    name->setText(QStringLiteral("Taken"));
    save->click();
    auto *const problem = editor->findChild<QLabel *>(QStringLiteral("templateProblem"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("\"Taken\"")));
    name->setText(QStringLiteral("Mine"));
    editor->findChild<QComboBox *>(QStringLiteral("templateFolder"))->setEditText(QStringLiteral("a/b"));
    save->click();
    QTRY_COMPARE(paths(), (QStringList{QStringLiteral("Taken"), QStringLiteral("a/b/Mine")}));
    QTRY_COMPARE(page().findChild<ToastArea *>()->message(),
                 QStringLiteral("The template a/b/Mine is saved."));
    QVERIFY(!editor->isVisible());
    QTest::keyClick(&picker(), Qt::Key_Escape);
    QVERIFY(!picker().isVisible());
}

void TestTemplates::anUnsavedTemplateIsThereAgain()
{
    composer().setPrompt(QStringLiteral("Do this"));
    trigger("compare.saveTemplate");
    auto *const editor = picker().findChild<TemplateEditor *>();
    auto *const name = editor->findChild<QLineEdit *>(QStringLiteral("templateName"));
    QTest::keyClick(name, Qt::Key_Escape); // nothing was written yet
    QVERIFY(!editor->isVisible() && picker().isVisible());
    picker().hide();
    trigger("compare.saveTemplate");
    name->setText(QStringLiteral("Half written"));
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!picker().isVisible());
    trigger("compare.templates");
    QVERIFY(editor->isVisible());
    QCOMPARE(name->text(), QStringLiteral("Half written"));
    editor->findChild<QToolButton *>(QStringLiteral("cancelTemplate"))->click();
    picker().hide();
    trigger("compare.templates");
    QVERIFY(!editor->isVisible());
    picker().hide();
}

void TestTemplates::deletingIsUndone()
{
    add(QStringLiteral("f"), QStringLiteral("One"), QStringLiteral("1"));
    add(QStringLiteral("f/g"), QStringLiteral("Two"), QStringLiteral("2"));
    trigger("compare.templates");
    tree().setCurrentItem(tree().topLevelItem(0)); // the folder
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QTRY_VERIFY(paths().isEmpty());
    auto *const toasts = page().findChild<ToastArea *>();
    QTRY_VERIFY2(toasts->message().startsWith(QStringLiteral("The folder f is deleted with")),
                 qPrintable(toasts->message()));
    picker().hide();
    for (QToolButton *button : toasts->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    }
    QTRY_COMPARE(paths(), (QStringList{QStringLiteral("f/One"), QStringLiteral("f/g/Two")}));
}

void TestTemplates::aFolderIsRenamedInTheTree()
{
    add(QStringLiteral("a/b"), QStringLiteral("One"), QStringLiteral("1"));
    trigger("compare.templates");
    QTreeWidgetItem *const inner = tree().topLevelItem(0)->child(0);
    QCOMPARE(inner->text(0), QStringLiteral("b"));
    inner->setText(0, QStringLiteral("c"));
    QTRY_COMPARE(paths(), QStringList{QStringLiteral("a/c/One")});
    picker().hide();
}

void TestTemplates::takenNamesAreAskedAbout()
{
    add({}, QStringLiteral("n"), QStringLiteral("mine"));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("n.md")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("theirs\n");
    file.close();
    auto *const transfer = page().findChild<TemplateTransfer *>();
    transfer->importFolder(folder.path());
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = page().findChild<QMessageBox *>(QStringLiteral("takenTemplates"))));
    QCOMPARE(store().templates().constFirst().text, QStringLiteral("mine")); // nothing before the answer
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().contains(QStringLiteral("Keep both")))
            button->click();
    }
    QTRY_COMPARE(paths(), (QStringList{QStringLiteral("n"), QStringLiteral("n (2)")}));
    QTRY_COMPARE(page().findChild<ToastArea *>()->message(), QStringLiteral("1 template was imported."));
    QTemporaryDir target;
    transfer->exportTo(target.path());
    QTRY_COMPARE(QDir(target.path()).entryList({QStringLiteral("*.md")}).size(), 2);
}

void TestTemplates::losesAreListed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("n.md")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("---\nauthor: me\n---\ntext\n");
    file.close();
    page().findChild<TemplateTransfer *>()->importFiles(
        {file.fileName(), folder.filePath(QStringLiteral("no.md"))});
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = page().findChild<QMessageBox *>(QStringLiteral("transferDetails"))));
    QCOMPARE(box->text(), QStringLiteral("1 template was imported."));
    QVERIFY(box->informativeText().contains(QStringLiteral("n.md: author")));
    QVERIFY(box->informativeText().contains(QStringLiteral("no.md cannot be read")));
    box->close();
}

SWITCHYARD_TEST(TestTemplates)

#include "tst_templates.moc"

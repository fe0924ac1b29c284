#include "core/prompts/templatestore.h"

#include "tests/support/await.h"
#include "tests/support/temporaryledger.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

class TemplateStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void templatesSurviveARestart();
    void theyAreOrderedByFolderAndName();
    void savingIsRefused_data();
    void savingIsRefused();
    void aTemplateIsRenamedMovedAndEdited();
    void removedOnesComeBack();
    void aFolderMovesWithWhatIsBelow();
    void aFolderDoesNotMoveOntoAnotherTemplate();
    void lastValuesAreKept();
    void importSaysWhatBecameOfEach();
    void importKeepsAllOrNothing();

private:
    void reopen();
    PromptTemplate make(const QString &path, const QString &text = QStringLiteral("Text"))
    {
        PromptTemplate entry;
        entry.folder = path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
        entry.name = path.section(u'/', -1);
        entry.text = text;
        return entry;
    }
    PromptTemplate add(const QString &path, const QString &text = QStringLiteral("Text"))
    {
        const Result<PromptTemplate> saved = await(m_store->save(make(path, text)));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }
    QString paths() const
    {
        QStringList all;
        for (const PromptTemplate &entry : m_store->templates())
            all.append(templatePath(entry));
        return all.join(u' ');
    }

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    std::unique_ptr<TemplateStore> m_store;
};

void TemplateStoreTest::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    reopen();
}

void TemplateStoreTest::cleanup()
{
    m_store.reset();
    m_ledger.reset();
}

void TemplateStoreTest::reopen()
{
    m_store.reset();
    m_ledger->reopen();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<TemplateStore>(m_ledger->database());
    QVERIFY(m_store->load());
}

void TemplateStoreTest::templatesSurviveARestart()
{
    PromptTemplate entry = make(QStringLiteral("work/mail/Answer"), QStringLiteral("Dear {{name}}"));
    entry.kind = TemplateKind::System;
    entry.lastValues.insert(QStringLiteral("name"), QStringLiteral("Ann"));
    entry.extra.insert(QStringLiteral("author"), QStringLiteral("me"));
    QSignalSpy changed(m_store.get(), &TemplateStore::changed);
    const Result<PromptTemplate> saved = await(m_store->save(entry));
    QVERIFY(saved);
    QVERIFY(saved->id > 0);
    QCOMPARE(changed.count(), 1);
    entry.id = saved->id;
    QCOMPARE(*saved, entry);
    reopen();
    QCOMPARE(m_store->templates(), QList<PromptTemplate>{entry});
    QCOMPARE(m_store->folders(), (QStringList{QStringLiteral("work"), QStringLiteral("work/mail")}));
}

void TemplateStoreTest::theyAreOrderedByFolderAndName()
{
    for (const char *path : {"b/z", "a", "b/a", "B/m", "Ä"})
        add(QString::fromUtf8(path));
    QCOMPARE(paths(), QString::fromUtf8("a Ä b/a B/m b/z"));
}

void TemplateStoreTest::savingIsRefused_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no name") << QString() << QStringLiteral("  ") << QStringLiteral("x")
                             << QStringLiteral("needs a name");
    QTest::newRow("a slash") << QString() << QStringLiteral("a/b") << QStringLiteral("x")
                             << QStringLiteral("slash");
    QTest::newRow("no text") << QString() << QStringLiteral("n") << QStringLiteral(" \n")
                             << QStringLiteral("no text");
    QTest::newRow("taken, however the folder is written")
        << QStringLiteral(" work // mail/") << QStringLiteral("taken ") << QStringLiteral("x")
        << QStringLiteral("\"work/mail/taken\"");
}

void TemplateStoreTest::savingIsRefused()
{
    add(QStringLiteral("work/mail/taken"));
    PromptTemplate entry;
    QFETCH(QString, folder);
    entry.folder = folder;
    QFETCH(QString, name);
    entry.name = name;
    QFETCH(QString, text);
    entry.text = text;
    QFETCH(QString, words);
    const Result<PromptTemplate> saved = await(m_store->save(entry));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(saved.error().message.contains(words), qPrintable(saved.error().message));
    QCOMPARE(paths(), QStringLiteral("work/mail/taken"));
}

void TemplateStoreTest::aTemplateIsRenamedMovedAndEdited()
{
    PromptTemplate entry = add(QStringLiteral("a/one"));
    add(QStringLiteral("a/two"));
    entry.folder = QStringLiteral("b/c");
    entry.name = QStringLiteral("three");
    entry.text = QStringLiteral("New");
    const Result<PromptTemplate> saved = await(m_store->save(entry));
    QVERIFY(saved);
    QCOMPARE(*saved, entry);
    QCOMPARE(paths(), QStringLiteral("a/two b/c/three"));
    QVERIFY(await(m_store->remove({entry.id})));
    const Result<PromptTemplate> gone = await(m_store->save(entry));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void TemplateStoreTest::removedOnesComeBack()
{
    const PromptTemplate one = add(QStringLiteral("a/one"));
    const PromptTemplate two = add(QStringLiteral("two"));
    const Result<QList<PromptTemplate>> removed = await(m_store->remove({one.id, two.id, 999}));
    QVERIFY(removed);
    QCOMPARE(*removed, (QList<PromptTemplate>{one, two}));
    QCOMPARE(paths(), QString());
    QVERIFY(await(m_store->restore(*removed)));
    QCOMPARE(m_store->find(one.id), std::optional(one));
    QCOMPARE(paths(), QStringLiteral("two a/one"));

    QVERIFY(await(m_store->remove({two.id})));
    add(QStringLiteral("two"));
    const Result<void> taken = await(m_store->restore({two}));
    QVERIFY(!taken);
    QVERIFY(taken.error().message.contains(QStringLiteral("\"two\"")));
}

void TemplateStoreTest::aFolderMovesWithWhatIsBelow()
{
    add(QStringLiteral("a/x"));
    add(QStringLiteral("a/b/y"));
    add(QStringLiteral("ab/z"));
    const Result<QList<PromptTemplate>> before =
        await(m_store->renameFolder(QStringLiteral("a"), QStringLiteral("ab/c")));
    QVERIFY(before);
    QCOMPARE(paths(), QStringLiteral("ab/z ab/c/x ab/c/b/y"));
    QVERIFY(await(m_store->moveBack(*before)));
    QCOMPARE(paths(), QStringLiteral("a/x a/b/y ab/z"));
    QVERIFY(await(m_store->renameFolder(QStringLiteral("a"), {}))); // dissolved
    QCOMPARE(paths(), QStringLiteral("x ab/z b/y"));
}

void TemplateStoreTest::aFolderDoesNotMoveOntoAnotherTemplate()
{
    add(QStringLiteral("a/x"));
    add(QStringLiteral("a/y"));
    add(QStringLiteral("b/y"));
    const Result<QList<PromptTemplate>> moved =
        await(m_store->renameFolder(QStringLiteral("a"), QStringLiteral("b")));
    QVERIFY(!moved);
    QVERIFY(moved.error().message.contains(QStringLiteral("\"b/y\"")));
    QCOMPARE(paths(), QStringLiteral("a/x a/y b/y"));
    reopen();
    QCOMPARE(paths(), QStringLiteral("a/x a/y b/y"));
}

void TemplateStoreTest::lastValuesAreKept()
{
    const PromptTemplate entry = add(QStringLiteral("n"), QStringLiteral("{{a}}"));
    QVERIFY(await(m_store->noteUse(entry.id, {{QStringLiteral("a"), QStringLiteral("ü\n2")}}, 1'700)));
    reopen();
    const std::optional<PromptTemplate> kept = m_store->find(QString(), QStringLiteral("n"));
    QVERIFY(kept);
    QCOMPARE(kept->lastValues.value(QStringLiteral("a")), QStringLiteral("ü\n2"));
    QCOMPARE(kept->usedAtMs, std::optional<qint64>(1'700));
}

void TemplateStoreTest::importSaysWhatBecameOfEach()
{
    add(QStringLiteral("f/same"), QStringLiteral("S"));
    add(QStringLiteral("f/other"), QStringLiteral("old"));
    const QList<PromptTemplate> entries{make(QStringLiteral("f/same"), QStringLiteral("S")),
                                        make(QStringLiteral("f/other"), QStringLiteral("new")),
                                        make(QStringLiteral("f/fresh"))};
    QCOMPARE(await(m_store->import(entries, TemplateConflict::Skip)).value(),
             (TemplateImport{1, 0, 0, 1, 1}));
    QCOMPARE(m_store->find(QStringLiteral("f"), QStringLiteral("other"))->text, QStringLiteral("old"));
    QCOMPARE(await(m_store->import(entries, TemplateConflict::KeepBoth)).value(),
             (TemplateImport{0, 0, 1, 0, 2}));
    QCOMPARE(m_store->find(QStringLiteral("f"), QStringLiteral("other (2)"))->text, QStringLiteral("new"));
    const qint64 id = m_store->find(QStringLiteral("f"), QStringLiteral("other"))->id;
    const QHash<QString, QString> values{{QStringLiteral("a"), QStringLiteral("1")}};
    QVERIFY(await(m_store->noteUse(id, values, 1'700)));
    QCOMPARE(await(m_store->import(entries, TemplateConflict::Replace)).value(),
             (TemplateImport{0, 1, 0, 0, 2}));
    QCOMPARE(m_store->find(id)->text, QStringLiteral("new"));
    QCOMPARE(m_store->find(id)->lastValues, values);
    QCOMPARE(m_store->find(id)->usedAtMs, std::optional<qint64>(1'700));
}

void TemplateStoreTest::importKeepsAllOrNothing()
{
    const Result<TemplateImport> imported = await(m_store->import(
        {make(QStringLiteral("good")), make(QStringLiteral("empty"), {})}, TemplateConflict::Skip));
    QVERIFY(!imported);
    QVERIFY(imported.error().message.contains(QStringLiteral("\"empty\"")));
    QVERIFY(m_store->templates().isEmpty());
}

SWITCHYARD_TEST(TemplateStoreTest)
#include "tst_templatestore.moc"

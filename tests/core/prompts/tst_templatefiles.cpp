#include "core/prompts/templatefiles.h"
#include "tests/support/testunit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class TemplateFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aFolderIsReadWithItsTree();
    void whatIsNotUnderstoodIsNamed();
    void anExportIsReadAgain();
    void anotherTextIsLeftAlone();
    void anUnwritableFolderIsSaid();

private:
    void write(const QString &path, const QByteArray &data)
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(path).path()));
        QFile file(m_folder->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(data), data.size());
    }
    static PromptTemplate make(const QString &folder, const QString &name, const QString &text)
    {
        PromptTemplate entry;
        entry.folder = folder;
        entry.name = name;
        entry.text = text;
        return entry;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TemplateFilesTest::aFolderIsReadWithItsTree()
{
    write(QStringLiteral("top.md"), "At the top\n");
    write(QStringLiteral("work/mail/answer.markdown"), "---\nname: Answer\nauthor: me\n---\nDear {{name}}\n");
    write(QStringLiteral("work/moved.txt"), "---\nfolder: elsewhere\n---\nText\n");
    write(QStringLiteral("picture.png"), "no template");
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("top.md")),
                        m_folder->filePath(QStringLiteral("link.md"))));
    const TemplateFiles files = readTemplateFolder(m_folder->path());
    QCOMPARE(files.problems, QStringList());
    QStringList paths;
    for (const PromptTemplate &entry : files.entries)
        paths.append(templatePath(entry));
    QCOMPARE(paths,
             (QStringList{QStringLiteral("top"), QStringLiteral("work/mail/Answer"),
                          QStringLiteral("elsewhere/moved")}));
    QCOMPARE(files.unknown, QStringList{QStringLiteral("answer.markdown: author")});
}

void TemplateFilesTest::whatIsNotUnderstoodIsNamed()
{
    write(QStringLiteral("good.md"), "Good");
    write(QStringLiteral("bad.md"), "---\nkind: x\n---\nText");
    write(QStringLiteral("large.md"), QByteArray(int(kMostTemplateBytes) + 1, 'x'));
    const TemplateFiles files = readTemplateFiles(
        {m_folder->filePath(QStringLiteral("good.md")), m_folder->filePath(QStringLiteral("bad.md")),
         m_folder->filePath(QStringLiteral("large.md")), m_folder->filePath(QStringLiteral("no.md"))});
    QCOMPARE(files.entries.size(), 1);
    QCOMPARE(files.problems.size(), 3);
    QVERIFY(files.problems.at(0).startsWith(QStringLiteral("bad.md: `kind`")));
    QCOMPARE(files.problems.at(1), QStringLiteral("large.md cannot be read: it is larger than 1 MB"));
    QVERIFY(files.problems.at(2).startsWith(QStringLiteral("no.md cannot be read: ")));
}

void TemplateFilesTest::anExportIsReadAgain()
{
    const QList<PromptTemplate> entries{
        make({}, QStringLiteral("A: b?"), QStringLiteral("one")),
        make(QStringLiteral("f/g"), QStringLiteral("ü"), QStringLiteral("two {{x}}"))};
    const TemplateExport written = writeTemplateFolder(m_folder->path(), entries);
    QCOMPARE(written.written, 2);
    QCOMPARE(written.problems, QStringList());
    QCOMPARE(readTemplateFolder(m_folder->path()).entries, entries);
    // Again it is the same files.
    QCOMPARE(writeTemplateFolder(m_folder->path(), entries).besides, 0);
    QCOMPARE(readTemplateFolder(m_folder->path()).entries.size(), 2);
}

void TemplateFilesTest::anotherTextIsLeftAlone()
{
    write(QStringLiteral("n.md"), "somebody's own file");
    const TemplateExport written =
        writeTemplateFolder(m_folder->path(), {make({}, QStringLiteral("n"), QStringLiteral("mine"))});
    QCOMPARE(written.besides, 1);
    QFile file(m_folder->filePath(QStringLiteral("n.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("somebody's own file"));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("n (2).md"))));
}

void TemplateFilesTest::anUnwritableFolderIsSaid()
{
    write(QStringLiteral("file"), "x");
    const TemplateExport written = writeTemplateFolder(m_folder->filePath(QStringLiteral("file")),
                                                       {make({}, QStringLiteral("n"), QStringLiteral("t"))});
    QCOMPARE(written.written, 0);
    QCOMPARE(written.problems.size(), 1);
    QVERIFY(written.problems.constFirst().startsWith(QStringLiteral("n.md cannot be written: ")));
}

SWITCHYARD_TEST(TemplateFilesTest)
#include "tst_templatefiles.moc"

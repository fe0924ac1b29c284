#include "core/settings/lineupstore.h"

#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/emptyledger.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using test::await;

class LineUpStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savedLineUpsSurviveARestart();
    void savingUnderATakenNameReplaces();
    void namesAreCheckedAndTrimmed();
    void theOrderIsTheUsers_data();
    void theOrderIsTheUsers();
    void renamingAndRemoving();
    void favouritesAreASet();
    void foreignJsonGivesWhatCanBeRead();
    void repeatsAndLayoutAreKept();
    void rowsFromBeforeLayoutsAreRead();

private:
    void reopen();
    QString names() const
    {
        QStringList all;
        for (const LineUp &lineUp : m_store->lineUps())
            all.append(lineUp.name);
        return all.join(u' ');
    }
    LineUp save(const QString &name) { return *await(m_store->save(name, {{QStringLiteral("a/m")}})); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<LineUpStore> m_store;
};

void LineUpStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::provideLedger(m_folder->filePath(QStringLiteral("ledger.sqlite")));
    reopen();
}

void LineUpStoreTest::cleanup()
{
    m_store.reset();
    m_database.reset();
}

void LineUpStoreTest::reopen()
{
    cleanup();
    auto opened = Database::open(m_folder->filePath(QStringLiteral("ledger.sqlite")));
    QVERIFY(opened);
    m_database = std::move(*opened);
    m_store = std::make_unique<LineUpStore>(*m_database);
    QVERIFY(m_store->load());
}

void LineUpStoreTest::savedLineUpsSurviveARestart()
{
    const QList<LineUpTarget> targets{
        {QStringLiteral("openai/gpt-4o"), {{QStringLiteral("temperature"), 0.2}}},
        {QStringLiteral("router/vendor/model:free")},
        {QStringLiteral("openai/gpt-4o")}};
    const LineUp saved = *await(m_store->save(QStringLiteral("daily four"), targets));
    QVERIFY(saved.id > 0);
    reopen();
    QCOMPARE(m_store->lineUps().size(), 1);
    QVERIFY(m_store->lineUps().first() == saved);
    QVERIFY(m_store->find(QStringLiteral("daily four"))->targets == targets);
    QVERIFY(!m_store->find(QStringLiteral("weekly")));
}

void LineUpStoreTest::savingUnderATakenNameReplaces()
{
    const LineUp first = save(QStringLiteral("one"));
    save(QStringLiteral("two"));
    QSignalSpy changed(m_store.get(), &LineUpStore::changed);
    const LineUp again = *await(m_store->save(QStringLiteral("one"), {}));
    QCOMPARE(again.id, first.id);
    QVERIFY(again.targets.isEmpty());
    QCOMPARE(names(), QStringLiteral("one two"));
    QCOMPARE(changed.size(), 1);
}

void LineUpStoreTest::namesAreCheckedAndTrimmed()
{
    QCOMPARE(save(QStringLiteral("  padded ")).name, QStringLiteral("padded"));
    QCOMPARE(await(m_store->save(QStringLiteral("  "), {})).error().kind, ErrorKind::InvalidRequest);
    const LineUp other = save(QStringLiteral("other"));
    QCOMPARE(await(m_store->rename(other.id, QStringLiteral("padded"))).error().kind,
             ErrorKind::InvalidRequest);
    QCOMPARE(await(m_store->rename(other.id, QString())).error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(await(m_store->rename(99, QStringLiteral("new"))).error().kind, ErrorKind::NotFound);
    QVERIFY(await(m_store->rename(other.id, QStringLiteral("other"))));
    QCOMPARE(names(), QStringLiteral("padded other"));
}

void LineUpStoreTest::theOrderIsTheUsers_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("order");
    QTest::newRow("the last to the front") << 2 << 0 << QStringLiteral("c a b");
    QTest::newRow("the first to the middle") << 0 << 1 << QStringLiteral("b a c");
    QTest::newRow("beyond the end") << 0 << 99 << QStringLiteral("b c a");
    QTest::newRow("before the beginning") << 1 << -3 << QStringLiteral("b a c");
    QTest::newRow("to where it is") << 1 << 1 << QStringLiteral("a b c");
}

void LineUpStoreTest::theOrderIsTheUsers()
{
    QFETCH(int, which);
    QFETCH(int, position);
    QFETCH(QString, order);
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        save(name);
    QVERIFY(await(m_store->move(m_store->lineUps().at(which).id, position)));
    QCOMPARE(names(), order);
    save(QStringLiteral("z"));
    reopen();
    QCOMPARE(names(), QString(order + QStringLiteral(" z")));
    QCOMPARE(await(m_store->move(99, 0)).error().kind, ErrorKind::NotFound);
}

void LineUpStoreTest::renamingAndRemoving()
{
    const LineUp one = save(QStringLiteral("one"));
    const LineUp two = save(QStringLiteral("two"));
    QVERIFY(await(m_store->rename(one.id, QStringLiteral("uno"))));
    QVERIFY(await(m_store->remove(two.id)));
    QCOMPARE(names(), QStringLiteral("uno"));
    reopen();
    QCOMPARE(names(), QStringLiteral("uno"));
}

void LineUpStoreTest::favouritesAreASet()
{
    QSignalSpy changed(m_store.get(), &LineUpStore::favouritesChanged);
    QVERIFY(await(m_store->setFavourite(QStringLiteral("a/m"), true)));
    QVERIFY(await(m_store->setFavourite(QStringLiteral("a/m"), true)));
    QVERIFY(await(m_store->setFavourite(QStringLiteral("b/n"), true)));
    QVERIFY(await(m_store->setFavourite(QStringLiteral("b/n"), false)));
    QCOMPARE(changed.size(), 4);
    reopen();
    QCOMPARE(m_store->favourites(), QSet<QString>{QStringLiteral("a/m")});
}

void LineUpStoreTest::foreignJsonGivesWhatCanBeRead()
{
    const QJsonArray json{
        42, QJsonObject{},
        QJsonObject{{QStringLiteral("target"), QStringLiteral("a/m")}, {QStringLiteral("parameters"), 3}}};
    const QList<LineUpTarget> targets = lineUpFromJson(json);
    QCOMPARE(targets.size(), 1);
    QVERIFY(targets.first() == LineUpTarget{QStringLiteral("a/m")});
    QVERIFY(lineUpFromJson(lineUpToJson(targets)) == targets);
}

void LineUpStoreTest::repeatsAndLayoutAreKept()
{
    const QList<LineUpTarget> targets{{QStringLiteral("a/m"), {{QStringLiteral("seed"), 4}}, 5},
                                      {QStringLiteral("b/n")}};
    const QJsonObject layout{{QStringLiteral("mode"), QStringLiteral("grid")}};
    const LineUp saved = *await(m_store->save(QStringLiteral("five"), targets, layout));
    reopen();
    QVERIFY(*m_store->find(QStringLiteral("five")) == saved);
    QCOMPARE(m_store->find(QStringLiteral("five"))->targets.first().repeats, 5);
    QCOMPARE(m_store->find(QStringLiteral("five"))->layout, layout);
    QVERIFY(await(m_store->save(QStringLiteral("five"), targets))); // saved anew without a layout
    reopen();
    QVERIFY(m_store->find(QStringLiteral("five"))->layout.isEmpty());
    const QJsonArray wild{
        QJsonObject{{QStringLiteral("target"), QStringLiteral("a/m")}, {QStringLiteral("repeats"), 5'000}},
        QJsonObject{{QStringLiteral("target"), QStringLiteral("a/m")},
                    {QStringLiteral("repeats"), QStringLiteral("x")}},
        QJsonObject{{QStringLiteral("target"), QStringLiteral("a/m")}, {QStringLiteral("repeats"), -1}}};
    QList<int> repeats;
    for (const LineUpTarget &target : lineUpFromJson(wild))
        repeats.append(target.repeats);
    QCOMPARE(repeats, QList<int>({LineUpTarget::kMostRepeats, 1, 1}));
}

void LineUpStoreTest::rowsFromBeforeLayoutsAreRead()
{
    QVERIFY(await(m_database->write([](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("INSERT INTO line_ups (name, position, targets) VALUES ('old', 0, "
                                        "'[{\"target\":\"a/m\"}]')"))
            .run();
    })));
    reopen();
    const std::optional<LineUp> old = m_store->find(QStringLiteral("old"));
    QVERIFY(old);
    QVERIFY(old->layout.isEmpty());
    QCOMPARE(old->targets, QList<LineUpTarget>{{QStringLiteral("a/m")}});
}

SWITCHYARD_TEST(LineUpStoreTest)
#include "tst_lineupstore.moc"

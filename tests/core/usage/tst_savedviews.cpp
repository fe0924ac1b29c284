#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/usage/savedviews.h"
#include "tests/support/temporaryledger.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::TemporaryLedger;

namespace {

const QDate kViewsDay(2026, 11, 22);

ExploreQuery savedQuery(const char *group)
{
    ExploreQuery query;
    query.group = QString::fromLatin1(group);
    query.period = periodOf(PeriodKind::Last7Days, kViewsDay);
    return query;
}

} // namespace

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void viewsSurviveARestart();
    void savingUnderANameReplacesItsView();
    void aViewIsRenamedInItsPlace();
    void namesThatCannotBeAreRefused_data();
    void namesThatCannotBeAreRefused();
    void whatIsGoneCannotBeChanged();
    void damagedEntriesAreKeptAndSaid_data();
    void damagedEntriesAreKeptAndSaid();
    void aValueThatIsNoListIsKept();

private:
    void start();
    QStringList names() const;

    std::unique_ptr<TemporaryLedger> m_ledger;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SavedViewStore> m_store;
};

void TestSavedViews::init()
{
    m_ledger = std::make_unique<TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    start();
}

void TestSavedViews::cleanup()
{
    m_store.reset();
    m_settings.reset();
    m_ledger.reset();
}

void TestSavedViews::start()
{
    m_settings = std::make_unique<Settings>(m_ledger->database());
    QVERIFY(m_settings->load());
    m_store = std::make_unique<SavedViewStore>(*m_settings);
}

QStringList TestSavedViews::names() const
{
    QStringList names;
    const SavedViewStore::Views views = m_store->list(kViewsDay);
    for (const SavedView &view : views.views)
        names.append(view.name);
    return names;
}

void TestSavedViews::viewsSurviveARestart()
{
    QVERIFY(m_store->save(QStringLiteral(" By model "), savedQuery("model")));
    QVERIFY(m_store->save(QStringLiteral("By task"), savedQuery("task")));
    m_store.reset();
    m_settings.reset();
    m_ledger->reopen();
    start();
    const SavedViewStore::Views views = m_store->list(kViewsDay);
    QVERIFY(views.problems.isEmpty());
    QCOMPARE(names(), (QStringList{QStringLiteral("By model"), QStringLiteral("By task")}));
    QVERIFY(views.views.at(1).query == savedQuery("task"));
}

void TestSavedViews::savingUnderANameReplacesItsView()
{
    QVERIFY(m_store->save(QStringLiteral("Mine"), savedQuery("model")));
    QVERIFY(m_store->save(QStringLiteral("Other"), savedQuery("model")));
    QVERIFY(m_store->save(QStringLiteral("Mine"), savedQuery("rule")));
    QCOMPARE(names(), (QStringList{QStringLiteral("Mine"), QStringLiteral("Other")}));
    QCOMPARE(m_store->list(kViewsDay).views.constFirst().query.group, QStringLiteral("rule"));
}

void TestSavedViews::aViewIsRenamedInItsPlace()
{
    QVERIFY(m_store->save(QStringLiteral("One"), savedQuery("model")));
    QVERIFY(m_store->save(QStringLiteral("Two"), savedQuery("task")));
    QVERIFY(m_store->rename(QStringLiteral("One"), QStringLiteral("Uno")));
    QVERIFY(m_store->rename(QStringLiteral("Uno"), QStringLiteral("Uno")));
    QCOMPARE(names(), (QStringList{QStringLiteral("Uno"), QStringLiteral("Two")}));
    QCOMPARE(m_store->rename(QStringLiteral("Uno"), QStringLiteral("Two")).error().kind,
             ErrorKind::InvalidRequest);
    QVERIFY(m_store->remove(QStringLiteral("Uno")));
    QCOMPARE(names(), QStringList{QStringLiteral("Two")});
}

void TestSavedViews::namesThatCannotBeAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << QStringLiteral("   ");
    QTest::newRow("no letter") << QStringLiteral("--");
    QTest::newRow("81 characters") << QString(81, u'x');
}

void TestSavedViews::namesThatCannotBeAreRefused()
{
    QFETCH(QString, name);
    QCOMPARE(m_store->save(name, savedQuery("model")).error().kind, ErrorKind::InvalidRequest);
    QVERIFY(names().isEmpty());
    QVERIFY(m_store->save(QString(80, u'x'), savedQuery("model")));
}

void TestSavedViews::whatIsGoneCannotBeChanged()
{
    QCOMPARE(m_store->remove(QStringLiteral("Gone")).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->rename(QStringLiteral("Gone"), QStringLiteral("Back")).error().kind,
             ErrorKind::NotFound);
}

void TestSavedViews::damagedEntriesAreKeptAndSaid_data()
{
    QTest::addColumn<QJsonValue>("entry");
    QTest::addColumn<QString>("word");
    QTest::newRow("a number") << QJsonValue(3) << QStringLiteral("no name");
    QTest::newRow("a view without a query")
        << QJsonValue(QJsonObject{{QStringLiteral("name"), QStringLiteral("Broken")}})
        << QStringLiteral("Broken");
    QTest::newRow("a metric of another version") << QJsonValue(QJsonObject{
        {QStringLiteral("name"), QStringLiteral("New")},
        {QStringLiteral("query"), QJsonObject{{QStringLiteral("metric"), QStringLiteral("happiness")}}}})
                                                 << QStringLiteral("happiness");
}

void TestSavedViews::damagedEntriesAreKeptAndSaid()
{
    QFETCH(QJsonValue, entry);
    QFETCH(QString, word);
    QVERIFY(m_settings->set(settings::kUsageViews, QJsonArray{entry}));
    QVERIFY(m_store->save(QStringLiteral("Good"), savedQuery("model")));
    QVERIFY(m_store->remove(QStringLiteral("Good")));
    QCOMPARE(m_settings->get(settings::kUsageViews), QJsonArray{entry});
    const SavedViewStore::Views views = m_store->list(kViewsDay);
    QVERIFY(views.views.isEmpty());
    QCOMPARE(views.problems.size(), 1);
    QVERIFY2(views.problems.constFirst().contains(word), qPrintable(views.problems.constFirst()));
}

void TestSavedViews::aValueThatIsNoListIsKept()
{
    const Setting<QString> text{settings::kUsageViews.key, QString()};
    QVERIFY(m_settings->set(text, QStringLiteral("what was here")));
    QCOMPARE(m_store->list(kViewsDay).problems.size(), 1);
    QVERIFY(m_store->save(QStringLiteral("Good"), savedQuery("model")));
    QCOMPARE(m_settings->get(settings::kUsageViews).at(0).toString(), QStringLiteral("what was here"));
    QCOMPARE(names(), QStringList{QStringLiteral("Good")});
}

SWITCHYARD_TEST(TestSavedViews)

#include "tst_savedviews.moc"

#include "core/routing/rulesetstore.h"

#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/temporaryledger.h"
#include "tests/support/testunit.h"

#include <QSignalSpy>
#include <QTest>

using namespace core;
using test::await;

/// Rule sets in a real ledger.
class RuleSetStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anEmptyLedgerHasNone();
    void aDraftSurvivesARestartAndDoesNotRun();
    void anActivatedVersionRunsAndItsDraftGoes();
    void versionsAreNumberedAndStayAsTheyWere();
    void activationsAreRecordedWithTheirTime();
    void anEarlierVersionComesBack();
    void anActivationThatFailsLeavesEverythingAsItWas();
    void aSetCanBePutOutOfUse();
    void namesAreChecked_data();
    void namesAreChecked();
    void aNameIsTakenInAnyCase();
    void renamingKeepsVersionsAndRenamesTheRules();
    void removingTakesVersionsAlong();
    void whatIsNotThereIsNotFound();
    void theDefaultIsTheOneLastActivated();
    void twoStoresOnOneFileDoNotOverwriteEachOther();
    void aDocumentThatCannotBeReadIsKeptAndNamed_data();
    void aDocumentThatCannotBeReadIsKeptAndNamed();
    void aDraftThatCannotBeReadBecomesAVersionBeforeAnother_data();
    void aDraftThatCannotBeReadBecomesAVersionBeforeAnother();
    void anUnreadableVersionIsListedButNotActivated();
    void membersOfANewerDocumentAreWrittenBack();
    void aRouterStaysInPlaceWhileAnotherSetChanges();
    void setsFindOneAnotherByName();

private:
    void reopen();
    Result<void> run(const QString &sql);
    QString text(const QString &sql);
    int activate(const QString &name, const RuleSet &rules, const QString &comment = {});
    QStringList names() const;

    std::unique_ptr<test::TemporaryLedger> m_ledger;
    test::FakeClock m_clock;
    std::unique_ptr<RuleSetStore> m_store;
};

namespace {

const QString kFirst = QStringLiteral("three buckets");

ChainTarget chainTarget(const char *account, const char *model)
{
    return ChainTarget{{QString::fromLatin1(account), QString::fromLatin1(model)}};
}

/// Summaries go to `cheap/model`, everything else to `strong/model`.
RuleSet buckets(const char *cheap = "little")
{
    RuleSet rules;
    rules.name = kFirst;
    Rule summaries;
    summaries.name = QStringLiteral("summaries");
    summaries.when = testCondition({Field::Task, Operator::Is, {}, {QStringLiteral("summarize")}});
    summaries.chain.targets = {chainTarget("cheap", cheap)};
    rules.rules = {summaries};
    rules.otherwise.chain.targets = {chainTarget("strong", "model")};
    return rules;
}

QString firstModel(const std::optional<RuleSet> &rules)
{
    return rules ? rules->rules.value(0).chain.targets.value(0).name.model : QStringLiteral("nothing");
}

} // namespace

void RuleSetStoreTest::init()
{
    m_ledger = std::make_unique<test::TemporaryLedger>();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
}

void RuleSetStoreTest::cleanup()
{
    m_store.reset();
    m_ledger.reset();
}

void RuleSetStoreTest::reopen()
{
    m_store.reset();
    m_ledger->reopen();
    QVERIFY2(m_ledger->isOpen(), qPrintable(m_ledger->problem()));
    m_store = std::make_unique<RuleSetStore>(m_ledger->database(), m_clock);
    QVERIFY(m_store->load());
}

Result<void> RuleSetStoreTest::run(const QString &sql)
{
    return await(
        m_ledger->database().write([sql](Connection &connection) { return connection.execute(sql); }));
}

QString RuleSetStoreTest::text(const QString &sql)
{
    QString found;
    const Result<bool> read = m_ledger->database().readNow([&](Connection &connection) {
        return Statement(connection, sql).first([&found](const Statement &row) { found = row.text(0); });
    });
    return read ? found : read.error().message;
}

int RuleSetStoreTest::activate(const QString &name, const RuleSet &rules, const QString &comment)
{
    return await(m_store->activate(name, rules, comment, false)).valueOr(-1);
}

QStringList RuleSetStoreTest::names() const
{
    QStringList names;
    for (const RuleSetEntry &entry : m_store->entries())
        names.append(entry.name);
    return names;
}

void RuleSetStoreTest::anEmptyLedgerHasNone()
{
    QVERIFY(m_store->entries().isEmpty());
    QVERIFY(!m_store->find(kFirst));
    QVERIFY(!m_store->router(kFirst));
    QCOMPARE(m_store->defaultName(), QString());
}

void RuleSetStoreTest::aDraftSurvivesARestartAndDoesNotRun()
{
    QSignalSpy changed(m_store.get(), &RuleSetStore::changed);
    QVERIFY(await(m_store->saveDraft(kFirst, buckets())));
    QCOMPARE(changed.size(), 1);
    reopen();
    const RuleSetEntry *entry = m_store->find(kFirst);
    QVERIFY(entry);
    QVERIFY(entry->draft == buckets());
    QVERIFY(!entry->active);
    QCOMPARE(entry->activeVersion, 0);
    QCOMPARE(entry->newestVersion, 0);
    QCOMPARE(entry->problem, QString());
    QVERIFY(!m_store->router(kFirst));
    QCOMPARE(m_store->defaultName(), QString());
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("smaller"))));
    QCOMPARE(firstModel(m_store->find(kFirst)->draft), QStringLiteral("smaller"));
    QVERIFY(await(m_store->dropDraft(kFirst)));
    QVERIFY(!m_store->find(kFirst)->draft);
    QCOMPARE(names(), QStringList{kFirst});
}

void RuleSetStoreTest::anActivatedVersionRunsAndItsDraftGoes()
{
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("draft"))));
    QCOMPARE(activate(kFirst, buckets("first")), 1);
    for (const char *moment : {"at once", "after a restart"}) {
        const RuleSetEntry *entry = m_store->find(kFirst);
        QVERIFY2(entry && entry->activeVersion == 1 && entry->newestVersion == 1, moment);
        QCOMPARE(firstModel(entry->active), QStringLiteral("first"));
        QVERIFY2(!entry->draft, moment);
        const Router *router = m_store->router(kFirst);
        QVERIFY2(router, moment);
        QVERIFY2(router->rules() == buckets("first"), moment);
        reopen();
    }
}

void RuleSetStoreTest::versionsAreNumberedAndStayAsTheyWere()
{
    QCOMPARE(activate(kFirst, buckets("first"), QStringLiteral("to begin with")), 1);
    m_clock.advance(std::chrono::hours(1));
    QCOMPARE(activate(kFirst, buckets("second"), QStringLiteral("cheaper")), 2);
    QCOMPARE(activate(QStringLiteral("another"), buckets()), 1);
    reopen();
    const QList<RuleSetVersion> versions = *await(m_store->versions(kFirst));
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].number, 2);
    QCOMPARE(versions[0].comment, QStringLiteral("cheaper"));
    QVERIFY(versions[0].rules == buckets("second"));
    QCOMPARE(versions[1].number, 1);
    QCOMPARE(versions[1].comment, QStringLiteral("to begin with"));
    QVERIFY(versions[1].rules == buckets("first"));
    QCOMPARE(versions[0].savedAtMs - versions[1].savedAtMs, 3'600'000);
}

void RuleSetStoreTest::activationsAreRecordedWithTheirTime()
{
    const qint64 begin = m_clock.utcMs();
    QVERIFY(await(m_store->activate(kFirst, buckets("first"), QStringLiteral("unchecked"), false)));
    m_clock.advance(std::chrono::seconds(5));
    QVERIFY(await(m_store->activate(kFirst, buckets("second"), QStringLiteral("judged"), true)));
    m_clock.advance(std::chrono::seconds(5));
    QVERIFY(await(m_store->activateVersion(kFirst, 1)));
    const QList<Activation> activations = *await(m_store->activations(kFirst));
    QCOMPARE(activations.size(), 3);
    QCOMPARE(activations[0].version, 1);
    QCOMPARE(activations[0].atMs, begin + 10'000);
    QCOMPARE(activations[1].version, 2);
    QCOMPARE(activations[1].comment, QStringLiteral("judged"));
    QVERIFY(activations[1].checked);
    QCOMPARE(activations[2].version, 1);
    QCOMPARE(activations[2].atMs, begin);
    QVERIFY(!activations[2].checked);
    QCOMPARE(m_store->find(kFirst)->activatedAtMs, begin + 10'000);
}

void RuleSetStoreTest::anEarlierVersionComesBack()
{
    activate(kFirst, buckets("first"));
    activate(kFirst, buckets("second"));
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("third"))));
    QVERIFY(await(m_store->activateVersion(kFirst, 1)));
    for (int start = 0; start < 2; ++start) {
        const RuleSetEntry *entry = m_store->find(kFirst);
        QCOMPARE(entry->activeVersion, 1);
        QCOMPARE(entry->newestVersion, 2);
        QCOMPARE(firstModel(entry->active), QStringLiteral("first"));
        QCOMPARE(firstModel(entry->draft), QStringLiteral("third"));
        reopen();
    }
    QCOMPARE(activate(kFirst, buckets("third")), 3);
}

void RuleSetStoreTest::anActivationThatFailsLeavesEverythingAsItWas()
{
    activate(kFirst, buckets("first"));
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("draft"))));
    QVERIFY(run(QStringLiteral("CREATE TRIGGER full BEFORE INSERT ON rule_set_activations "
                               "BEGIN SELECT raise(ABORT, 'the disk is full'); END")));
    QSignalSpy changed(m_store.get(), &RuleSetStore::changed);
    const Result<int> second = await(m_store->activate(kFirst, buckets("second"), {}, false));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Storage);
    const Result<int> fresh = await(m_store->activate(QStringLiteral("fresh"), buckets(), {}, false));
    QVERIFY(!fresh);
    QCOMPARE(changed.size(), 0);
    for (int start = 0; start < 2; ++start) {
        QCOMPARE(names(), QStringList{kFirst});
        const RuleSetEntry *entry = m_store->find(kFirst);
        QCOMPARE(entry->activeVersion, 1);
        QCOMPARE(entry->newestVersion, 1);
        QCOMPARE(firstModel(entry->active), QStringLiteral("first"));
        QCOMPARE(firstModel(entry->draft), QStringLiteral("draft"));
        QCOMPARE(firstModel(m_store->router(kFirst)->rules()), QStringLiteral("first"));
        reopen();
    }
}

void RuleSetStoreTest::aSetCanBePutOutOfUse()
{
    activate(kFirst, buckets("first"));
    QVERIFY(await(m_store->deactivate(kFirst)));
    QVERIFY(!m_store->router(kFirst));
    QCOMPARE(m_store->find(kFirst)->activeVersion, 0);
    QCOMPARE(m_store->find(kFirst)->newestVersion, 1);
    QCOMPARE(m_store->defaultName(), QString());
    reopen();
    QVERIFY(!m_store->router(kFirst));
    QVERIFY(await(m_store->activateVersion(kFirst, 1)));
    QVERIFY(m_store->router(kFirst));
}

void RuleSetStoreTest::namesAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *title, const char *name, bool accepted) {
        QTest::newRow(title) << QString::fromUtf8(name) << accepted;
    };
    row("words", "three buckets", true);
    row("digits and marks", "v1.2_cheap-first", true);
    row("letters of another alphabet", "günstig 便宜", true);
    row("nothing", "", false);
    row("a space at the end", "cheap ", false);
    row("a space at the beginning", " cheap", false);
    row("a slash", "a/b", false);
    row("what names a version", "cheap@2", false);
    row("a line break", "a\nb", false);
    row("the account of rule sets", "route", false);
    row("the simulator's account", "Demo", false);
    QTest::newRow("60 characters") << QString(60, u'x') << true;
    QTest::newRow("61 characters") << QString(61, u'x') << false;
}

void RuleSetStoreTest::namesAreChecked()
{
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    QCOMPARE(bool(validateRuleSetName(name)), accepted);
    const Result<void> saved = await(m_store->saveDraft(name, buckets()));
    QCOMPARE(bool(saved), accepted);
    const Result<int> activated = await(m_store->activate(name, buckets(), {}, false));
    QCOMPARE(bool(activated), accepted);
    QVERIFY(await(m_store->saveDraft(QStringLiteral("other"), buckets())));
    const Result<void> renamed = await(m_store->rename(QStringLiteral("other"), name));
    QVERIFY(!renamed); // taken when it is good
    if (!accepted) {
        for (const Error &error : {saved.error(), activated.error(), renamed.error()}) {
            QCOMPARE(error.kind, ErrorKind::InvalidRequest);
            QVERIFY2(error.message.contains(QStringLiteral("“%1”").arg(name)), qPrintable(error.message));
        }
    }
    QCOMPARE(m_store->entries().size(), accepted ? 2 : 1);
}

void RuleSetStoreTest::aNameIsTakenInAnyCase()
{
    activate(QStringLiteral("Cheap"), buckets());
    activate(QStringLiteral("Fast"), buckets());
    const QList<Result<void>> refused{
        await(m_store->saveDraft(QStringLiteral("cheap"), buckets())),
        await(m_store->rename(QStringLiteral("Fast"), QStringLiteral("CHEAP"))),
    };
    for (const Result<void> &each : refused) {
        QVERIFY(!each);
        QCOMPARE(each.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(each.error().message.contains(QStringLiteral("“Cheap”")));
    }
    QVERIFY(await(m_store->rename(QStringLiteral("Cheap"), QStringLiteral("cheap"))));
    QCOMPARE(names(), (QStringList{QStringLiteral("cheap"), QStringLiteral("Fast")}));
}

void RuleSetStoreTest::renamingKeepsVersionsAndRenamesTheRules()
{
    activate(kFirst, buckets("first"));
    activate(kFirst, buckets("second"));
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("third"))));
    const QString name = QStringLiteral("two buckets");
    QVERIFY(await(m_store->rename(kFirst, name)));
    for (int start = 0; start < 2; ++start) {
        QCOMPARE(names(), QStringList{name});
        QVERIFY(!m_store->find(kFirst) && !m_store->router(kFirst));
        QCOMPARE(m_store->router(name)->rules().name, name);
        QCOMPARE(m_store->find(name)->draft->name, name);
        const QList<RuleSetVersion> versions = *await(m_store->versions(name));
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[1].rules.name, name);
        QCOMPARE(firstModel(versions[1].rules), QStringLiteral("first"));
        reopen();
    }
    QVERIFY(await(m_store->rename(name, name)));
}

void RuleSetStoreTest::removingTakesVersionsAlong()
{
    activate(kFirst, buckets("first"));
    activate(QStringLiteral("other"), buckets("other"));
    QVERIFY(await(m_store->remove(kFirst)));
    QCOMPARE(names(), QStringList{QStringLiteral("other")});
    QVERIFY(!m_store->router(kFirst));
    QCOMPARE(text(QStringLiteral("SELECT count(*) FROM rule_set_versions")), QStringLiteral("1"));
    QCOMPARE(text(QStringLiteral("SELECT count(*) FROM rule_set_activations")), QStringLiteral("1"));
    QCOMPARE(activate(kFirst, buckets("again")), 1);
}

void RuleSetStoreTest::whatIsNotThereIsNotFound()
{
    const QString none = QStringLiteral("nothing");
    activate(kFirst, buckets());
    const QList<Result<void>> results{
        await(m_store->dropDraft(none)),  await(m_store->activateVersion(none, 1)),
        await(m_store->deactivate(none)), await(m_store->rename(none, QStringLiteral("else"))),
        await(m_store->remove(none)),     await(m_store->activateVersion(kFirst, 2)),
    };
    for (const Result<void> &each : results) {
        QVERIFY(!each);
        QCOMPARE(each.error().kind, ErrorKind::NotFound);
    }
    QVERIFY(results.first().error().message.contains(none));
    QCOMPARE(await(m_store->versions(none)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(m_store->activations(none)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->find(kFirst)->activeVersion, 1);
}

void RuleSetStoreTest::theDefaultIsTheOneLastActivated()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QVERIFY(await(m_store->saveDraft(QStringLiteral("draft"), buckets())));
    activate(b, buckets());
    QCOMPARE(m_store->defaultName(), b);
    activate(a, buckets());
    QCOMPARE(m_store->defaultName(), a);
    // The clock stands still: the order counts.
    QVERIFY(await(m_store->activateVersion(b, 1)));
    QCOMPARE(m_store->defaultName(), b);
    reopen();
    QCOMPARE(m_store->defaultName(), b);
    QVERIFY(await(m_store->deactivate(b)));
    QCOMPARE(m_store->defaultName(), a);
}

void RuleSetStoreTest::twoStoresOnOneFileDoNotOverwriteEachOther()
{
    const Result<std::unique_ptr<Database>> opened = Database::open(m_ledger->filePath());
    QVERIFY(opened);
    RuleSetStore other(**opened, m_clock);
    QVERIFY(other.load());
    QCOMPARE(activate(kFirst, buckets("first")), 1);
    // It has not seen the first version, and yet its own is the second.
    QVERIFY(!other.find(kFirst));
    QCOMPARE(await(other.activate(kFirst, buckets("second"), {}, false)).valueOr(-1), 2);
    QCOMPARE(other.find(kFirst)->newestVersion, 2);
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("draft"))));
    QCOMPARE(m_store->find(kFirst)->activeVersion, 2);
    QCOMPARE(firstModel(m_store->find(kFirst)->active), QStringLiteral("second"));
    QVERIFY(await(other.remove(kFirst)));
    QCOMPARE(await(m_store->activateVersion(kFirst, 1)).error().kind, ErrorKind::NotFound);
    QVERIFY(await(m_store->saveDraft(QStringLiteral("new"), buckets())));
    QCOMPARE(names(), QStringList{QStringLiteral("new")});
    QVERIFY(!m_store->router(kFirst));
}

void RuleSetStoreTest::aDocumentThatCannotBeReadIsKeptAndNamed_data()
{
    QTest::addColumn<QString>("document");
    QTest::newRow("cut off") << QStringLiteral("{\"schema\": 1, \"rules\": [");
    QTest::newRow("of a newer program") << QStringLiteral("{\"schema\": 99, \"name\": \"three buckets\"}");
    QTest::newRow("empty") << QString();
}

void RuleSetStoreTest::aDocumentThatCannotBeReadIsKeptAndNamed()
{
    QFETCH(QString, document);
    activate(kFirst, buckets("first"));
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("draft"))));
    activate(QStringLiteral("whole"), buckets("whole"));
    QVERIFY(run(
        QStringLiteral("UPDATE rule_set_versions SET document = '%1' WHERE rule_set_id = 1").arg(document)));
    QVERIFY(run(QStringLiteral("UPDATE rule_sets SET draft = '%1' WHERE id = 1").arg(document)));
    reopen();
    QCOMPARE(names(), (QStringList{kFirst, QStringLiteral("whole")}));
    const RuleSetEntry *entry = m_store->find(kFirst);
    QVERIFY(!entry->active && !entry->draft);
    QCOMPARE(entry->activeVersion, 1);
    QVERIFY2(entry->problem.contains(kFirst) && entry->problem.endsWith(u'.'), qPrintable(entry->problem));
    QVERIFY(!m_store->router(kFirst));
    QCOMPARE(firstModel(m_store->find(QStringLiteral("whole"))->active), QStringLiteral("whole"));

    // A new version runs, and neither document was touched.
    QCOMPARE(activate(kFirst, buckets("second")), 2);
    QVERIFY(m_store->router(kFirst));
    QVERIFY(m_store->find(kFirst)->problem.contains(kFirst));
    QVERIFY(await(m_store->rename(kFirst, QStringLiteral("renamed"))));
    QCOMPARE(text(QStringLiteral("SELECT draft FROM rule_sets WHERE id = 1")), document);
    QCOMPARE(
        text(QStringLiteral("SELECT document FROM rule_set_versions WHERE rule_set_id = 1 AND number = 1")),
        document);
}

void RuleSetStoreTest::aDraftThatCannotBeReadBecomesAVersionBeforeAnother_data()
{
    QTest::addColumn<bool>("saves");
    QTest::newRow("another draft is saved") << true;
    QTest::newRow("the draft is dropped") << false;
}

void RuleSetStoreTest::aDraftThatCannotBeReadBecomesAVersionBeforeAnother()
{
    QFETCH(bool, saves);
    activate(kFirst, buckets("first"));
    const QString document = QStringLiteral("{\"schema\":\"of a newer program\"");
    QVERIFY(run(QStringLiteral("UPDATE rule_sets SET draft = '%1' WHERE id = 1").arg(document)));
    reopen();
    for (int time = 0; time < 2; ++time)
        QVERIFY(await(saves ? m_store->saveDraft(kFirst, buckets("edited")) : m_store->dropDraft(kFirst)));
    const RuleSetEntry *entry = m_store->find(kFirst);
    QCOMPARE(entry->draft.has_value(), saves);
    QCOMPARE(entry->problem, QString());
    QCOMPARE(entry->activeVersion, 1);
    QCOMPARE(entry->newestVersion, 2);
    const QList<RuleSetVersion> versions = *await(m_store->versions(kFirst));
    QCOMPARE(versions.size(), 2);
    QVERIFY(!versions.first().problem.isEmpty());
    QVERIFY(!versions.first().comment.isEmpty());
    QCOMPARE(
        text(QStringLiteral("SELECT document FROM rule_set_versions WHERE rule_set_id = 1 AND number = 2")),
        document);
}

void RuleSetStoreTest::anUnreadableVersionIsListedButNotActivated()
{
    activate(kFirst, buckets("first"));
    activate(kFirst, buckets("second"));
    QVERIFY(run(QStringLiteral("UPDATE rule_set_versions SET document = '[]' WHERE number = 1")));
    const QList<RuleSetVersion> versions = *await(m_store->versions(kFirst));
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions[0].problem, QString());
    QVERIFY(!versions[1].problem.isEmpty());
    const Result<void> refused = await(m_store->activateVersion(kFirst, 1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(m_store->find(kFirst)->activeVersion, 2);
    QVERIFY(m_store->router(kFirst));
}

void RuleSetStoreTest::membersOfANewerDocumentAreWrittenBack()
{
    RuleSet rules = buckets();
    rules.unknown.insert(QStringLiteral("colour"), QStringLiteral("green"));
    rules.rules.first().unknown.insert(QStringLiteral("owner"), QStringLiteral("me"));
    rules.rules.first().evidence.insert(QStringLiteral("wins"), 12);
    activate(kFirst, rules);
    reopen();
    QVERIFY(m_store->find(kFirst)->active == rules);
}

void RuleSetStoreTest::aRouterStaysInPlaceWhileAnotherSetChanges()
{
    activate(kFirst, buckets("first"));
    const Router *router = m_store->router(kFirst);
    QVERIFY(await(m_store->saveDraft(kFirst, buckets("draft"))));
    activate(QStringLiteral("another"), buckets());
    QCOMPARE(m_store->router(kFirst), router);
    activate(kFirst, buckets("second"));
    QCOMPARE(firstModel(m_store->router(kFirst)->rules()), QStringLiteral("second"));
}

void RuleSetStoreTest::setsFindOneAnotherByName()
{
    activate(kFirst, buckets("first"));
    QVERIFY(await(m_store->saveDraft(QStringLiteral("draft"), buckets())));
    const Router::Lookup lookup = m_store->lookup();
    QVERIFY(lookup(kFirst));
    QVERIFY(*lookup(kFirst) == buckets("first"));
    QVERIFY(!lookup(QStringLiteral("draft")));
    QVERIFY(!lookup(QStringLiteral("nothing")));
}

SWITCHYARD_TEST(RuleSetStoreTest)
#include "tst_rulesetstore.moc"

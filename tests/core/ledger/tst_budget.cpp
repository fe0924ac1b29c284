#include "core/ledger/budget.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// What a budget is made of, and what cannot be one.
class BudgetTest : public QObject
{
    Q_OBJECT

private slots:
    void aScopeIsReadAndWritten_data();
    void aScopeIsReadAndWritten();
    void whatIsNoScopeIsRefused_data();
    void whatIsNoScopeIsRefused();
    void whatIsNoBudgetIsRefused_data();
    void whatIsNoBudgetIsRefused();
    void theUsualBudgetIsFine();
};

namespace {

using ScopeKind = BudgetScope::Kind;

Budget teamBudget()
{
    Budget budget;
    budget.name = QStringLiteral("the team's");
    budget.amount = *Money::fromDecimal(u"20");
    budget.period.zone = QStringLiteral("Europe/Berlin");
    return budget;
}

} // namespace

void BudgetTest::aScopeIsReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BudgetScope>("scope");
    const auto row = [](const char *text, ScopeKind kind, const char *value = "", const char *key = "") {
        QTest::newRow(text) << QString::fromUtf8(text)
                            << BudgetScope{kind, QString::fromUtf8(key), QString::fromUtf8(value)};
    };
    row("all", ScopeKind::All);
    row("account=openai", ScopeKind::Account, "openai");
    row("vendor=qwen", ScopeKind::Vendor, "qwen");
    row("model=qwen/qwen-plus:free", ScopeKind::Model, "qwen/qwen-plus:free");
    row("task=long_context", ScopeKind::Task, "long_context");
    row("rule=three buckets/cheap = good", ScopeKind::Rule, "three buckets/cheap = good");
    row("tag:team=blue", ScopeKind::Tag, "blue", "team");
    row("tag:a:b=c=d", ScopeKind::Tag, "c=d", "a:b");
    row("source=gateway", ScopeKind::Source, "gateway");
}

void BudgetTest::aScopeIsReadAndWritten()
{
    QFETCH(QString, text);
    QFETCH(BudgetScope, scope);
    const Result<BudgetScope> read = parseBudgetScope(text);
    QVERIFY(read);
    QVERIFY(*read == scope);
    QCOMPARE(budgetScopeText(scope), text);
    QCOMPARE(budgetScopeFromName(budgetScopeName(scope.kind)), std::optional(scope.kind));
}

void BudgetTest::whatIsNoScopeIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a kind that is none") << QStringLiteral("mood=good");
    QTest::newRow("a kind in another case") << QStringLiteral("Model=gpt-5");
    QTest::newRow("all of something") << QStringLiteral("all=models");
    QTest::newRow("a model without a name") << QStringLiteral("model=");
    QTest::newRow("a model without a sign") << QStringLiteral("model");
    QTest::newRow("a tag without a key") << QStringLiteral("tag=blue");
    QTest::newRow("a tag with an empty key") << QStringLiteral("tag:=blue");
    QTest::newRow("a tag without a value") << QStringLiteral("tag:team=");
    QTest::newRow("a source that is none") << QStringLiteral("source=terminal");
    QTest::newRow("a rule without its set") << QStringLiteral("rule=cheap");
    QTest::newRow("a rule without a name") << QStringLiteral("rule=buckets/");
    QTest::newRow("a rule of no set") << QStringLiteral("rule=/cheap");
    QTest::newRow("what others sent") << QStringLiteral("source=import");
}

void BudgetTest::whatIsNoScopeIsRefused()
{
    QFETCH(QString, text);
    const Result<BudgetScope> read = parseBudgetScope(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(read.error().message.endsWith(u'.'));
}

void BudgetTest::whatIsNoBudgetIsRefused_data()
{
    QTest::addColumn<Budget>("budget");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words, const std::function<void(Budget &)> &change) {
        Budget budget = teamBudget();
        change(budget);
        QTest::newRow(name) << budget << QString::fromUtf8(words);
    };
    row("no name", "name a budget", [](Budget &budget) { budget.name.clear(); });
    row("a space at the end", "name a budget", [](Budget &budget) { budget.name += u' '; });
    row("two lines", "name a budget", [](Budget &budget) { budget.name = QStringLiteral("a\nb"); });
    row("61 characters", "name a budget", [](Budget &budget) { budget.name = QString(61, u'x'); });
    row("nothing to spend", "more than 0", [](Budget &budget) { budget.amount = Money(); });
    row("less than nothing", "more than 0", [](Budget &budget) { budget.amount = Money::fromPicos(-1); });
    row("a warning beyond all of it", "1 to 100 percent", [](Budget &budget) { budget.softPercent = 101; });
    row("a warning below nothing", "1 to 100 percent", [](Budget &budget) { budget.softPercent = -1; });
    row("no zone", "no time zone", [](Budget &budget) { budget.period.zone.clear(); });
    row("a zone that is none", "Mars/Olympus",
        [](Budget &budget) { budget.period.zone = QStringLiteral("Mars/Olympus"); });
    row("the 32nd of a month", "1 to 31", [](Budget &budget) { budget.period.startDay = 32; });
    row("the eighth day of a week", "Monday", [](Budget &budget) {
        budget.period = {BudgetCycle::Week, 8, QStringLiteral("UTC")};
    });
    row("a scope without a name", "“account”",
        [](Budget &budget) { budget.scope.kind = ScopeKind::Account; });
    row("a tag without a key", "key of the budget's tag", [](Budget &budget) {
        budget.scope = {ScopeKind::Tag, {}, QStringLiteral("blue")};
    });
    row("what others sent", "was imported", [](Budget &budget) {
        budget.scope = {ScopeKind::Source, {}, QStringLiteral("import")};
    });
}

void BudgetTest::whatIsNoBudgetIsRefused()
{
    QFETCH(Budget, budget);
    QFETCH(QString, words);
    const Result<void> valid = validateBudget(budget);
    QVERIFY(!valid);
    QCOMPARE(valid.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(valid.error().message.contains(words), qPrintable(valid.error().message));
    QVERIFY(valid.error().message.endsWith(u'.'));
}

void BudgetTest::theUsualBudgetIsFine()
{
    Budget budget = teamBudget();
    QVERIFY(validateBudget(budget));
    QCOMPARE(budget.softPercent, 80);
    QVERIFY(!budget.hard && !budget.allowsUnpriced && budget.enabled);
    // A day has no start day, whatever stands there.
    budget.period = {BudgetCycle::Day, 40, QStringLiteral("Asia/Kolkata")};
    QVERIFY(validateBudget(budget));
}

SWITCHYARD_TEST(BudgetTest)
#include "tst_budget.moc"

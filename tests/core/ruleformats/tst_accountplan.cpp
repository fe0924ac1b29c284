#include "core/ruleformats/accountplan.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

/// Which accounts an import makes, which it finds, and under which names its rules then ask them.
class AccountPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutAccountsTheRulesStayAsTheyAre();
    void anAccountOfAPresetNeedsItsNameOnly();
    void anAccountOfItsOwnHasItsAddressAndVariable();
    void whatIsThereIsUsed_data();
    void whatIsThereIsUsed();
    void aTakenNameGetsANumber();
    void reservedNamesAreNotTaken();
    void twoKeysOfOneEndpointAreTwoAccounts();
    void anAccountWithoutAnAddressIsRefused();
    void namesChangeWhereverTargetsAreNamed();

private:
    AccountPlan planned(const RuleImport &file, const QList<Account> &existing = {});

    std::unique_ptr<Presets> m_presets;
};

namespace {

const QString kGateway = QStringLiteral("gateway");

RuleImport fileWith(const QList<RuleAccount> &accounts)
{
    RuleImport file;
    file.accounts = accounts;
    file.rules.otherwise.chain.targets = {
        ChainTarget{{accounts.isEmpty() ? kGateway : accounts.first().name, QStringLiteral("m")}}};
    return file;
}

RuleAccount gateway(const QString &url = QStringLiteral("https://gateway.example.org/v1"),
                    const QString &variable = QStringLiteral("GATEWAY_KEY"))
{
    return RuleAccount{kGateway, QStringLiteral("custom"), QUrl(url), variable};
}

Account account(const QString &name, const QString &url, KeyStore store = KeyStore::Environment,
                const QString &variable = QStringLiteral("GATEWAY_KEY"))
{
    Account account;
    account.name = name;
    account.baseUrl = QUrl(url);
    account.keyStore = store;
    if (store == KeyStore::Environment)
        account.keyVariable = variable;
    return account;
}

QString firstAccount(const AccountPlan &plan)
{
    return plan.rules.otherwise.chain.targets.first().name.account;
}

} // namespace

void AccountPlanTest::initTestCase()
{
    m_presets = std::make_unique<Presets>(Presets::load());
}

AccountPlan AccountPlanTest::planned(const RuleImport &file, const QList<Account> &existing)
{
    const Result<AccountPlan> plan = planAccounts(file, existing, *m_presets);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().message));
    return *plan;
}

void AccountPlanTest::withoutAccountsTheRulesStayAsTheyAre()
{
    const RuleImport file = fileWith({});
    const AccountPlan plan =
        planned(file, {account(QStringLiteral("other"), QStringLiteral("https://a.example"))});
    QVERIFY(plan.toCreate.isEmpty());
    QVERIFY(plan.rules == file.rules);
}

void AccountPlanTest::anAccountOfAPresetNeedsItsNameOnly()
{
    const AccountPlan plan =
        planned(fileWith({RuleAccount{QStringLiteral("openai"), QStringLiteral("openai")}}));
    QCOMPARE(plan.toCreate.size(), 1);
    const Account made = plan.toCreate.first();
    QCOMPARE(made.name, QStringLiteral("openai"));
    QCOMPARE(made.presetId, QStringLiteral("openai"));
    QCOMPARE(made.baseUrl, QUrl(QStringLiteral("https://api.openai.com/v1")));
    QVERIFY(made.keyStore == KeyStore::Environment);
    QCOMPARE(made.keyVariable, QStringLiteral("OPENAI_API_KEY"));
    QVERIFY(validateAccount(made));
}

void AccountPlanTest::anAccountOfItsOwnHasItsAddressAndVariable()
{
    RuleAccount named = gateway();
    named.headers = {{"X-Team", "blue"}};
    const Account made = planned(fileWith({named})).toCreate.first();
    QCOMPARE(made.baseUrl, named.baseUrl);
    QCOMPARE(made.keyVariable, QStringLiteral("GATEWAY_KEY"));
    QCOMPARE(made.headers, named.headers);
    named.keyVariable.clear();
    QVERIFY(planned(fileWith({named})).toCreate.first().keyStore == KeyStore::None);
}

void AccountPlanTest::whatIsThereIsUsed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("store");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<bool>("used");
    const auto row = [](const char *title, const char *name, const char *url, KeyStore store,
                        const char *variable, bool used) {
        QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(url)
                             << static_cast<int>(store) << QString::fromLatin1(variable) << used;
    };
    const auto environment = KeyStore::Environment;
    row("the same", "gateway", "https://gateway.example.org/v1", environment, "GATEWAY_KEY", true);
    row("another name", "mine", "https://gateway.example.org/v1", environment, "GATEWAY_KEY", true);
    row("a slash at the end", "mine", "https://gateway.example.org/v1/", environment, "GATEWAY_KEY", true);
    row("its name with the key in the keychain", "gateway", "https://gateway.example.org/v1",
        KeyStore::Keychain, "", true);
    row("another name with a key in the keychain", "mine", "https://gateway.example.org/v1",
        KeyStore::Keychain, "", false);
    row("another key", "mine", "https://gateway.example.org/v1", environment, "OTHER_KEY", false);
    row("another path", "mine", "https://gateway.example.org/v2", environment, "GATEWAY_KEY", false);
    row("another host", "gateway", "https://elsewhere.example.org/v1", environment, "GATEWAY_KEY", false);
}

void AccountPlanTest::whatIsThereIsUsed()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(int, store);
    QFETCH(QString, variable);
    QFETCH(bool, used);
    const AccountPlan plan =
        planned(fileWith({gateway()}), {account(name, url, static_cast<KeyStore>(store), variable)});
    QCOMPARE(plan.toCreate.isEmpty(), used);
    QCOMPARE(firstAccount(plan), used ? name : plan.toCreate.first().name);
}

void AccountPlanTest::aTakenNameGetsANumber()
{
    const QList<Account> existing{
        account(QStringLiteral("Gateway"), QStringLiteral("https://elsewhere.example.org/v1")),
        account(QStringLiteral("gateway-2"), QStringLiteral("https://third.example.org/v1"))};
    const AccountPlan plan = planned(fileWith({gateway()}), existing);
    QCOMPARE(plan.toCreate.size(), 1);
    QCOMPARE(plan.toCreate.first().name, QStringLiteral("gateway-3"));
    QCOMPARE(firstAccount(plan), QStringLiteral("gateway-3"));
}

void AccountPlanTest::reservedNamesAreNotTaken()
{
    for (const char *reserved : {"route", "demo"}) {
        RuleAccount named = gateway();
        named.name = QString::fromLatin1(reserved);
        const AccountPlan plan = planned(fileWith({named}));
        QCOMPARE(plan.toCreate.first().name, QString(named.name + QStringLiteral("-2")));
        QVERIFY(validateAccount(plan.toCreate.first()));
    }
    // The simulator stands for no provider, whatever its address.
    Account demo = account(QStringLiteral("demo"), QStringLiteral("https://gateway.example.org/v1"));
    demo.simulated = true;
    QCOMPARE(planned(fileWith({gateway()}), {demo}).toCreate.size(), 1);
}

void AccountPlanTest::twoKeysOfOneEndpointAreTwoAccounts()
{
    RuleAccount second =
        gateway(QStringLiteral("https://gateway.example.org/v1"), QStringLiteral("SECOND_KEY"));
    second.name = QStringLiteral("second");
    RuleAccount again = gateway();
    again.name = QStringLiteral("again");
    const AccountPlan plan = planned(fileWith({gateway(), second, again}));
    QStringList names;
    for (const Account &each : plan.toCreate)
        names.append(each.name);
    QCOMPARE(names, (QStringList{kGateway, QStringLiteral("second")}));
}

void AccountPlanTest::anAccountWithoutAnAddressIsRefused()
{
    const Result<AccountPlan> plan =
        planAccounts(fileWith({RuleAccount{QStringLiteral("nowhere")}}), {}, *m_presets);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(plan.error().message.contains(QStringLiteral("nowhere")));
}

void AccountPlanTest::namesChangeWhereverTargetsAreNamed()
{
    RuleSet rules;
    Rule rule;
    rule.when = anyOf(
        {testCondition({Field::CoolingDown, Operator::Present, QStringLiteral("old/m/x")}),
         notOf(testCondition({Field::Tag, Operator::Is, QStringLiteral("old/m"), {QStringLiteral("v")}}))});
    rule.chain.targets = {ChainTarget{{QStringLiteral("old"), QStringLiteral("m")}},
                          ChainTarget{{QStringLiteral("kept"), QStringLiteral("old")}}};
    rule.chain.fallbacks = {Fallback{{{QStringLiteral("old"), QStringLiteral("n")}}}};
    rules.rules = {rule};
    rules.otherwise.chain.targets = {ChainTarget{{QStringLiteral("swapped"), QStringLiteral("m")}}};
    const RuleSet renamed = withAccountNames(rules,
                                             {{QStringLiteral("old"), QStringLiteral("swapped")},
                                              {QStringLiteral("swapped"), QStringLiteral("old")}});
    const Rule &first = renamed.rules.first();
    QCOMPARE(first.when.parts[0].test.key, QStringLiteral("swapped/m/x"));
    QCOMPARE(first.when.parts[1].parts[0].test.key, QStringLiteral("old/m"));
    QCOMPARE(first.chain.targets[0].name.toString(), QStringLiteral("swapped/m"));
    QCOMPARE(first.chain.targets[1].name.toString(), QStringLiteral("kept/old"));
    QCOMPARE(first.chain.fallbacks[0].target.name.toString(), QStringLiteral("swapped/n"));
    QCOMPARE(renamed.otherwise.chain.targets[0].name.toString(), QStringLiteral("old/m"));
}

SWITCHYARD_TEST(AccountPlanTest)
#include "tst_accountplan.moc"

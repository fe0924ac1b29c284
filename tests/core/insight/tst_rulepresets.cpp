#include "core/insight/rulepresets.h"

#include "core/routing/rulesetcheck.h"
#include "core/routing/rulesetjson.h"
#include "tests/core/insight/traffic.h"
#include "tests/support/markingtranslator.h"
#include "tests/support/testunit.h"
#include "tests/support/workbench.h"

#include <QTest>

using namespace core;

namespace {

/// `account/model`, then any of `=input/output` (dollars a million tokens), `@vendor`, `#window` in
/// thousands,
/// `!` (it reasons), `~` (on an own machine), separated by spaces.
PresetCandidate candidate(const QString &text)
{
    const QStringList parts = text.split(u' ');
    PresetCandidate made;
    made.offer.name = test::targetNamed(parts.constFirst());
    made.offer.info.id = made.offer.name.model;
    made.offer.info.status = ModelStatus::Active;
    for (const QString &part : parts.mid(1)) {
        const QString value = part.mid(1);
        if (part.startsWith(u'=')) {
            PriceList list;
            list.base.input = Money::fromDecimal(value.section(u'/', 0, 0))->scaled(1, 1'000'000);
            list.base.output = Money::fromDecimal(value.section(u'/', 1, 1))->scaled(1, 1'000'000);
            made.offer.info.prices = list;
        } else if (part.startsWith(u'@')) {
            made.offer.info.vendor = value;
        } else if (part.startsWith(u'#')) {
            made.offer.info.contextWindow = value.toLongLong() * 1'000;
        } else if (part == QLatin1StringView("!")) {
            made.offer.info.reasons = true;
        } else if (part == QLatin1StringView("~")) {
            made.local = true;
        }
    }
    return made;
}

QList<PresetCandidate> candidates(const QStringList &texts)
{
    QList<PresetCandidate> all;
    for (const QString &text : texts)
        all.append(candidate(text));
    return all;
}

/// Two accounts with three vendors' models.
QList<PresetCandidate> twoAccounts()
{
    return candidates({
        QStringLiteral("one/alpha-5 =1.25/10 @a #400 !"),
        QStringLiteral("one/alpha-5-mini =0.25/2 @a #400 !"),
        QStringLiteral("one/alpha-5-nano =0.05/0.4 @a #400"),
        QStringLiteral("one/alpha-5-ultra =15/120 @a #400 !"),
        QStringLiteral("two/beta-4-large =3/15 @b #200 !"),
        QStringLiteral("two/beta-4-small =0.08/0.5 @b #200"),
        QStringLiteral("two/gamma-2 =0.3/2.5 @c #1000"),
    });
}

QStringList targetsOfRule(const Rule &rule)
{
    QStringList names;
    for (const ChainTarget &target : rule.chain.targets)
        names.append(target.name.toString());
    for (const Fallback &fallback : rule.chain.fallbacks)
        names.append(QStringLiteral("or ") + fallback.target.name.toString());
    return names;
}

} // namespace

class RulePresetsTest : public QObject
{
    Q_OBJECT

private slots:
    void threeBucketsChooseByPriceAndAbility();
    void ownVotesComeFirst();
    void backgroundWorkGoesToTheSoonest();
    void cheapFirstKeepsAStrongOneInReserve();
    void longPromptsGoToTheLargeWindow();
    void theLargestWindowNeedsNoRule();
    void withoutAnyWindowThereIsNoLongContext();
    void localOnlyStaysLocal();
    void nothingSuitableSaysSo_data();
    void nothingSuitableSaysSo();
    void silentTargetsLeaveRoomForTheFallback();
    void oneAccountIsWorthARemark();
    void modelsWithoutPriceAreTakenAsTheyCome();
    void everyPresetCanRun_data();
    void everyPresetCanRun();
    void everyNameOfARuleIsTranslated();
    void everyTargetSaysWhy();
    void candidatesAreTheModelsOfEnabledAccounts();
};

void RulePresetsTest::threeBucketsChooseByPriceAndAbility()
{
    const PresetProposal proposal = fillPreset(RulePreset::ThreeBuckets, twoAccounts());
    QCOMPARE(proposal.rules.rules.size(), 3);
    // Mixed prices: nano 0.55, small 0.74, mini 2.75, gamma 3.4, alpha 13.75, large 24, ultra 165. The middle
    // one is 3.4, so that 27.2 is the most a strong one may cost.
    const Rule &reasoning = proposal.rules.rules.at(0);
    QCOMPARE(targetsOfRule(reasoning),
             (QStringList{QStringLiteral("two/beta-4-large"), QStringLiteral("or one/alpha-5")}));
    QCOMPARE(reasoning.when, test::taskIs({QStringLiteral("reasoning")}));
    const Rule &cheap = proposal.rules.rules.at(1);
    QCOMPARE(cheap.chain.pick, PickOrder::Cheapest);
    // Both accounts are in the chain already; of the third vendor's models there is one.
    QCOMPARE(targetsOfRule(cheap),
             (QStringList{QStringLiteral("one/alpha-5-nano"), QStringLiteral("two/beta-4-small"),
                          QStringLiteral("or two/gamma-2")}));
    QVERIFY(cheap.when.test.values.contains(QStringLiteral("extract")));
    QCOMPARE(proposal.rules.rules.at(2).chain.pick, PickOrder::Fastest);
    QCOMPARE(targetsOfRule(proposal.rules.otherwise), targetsOfRule(reasoning));
    QVERIFY(proposal.isUsable());
}

void RulePresetsTest::ownVotesComeFirst()
{
    QList<PresetCandidate> all = twoAccounts();
    all[6].ratings.insert(QStringLiteral("reasoning"), 0.8);
    all[0].ratings.insert(QStringLiteral("reasoning"), 0.6);
    // Among the cheap ones only: gamma costs more than four times what the cheapest does.
    all[5].ratings.insert(QStringLiteral("extract"), 0.7);
    all[6].ratings.insert(QStringLiteral("extract"), 0.9);
    const PresetProposal proposal = fillPreset(RulePreset::ThreeBuckets, all);
    QCOMPARE(targetsOfRule(proposal.rules.rules.at(0)).constFirst(), QStringLiteral("two/gamma-2"));
    QVERIFY(proposal.choices.constFirst().why.contains(QStringLiteral("80")));
    QCOMPARE(targetsOfRule(proposal.rules.rules.at(1)).constFirst(), QStringLiteral("two/beta-4-small"));
}

void RulePresetsTest::backgroundWorkGoesToTheSoonest()
{
    QList<PresetCandidate> all = twoAccounts();
    all[2].firstTokenP50 = 900.0;
    all[5].firstTokenP50 = 300.0;
    all[6].firstTokenP50 = 100.0;
    const Rule background = fillPreset(RulePreset::ThreeBuckets, all).rules.rules.at(2);
    QCOMPARE(targetsOfRule(background).mid(0, 2),
             (QStringList{QStringLiteral("two/beta-4-small"), QStringLiteral("one/alpha-5-nano")}));
}

void RulePresetsTest::cheapFirstKeepsAStrongOneInReserve()
{
    const PresetProposal proposal = fillPreset(RulePreset::CheapFirst, twoAccounts());
    QVERIFY(proposal.rules.rules.isEmpty());
    const Rule &rule = proposal.rules.otherwise;
    QCOMPARE(targetsOfRule(rule),
             (QStringList{QStringLiteral("one/alpha-5-nano"), QStringLiteral("or two/beta-4-large")}));
    QCOMPARE(rule.chain.limits.commit, Commit::Complete);
    QVERIFY(rule.chain.limits.fallbackOnRefusal);
}

void RulePresetsTest::longPromptsGoToTheLargeWindow()
{
    const PresetProposal proposal = fillPreset(RulePreset::LongContext,
                                               candidates({
                                                   QStringLiteral("one/alpha-5 =1/4 @a #100"),
                                                   QStringLiteral("one/alpha-5-nano =0.1/0.4 @a #60"),
                                                   QStringLiteral("two/gamma-2 =2/8 @c #1000"),
                                                   QStringLiteral("two/delta-2 =1.5/6 @d #900"),
                                                   QStringLiteral("one/omega-2 =1.4/6 @o #700"),
                                               }));
    // Mixed prices 0.7, 7, 10.2, 10.5, 14: omega is the middle one. Delta is the cheapest of at least 800.
    QCOMPARE(proposal.rules.rules.size(), 1);
    const Rule &rule = proposal.rules.rules.at(0);
    QCOMPARE(rule.when.parts.at(1).test.field, Field::PromptTokens);
    QCOMPARE(rule.when.parts.at(1).test.number, 490'000.0);
    QCOMPARE(targetsOfRule(rule),
             (QStringList{QStringLiteral("two/delta-2"), QStringLiteral("or one/omega-2")}));
    const Chain &otherwise = proposal.rules.otherwise.chain;
    QCOMPARE(otherwise.targets.constFirst().name, test::targetNamed(QStringLiteral("one/omega-2")));
    // The nearest in price at the other account is the one with the large window anyway.
    QCOMPARE(otherwise.fallbacks.size(), 1);
    QCOMPARE(otherwise.fallbacks.constFirst().target.name, test::targetNamed(QStringLiteral("two/delta-2")));
    QVERIFY(!otherwise.fallbacks.constFirst().onlyLargerContext);
}

void RulePresetsTest::theLargestWindowNeedsNoRule()
{
    const PresetProposal proposal = fillPreset(
        RulePreset::LongContext,
        candidates({QStringLiteral("one/alpha-5 =1/4 @a #100"), QStringLiteral("two/beta-5 =9/9 @b #50")}));
    QVERIFY(proposal.rules.rules.isEmpty());
    QVERIFY(proposal.isUsable());
    QVERIFY(proposal.remarks.constFirst().contains(QStringLiteral("one/alpha-5")));
}

void RulePresetsTest::withoutAnyWindowThereIsNoLongContext()
{
    const PresetProposal proposal =
        fillPreset(RulePreset::LongContext, candidates({QStringLiteral("one/alpha-5 =1/4 @a")}));
    QVERIFY(!proposal.isUsable());
    QCOMPARE(proposal.remarks.size(), 1);
}

void RulePresetsTest::localOnlyStaysLocal()
{
    QList<PresetCandidate> all = twoAccounts();
    all.append(
        candidates({QStringLiteral("mine/llama3.1:8b ~ @meta"), QStringLiteral("mine/mistral-7b ~ @mistral"),
                    QStringLiteral("mine/phi4 ~ @microsoft")}));
    const PresetProposal proposal = fillPreset(RulePreset::LocalOnly, all);
    QVERIFY(proposal.rules.rules.isEmpty());
    QCOMPARE(targetsOfRule(proposal.rules.otherwise),
             (QStringList{QStringLiteral("mine/llama3.1:8b"), QStringLiteral("or mine/mistral-7b")}));
    for (const PresetChoice &choice : proposal.choices)
        QCOMPARE(choice.target.account, QStringLiteral("mine"));
}

void RulePresetsTest::nothingSuitableSaysSo_data()
{
    QTest::addColumn<RulePreset>("preset");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("no model at all") << RulePreset::ThreeBuckets << QStringList();
    QTest::newRow("no model that can chat")
        << RulePreset::CheapFirst << QStringList{QStringLiteral("one/text-embedding-3 =1/1")};
    QTest::newRow("none on an own machine")
        << RulePreset::LocalOnly << QStringList{QStringLiteral("one/alpha-5 =1/4 @a")};
}

void RulePresetsTest::nothingSuitableSaysSo()
{
    QFETCH(const RulePreset, preset);
    QFETCH(const QStringList, offered);
    const PresetProposal proposal = fillPreset(preset, candidates(offered));
    QVERIFY(!proposal.isUsable());
    QCOMPARE(proposal.remarks.size(), 1);
    QVERIFY(proposal.rules.otherwise.chain.targets.isEmpty());
}

void RulePresetsTest::silentTargetsLeaveRoomForTheFallback()
{
    using namespace std::chrono_literals;
    const auto firstToken = [](const Rule &rule) { return rule.chain.limits.firstToken; };
    const RuleSet buckets = fillPreset(RulePreset::ThreeBuckets, twoAccounts()).rules;
    QCOMPARE(firstToken(buckets.rules.at(0)), 60s);
    QCOMPARE(firstToken(buckets.rules.at(1)), 30s);
    QCOMPARE(firstToken(buckets.rules.at(2)), 60s);
    QCOMPARE(firstToken(buckets.otherwise), 30s);
    const RuleSet cheapFirst = fillPreset(RulePreset::CheapFirst, twoAccounts()).rules;
    QCOMPARE(firstToken(cheapFirst.otherwise), 30s);
    const RuleSet longContext = fillPreset(RulePreset::LongContext,
                                           candidates({QStringLiteral("one/alpha-5 =1/4 @a #100"),
                                                       QStringLiteral("one/omega-2 =1.4/6 @o #700"),
                                                       QStringLiteral("two/gamma-2 =2/8 @c #1000")}))
                                    .rules;
    QCOMPARE(longContext.rules.size(), 1);
    QCOMPARE(firstToken(longContext.rules.at(0)), 60s);
    QCOMPARE(firstToken(longContext.otherwise), 30s);

    // Who is alone, and who may have to be loaded, has the time of the account.
    const PresetProposal alone =
        fillPreset(RulePreset::CheapFirst, candidates({QStringLiteral("one/alpha-5 =1/4 @a")}));
    QCOMPARE(firstToken(alone.rules.otherwise), 0s);
    const PresetProposal local = fillPreset(RulePreset::LocalOnly,
                                            candidates({QStringLiteral("mine/llama3.1:8b ~ @meta"),
                                                        QStringLiteral("mine/mistral-7b ~ @mistral")}));
    QCOMPARE(local.rules.otherwise.chain.fallbacks.size(), 1);
    QCOMPARE(firstToken(local.rules.otherwise), 0s);
}

void RulePresetsTest::oneAccountIsWorthARemark()
{
    const PresetProposal proposal = fillPreset(
        RulePreset::CheapFirst,
        candidates({QStringLiteral("one/alpha-5 =1/4 @a"), QStringLiteral("one/beta-5 =0.1/0.4 @b")}));
    QCOMPARE(proposal.remarks.size(), 1);
    QVERIFY(proposal.remarks.constFirst().contains(QStringLiteral("one")));

    const PresetProposal alone =
        fillPreset(RulePreset::CheapFirst, candidates({QStringLiteral("one/alpha-5 =1/4 @a")}));
    QCOMPARE(targetsOfRule(alone.rules.otherwise), QStringList{QStringLiteral("one/alpha-5")});
    QVERIFY(!alone.remarks.isEmpty());
}

void RulePresetsTest::modelsWithoutPriceAreTakenAsTheyCome()
{
    const PresetProposal proposal =
        fillPreset(RulePreset::ThreeBuckets,
                   candidates({QStringLiteral("one/alpha-5 @a"), QStringLiteral("one/beta-5 @b !")}));
    QCOMPARE(targetsOfRule(proposal.rules.rules.at(0)).constFirst(), QStringLiteral("one/beta-5"));
    QCOMPARE(targetsOfRule(proposal.rules.rules.at(1)).constFirst(), QStringLiteral("one/alpha-5"));
}

void RulePresetsTest::everyPresetCanRun_data()
{
    QTest::addColumn<RulePreset>("preset");
    for (const RulePreset preset : allRulePresets())
        QTest::newRow(qPrintable(rulePresetName(preset))) << preset;
}

void RulePresetsTest::everyPresetCanRun()
{
    QFETCH(const RulePreset, preset);
    QList<PresetCandidate> all = twoAccounts();
    all.append(candidate(QStringLiteral("mine/llama3.1:8b ~ @meta")));
    const PresetProposal proposal = fillPreset(preset, all);
    test::PricedBook book;
    for (const PresetCandidate &each : std::as_const(all))
        book.facts[each.offer.name.toString()].model = each.offer.info;
    QVERIFY(canRun(checkRuleSet(proposal.rules, book, {})));
    QVERIFY(isRuleSetName(proposal.rules.name));
    QVERIFY(!rulePresetSummary(preset).isEmpty());
    const Result<RuleSet> again = readRuleSet(writeRuleSet(proposal.rules));
    QVERIFY(again);
    QCOMPARE(*again, proposal.rules);
}

void RulePresetsTest::everyNameOfARuleIsTranslated()
{
    QCOMPARE(fillPreset(RulePreset::CheapFirst, twoAccounts()).rules.otherwise.name,
             QStringLiteral("default"));
    const test::MarkingTranslator language;
    for (const RulePreset preset : allRulePresets()) {
        const RuleSet rules = fillPreset(preset, twoAccounts()).rules;
        for (qsizetype place = 0; place <= rules.rules.size(); ++place) {
            const QString name = ruleAt(rules, place).name;
            QVERIFY2(name.startsWith(u'['), qPrintable(name));
        }
    }
}

void RulePresetsTest::everyTargetSaysWhy()
{
    const PresetProposal proposal = fillPreset(RulePreset::ThreeBuckets, twoAccounts());
    qsizetype targets = 0;
    for (qsizetype place = 0; place <= proposal.rules.rules.size(); ++place) {
        const Rule &rule = ruleAt(proposal.rules, place);
        targets += rule.chain.targets.size() + rule.chain.fallbacks.size();
        QCOMPARE(rule.evidence.value(QStringLiteral("preset")).toString(), QStringLiteral("three_buckets"));
        QVERIFY(rule.evidence.value(QStringLiteral("why_1")).toString().contains(QStringLiteral(": ")));
    }
    QCOMPARE(proposal.choices.size(), targets);
    for (const PresetChoice &choice : proposal.choices)
        QVERIFY2(choice.why.endsWith(u'.'), qPrintable(choice.why));
}

void RulePresetsTest::candidatesAreTheModelsOfEnabledAccounts()
{
    test::Workbench bench;
    const auto add = [&bench](const QString &name, const QString &preset, bool enabled,
                              const QString &model) {
        Account account;
        account.name = name;
        account.presetId = preset;
        account.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
        account.enabled = enabled;
        const Account added = bench.addAccount(account);
        QVERIFY(test::await(bench.lists.addTyped(added.id, model)));
    };
    add(QStringLiteral("mine"), QStringLiteral("ollama"), true, QStringLiteral("llama3.1:8b"));
    add(QStringLiteral("proxy"), QStringLiteral("custom"), true, QStringLiteral("any-model"));
    add(QStringLiteral("off"), QStringLiteral("custom"), false, QStringLiteral("other-model"));
    test::PricedBook book;
    book.facts[QStringLiteral("mine/llama3.1:8b")].firstTokenP50 = 80.0;
    book.facts[QStringLiteral("mine/llama3.1:8b")].samples = kSamplesForSpeed;
    book.facts[QStringLiteral("proxy/any-model")].firstTokenP50 = 80.0;
    book.facts[QStringLiteral("proxy/any-model")].samples = kSamplesForSpeed - 1;
    book.facts[QStringLiteral("proxy/any-model")].rating = 0.7;

    QHash<QString, PresetCandidate> found;
    const QList<PresetCandidate> offered =
        presetCandidates(bench.accounts.accounts(), bench.directory, bench.catalog, bench.presets, book);
    for (const PresetCandidate &each : offered)
        found.insert(each.offer.name.toString(), each);
    QCOMPARE(found.size(), 2);
    const PresetCandidate mine = found.value(QStringLiteral("mine/llama3.1:8b"));
    QVERIFY(mine.local);
    QCOMPARE(mine.firstTokenP50, 80.0);
    // Something else may listen on this machine and pass on what it gets.
    const PresetCandidate proxy = found.value(QStringLiteral("proxy/any-model"));
    QVERIFY(!proxy.local);
    QCOMPARE(proxy.firstTokenP50, std::nullopt);
    QCOMPARE(proxy.ratings.value(QStringLiteral("reasoning")), 0.7);
}

SWITCHYARD_TEST(RulePresetsTest)
#include "tst_rulepresets.moc"

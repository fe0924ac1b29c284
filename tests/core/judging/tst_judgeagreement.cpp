#include "core/judging/judgeagreement.h"

#include "tests/core/judging/votes.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <cmath>

using namespace core;
using test::best;
using test::ranking;

namespace {

QList<std::pair<QString, QString>> pairs(const QList<std::tuple<const char *, const char *, int>> &counts)
{
    QList<std::pair<QString, QString>> all;
    for (const auto &[one, other, count] : counts)
        all.append(QList<std::pair<QString, QString>>(
            count, {QString::fromLatin1(one), QString::fromLatin1(other)}));
    return all;
}

const QStringList kTargets{QStringLiteral("one/a"), QStringLiteral("one/b"), QStringLiteral("two/c")};

} // namespace

class JudgeAgreementTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsThePublishedExamples();
    void withoutRunsThereIsNoKappa();
    void alwaysTheSameChoiceHasNoKappa();
    void choicesAreByTargetTieOrAllBad();
    void onlyRunsThatBothRankedCount();
};

void JudgeAgreementTest::equalsThePublishedExamples()
{
    // Two raters on 100 subjects, three diagnoses: J. Fleiss, Statistical Methods for Rates and Proportions,
    // 2nd edition (Wiley, 1981), table 13.1, whose kappa is 0.68.
    const JudgeAgreement fleiss = judgeAgreementOf(pairs({{"psychotic", "psychotic", 75},
                                                          {"psychotic", "neurotic", 1},
                                                          {"psychotic", "organic", 4},
                                                          {"neurotic", "psychotic", 5},
                                                          {"neurotic", "neurotic", 4},
                                                          {"neurotic", "organic", 1},
                                                          {"organic", "psychotic", 0},
                                                          {"organic", "neurotic", 0},
                                                          {"organic", "organic", 10}}));
    QCOMPARE(fleiss.runs, 100);
    QCOMPARE(fleiss.alike, 89);
    // 0.89 observed; by chance 0.80 * 0.80 + 0.10 * 0.05 + 0.10 * 0.15 = 0.66.
    QVERIFY(std::abs(fleiss.kappa.value_or(0.0) - (0.89 - 0.66) / 0.34) < 1e-12);
    const JudgeAgreement opposite = judgeAgreementOf(pairs({{"a", "b", 5}, {"b", "a", 5}}));
    QVERIFY(std::abs(opposite.kappa.value_or(0.0) + 1.0) < 1e-12);
}

void JudgeAgreementTest::withoutRunsThereIsNoKappa()
{
    const JudgeAgreement nothing = judgeAgreementOf(QList<std::pair<QString, QString>>());
    QCOMPARE(nothing.runs, 0);
    QCOMPARE(nothing.raw(), 0.0);
    QVERIFY(!nothing.kappa);
}

void JudgeAgreementTest::alwaysTheSameChoiceHasNoKappa()
{
    const JudgeAgreement always = judgeAgreementOf(pairs({{"a", "a", 8}}));
    QCOMPARE(always.raw(), 1.0);
    QVERIFY(!always.kappa);
}

void JudgeAgreementTest::choicesAreByTargetTieOrAllBad()
{
    QCOMPARE(choiceOf(best(kTargets, 2)), QStringLiteral("two/c"));
    QCOMPARE(choiceOf(ranking(VoteKind::Tie, kTargets)), QStringLiteral("tie"));
    QCOMPARE(choiceOf(ranking(VoteKind::AllBad, kTargets)), QStringLiteral("all_bad"));
}

void JudgeAgreementTest::onlyRunsThatBothRankedCount()
{
    const QList<Vote> own{best(kTargets, 0, 1), best(kTargets, 1, 2), best(kTargets, 2, 3),
                          ranking(VoteKind::Tie, kTargets, -1, 4),
                          test::thumb(VoteKind::Up, kTargets.at(0), 5)};
    const QList<Vote> judge{best(kTargets, 0, 1), best(kTargets, 0, 2),
                            ranking(VoteKind::Tie, kTargets, -1, 4), best(kTargets, 0, 5),
                            best(kTargets, 0, 0)};
    const JudgeAgreement agreement = judgeAgreementOf(own, judge);
    QCOMPARE(agreement.runs, 3);
    QCOMPARE(agreement.alike, 2);
    QVERIFY(agreement.kappa.has_value());
}

SWITCHYARD_TEST(JudgeAgreementTest)
#include "tst_judgeagreement.moc"

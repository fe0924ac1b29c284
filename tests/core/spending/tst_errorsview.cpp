#include "core/spending/errorsview.h"
#include "core/spending/spendingreader.h"
#include "tests/core/spending/selectedattempts.h"
#include "tests/support/ledgerstory.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;
using test::await;
using test::LedgerStory;

namespace {

UsageRow endingRow(const char *day, const char *account, const char *status, const char *error,
                   qint64 attempts, qint64 picos = 0, qint64 unpriced = 0)
{
    UsageRow row{{QString::fromLatin1(day), QString::fromLatin1(account), QString::fromLatin1(status),
                  QString::fromLatin1(error)},
                 {}};
    row.figures.attempts = attempts;
    row.figures.errors = qstrcmp(status, "complete") == 0 ? 0 : attempts;
    row.figures.cost = Money::fromPicos(picos);
    row.figures.unpricedAttempts = unpriced;
    return row;
}

UsageReport endingReport(const QList<UsageRow> &rows)
{
    UsageReport report;
    report.by = {QStringLiteral("day"), QStringLiteral("account"), QStringLiteral("status"),
                 QStringLiteral("error")};
    report.rows = rows;
    for (const UsageRow &row : rows)
        report.total += row.figures;
    return report;
}

} // namespace

class TestErrorsView : public QObject
{
    Q_OBJECT

private slots:
    void kindsAreCountedByDayAndAccount();
    void withoutAnErrorTheStatusIsTheKind();
    void whatFailuresCostIsSummed();
    void aGroupLeadsToItsAttempts();
    void withoutAttemptsThereIsNothing();
    void daysEndWithTheirRange();
};

void TestErrorsView::kindsAreCountedByDayAndAccount()
{
    const ErrorsView view = errorsView(endingReport({endingRow("2026-11-02", "a", "complete", "", 10),
                                                     endingRow("2026-11-02", "a", "failed", "timeout", 1),
                                                     endingRow("2026-11-04", "a", "failed", "timeout", 2),
                                                     endingRow("2026-11-04", "b", "failed", "timeout", 1),
                                                     endingRow("2026-11-04", "b", "failed", "auth", 3)}),
                                       {});
    QCOMPARE(view.days, (QList<QDate>{QDate(2026, 11, 2), QDate(2026, 11, 3), QDate(2026, 11, 4)}));
    QCOMPARE(view.attempts, (QList<qint64>{11, 0, 6}));
    QCOMPARE(view.series.size(), 2);
    QCOMPARE(view.series.at(0).kind, QStringLiteral("timeout"));
    QCOMPARE(view.series.at(0).counts, (QList<qint64>{1, 0, 3}));
    QCOMPARE(view.series.at(1).kind, QStringLiteral("auth"));
    QCOMPARE(view.series.at(1).counts, (QList<qint64>{0, 0, 3}));
    QStringList groups;
    for (const ErrorGroup &group : view.groups)
        groups.append(QStringLiteral("%1 %2 %3").arg(group.kind, group.account).arg(group.count));
    QCOMPARE(groups,
             (QStringList{QStringLiteral("auth b 3"), QStringLiteral("timeout a 3"),
                          QStringLiteral("timeout b 1")}));
    QCOMPARE(view.failed.errors, 7);
    QCOMPARE(view.total.attempts, 17);
}

void TestErrorsView::withoutAnErrorTheStatusIsTheKind()
{
    const ErrorsView view = errorsView(endingReport({endingRow("2026-11-02", "a", "refused", "", 2),
                                                     endingRow("2026-11-02", "a", "interrupted", "", 1)}),
                                       {});
    QCOMPARE(view.series.at(0).kind, QStringLiteral("refused"));
    QCOMPARE(view.series.at(1).kind, QStringLiteral("interrupted"));
    QCOMPARE(view.groups.at(0).calls.only,
             (QList<UsageFilter>{{QStringLiteral("status"), QStringLiteral("refused")},
                                 {QStringLiteral("error"), QString()},
                                 {QStringLiteral("account"), QStringLiteral("a")}}));
}

void TestErrorsView::whatFailuresCostIsSummed()
{
    const ErrorsView view =
        errorsView(endingReport({endingRow("2026-11-02", "a", "complete", "", 1, 900),
                                 endingRow("2026-11-02", "a", "failed", "timeout", 2, 30, 1),
                                 endingRow("2026-11-03", "a", "failed", "timeout", 1, 4)}),
                   {});
    QCOMPARE(view.failed.cost.picos(), 34);
    QCOMPARE(view.failed.unpricedAttempts, 1);
    QCOMPARE(view.total.cost.picos(), 934);
    QCOMPARE(view.groups.first().cost.picos(), 34);
    QCOMPARE(view.groups.first().unpriced, 1);
}

void TestErrorsView::aGroupLeadsToItsAttempts()
{
    LedgerStory story;
    QVERIFY2(story.ledger.isOpen(), qPrintable(story.ledger.problem()));
    LedgerStory::Request failure{QStringLiteral("openai/gpt-5-mini")};
    failure.status = LaneStatus::Failed;
    failure.cost = Money::fromPicos(5);
    const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    story.tell(noon, failure);
    story.tell(noon, {QStringLiteral("openai/gpt-5-mini")});
    LedgerStory::Request stopped = failure;
    stopped.status = LaneStatus::Interrupted;
    story.tell(noon, stopped);
    failure.target = QStringLiteral("bay/gpt-5-mini");
    story.tell(noon.addDays(1), failure);
    story.finish();
    const SpendingReader reader(story.ledger.database(), story.clock);
    ErrorsQuery query;
    query.range = {noon.addDays(-1).toMSecsSinceEpoch(), noon.addSecs(3'600).toMSecsSinceEpoch()};
    const auto view = await(reader.errors(query));
    QVERIFY2(view, view ? "" : qPrintable(view.error().message));
    QCOMPARE(view->groups.size(), 2);
    QCOMPARE(view->groups.first().kind, QStringLiteral("interrupted"));
    QCOMPARE(view->groups.last().kind, QStringLiteral("rate_limited"));
    QCOMPARE(view->failed.cost.picos(), 10);
    QCOMPARE(view->groups.first().calls.range, query.range);
    const auto attempts = await(story.reader.attempts(test::attemptsOf(view->groups.first().calls)));
    QVERIFY(attempts);
    QCOMPARE(attempts->size(), 1);
    QCOMPARE(attempts->first().accountName, QStringLiteral("openai"));
    QCOMPARE(attempts->first().completion.status, LaneStatus::Interrupted);
    const auto failed = await(story.reader.attempts(test::attemptsOf(view->groups.last().calls)));
    QVERIFY(failed);
    QCOMPARE(failed->size(), 1);
    QCOMPARE(failed->first().completion.status, LaneStatus::Failed);
}

void TestErrorsView::withoutAttemptsThereIsNothing()
{
    const ErrorsView view = errorsView(endingReport({}), {});
    QVERIFY(view.days.isEmpty());
    QVERIFY(view.series.isEmpty());
    QVERIFY(view.groups.isEmpty());
}

void TestErrorsView::daysEndWithTheirRange()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto at = [&berlin](int day, int hour) {
        return QDateTime(QDate(2026, 10, day), QTime(hour, 0), berlin).toMSecsSinceEpoch();
    };
    // The clocks of Berlin go back on the 25th.
    const TimeRange whole = daysWithin({}, QDate(2026, 10, 25), QDate(2026, 10, 26), berlin);
    QCOMPARE(whole, (TimeRange{at(25, 0), at(27, 0)}));
    QCOMPARE(*whole.untilMs - *whole.sinceMs, 49 * 3'600'000);
    const TimeRange part{at(25, 6), at(26, 18)};
    QCOMPARE(daysWithin(part, QDate(2026, 10, 25), QDate(2026, 10, 25), berlin),
             (TimeRange{at(25, 6), at(26, 0)}));
    QCOMPARE(daysWithin(part, QDate(2026, 10, 26), QDate(2026, 10, 26), berlin),
             (TimeRange{at(26, 0), at(26, 18)}));
}

SWITCHYARD_TEST(TestErrorsView)
#include "tst_errorsview.moc"

#include "core/base/continuation.h"
#include "tests/support/testunit.h"

#include <QTest>

#include <memory>
#include <thread>

using core::continued;

class ContinuationTest : public QObject
{
    Q_OBJECT

private slots:
    void continuesInTheContextsThread();
    void aFutureThatIsDoneAlreadyContinuesToo();
    void nothingRunsForAContextThatIsGone();
    void aCancelledFutureCancelsWhatFollows();
    void continuationsFollowOneAnother();
};

void ContinuationTest::continuesInTheContextsThread()
{
    QPromise<int> promise;
    promise.start();
    QObject context;
    QThread *ranIn = nullptr;
    const QFuture<QString> text = continued(promise.future(), &context, [&ranIn](int value) {
        ranIn = QThread::currentThread();
        return QString::number(value);
    });
    std::thread([&promise] {
        promise.addResult(42);
        promise.finish();
    }).join();
    QVERIFY(!text.isFinished());
    QTRY_VERIFY(text.isFinished());
    QCOMPARE(text.result(), QStringLiteral("42"));
    QCOMPARE(ranIn, QThread::currentThread());
}

void ContinuationTest::aFutureThatIsDoneAlreadyContinuesToo()
{
    QPromise<int> promise;
    promise.start();
    promise.addResult(1);
    promise.finish();
    QObject context;
    int seen = 0;
    const QFuture<void> done = continued(promise.future(), &context, [&seen](int value) { seen = value; });
    QCOMPARE(seen, 0);
    QTRY_VERIFY(done.isFinished());
    QCOMPARE(seen, 1);
}

void ContinuationTest::nothingRunsForAContextThatIsGone()
{
    QPromise<int> promise;
    promise.start();
    auto context = std::make_unique<QObject>();
    bool ran = false;
    const QFuture<void> done = continued(promise.future(), context.get(), [&ran](int) { ran = true; });
    context.reset();
    QVERIFY(done.isCanceled());
    QVERIFY(done.isFinished());
    promise.addResult(1);
    promise.finish();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!ran);
}

void ContinuationTest::aCancelledFutureCancelsWhatFollows()
{
    QObject context;
    bool ran = false;
    QFuture<int> following;
    {
        QPromise<int> promise;
        promise.start();
        following = continued(promise.future(), &context, [&ran](int value) {
            ran = true;
            return value;
        });
    }
    QTRY_VERIFY(following.isFinished());
    QVERIFY(following.isCanceled());
    QVERIFY(!ran);
}

void ContinuationTest::continuationsFollowOneAnother()
{
    QPromise<int> promise;
    promise.start();
    QObject context;
    const QFuture<int> doubled = continued(promise.future(), &context, [](int value) { return value * 2; });
    const QFuture<int> more = continued(doubled, &context, [](int value) { return value + 1; });
    promise.addResult(20);
    promise.finish();
    QTRY_VERIFY(more.isFinished());
    QCOMPARE(more.result(), 41);
}

SWITCHYARD_TEST(ContinuationTest)
#include "tst_continuation.moc"

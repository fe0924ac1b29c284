#include "core/chat/tokenestimate.h"
#include "core/compare/tasksuggestion.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

class TestTaskSuggestion : public QObject
{
    Q_OBJECT

private slots:
    void theRuleNamesATask_data();
    void theRuleNamesATask();
    void lengthGoesBeforeWords();
    void onlyBeginningAndEndAreRead();
    void theReasonQuotesTheWord();
    void labelsReadAsWords();
};

void TestTaskSuggestion::theRuleNamesATask_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("task");

    QTest::newRow("nothing is asked") << QString() << QString();
    QTest::newRow("only blanks") << QStringLiteral(" \n\t ") << QString();
    QTest::newRow("a greeting fits no rule") << QStringLiteral("Hello there!") << QString();
    QTest::newRow("a question why") << QStringLiteral("Why is the sky blue?") << QStringLiteral("reasoning");
    QTest::newRow("why inside a word is none") << QStringLiteral("whyever") << QString();
    QTest::newRow("a design question")
        << QStringLiteral("How would you limit the request rate of a public API?")
        << QStringLiteral("reasoning");
    QTest::newRow("a summary") << QStringLiteral("Summarise this article: ...")
                               << QStringLiteral("summarize");
    QTest::newRow("a summary, American") << QStringLiteral("please summarize") << QStringLiteral("summarize");
    QTest::newRow("too long to read")
        << QStringLiteral("TL;DR of the text below") << QStringLiteral("summarize");
    QTest::newRow("a German summary")
        << QStringLiteral("Fasse den Text zusammen.") << QStringLiteral("summarize");
    QTest::newRow("a Chinese summary") << QString::fromUtf8("请总结这篇文章") << QStringLiteral("summarize");
    QTest::newRow("fields as JSON") << QStringLiteral("Give me name and date as JSON.")
                                    << QStringLiteral("extract");
    QTest::newRow("all mail addresses")
        << QStringLiteral("Find all e-mail addresses in this text.") << QStringLiteral("extract");
    QTest::newRow("extracting goes before summarizing")
        << QStringLiteral("Extract the dates and summarize the rest") << QStringLiteral("extract");
    QTest::newRow("a commit message")
        << QStringLiteral("Write a commit message for this diff") << QStringLiteral("background");
    QTest::newRow("a class") << QStringLiteral("Classify the ticket: billing, bug or praise")
                             << QStringLiteral("background");
}

void TestTaskSuggestion::theRuleNamesATask()
{
    QFETCH(QString, prompt);
    QTEST(suggestTask(prompt).task, "task");
    QCOMPARE(suggestTask(prompt).why.isEmpty(), suggestTask(prompt).task.isEmpty());
}

void TestTaskSuggestion::lengthGoesBeforeWords()
{
    const QString filler = QStringLiteral("word ").repeated(8'000);
    const QString prompt = QStringLiteral("Summarize: ") + filler;
    QVERIFY(estimateTokens(prompt) >= kLongContextTokens);
    QCOMPARE(suggestTask(prompt).task, QStringLiteral("long_context"));
    QVERIFY(estimateTokens(prompt.left(2'000)) < kLongContextTokens);
    QCOMPARE(suggestTask(prompt.left(2'000)).task, QStringLiteral("summarize"));
}

void TestTaskSuggestion::onlyBeginningAndEndAreRead()
{
    const QString filler = QStringLiteral("lorem ").repeated(400);
    QCOMPARE(suggestTask(filler + QStringLiteral("extract ") + filler).task, QString());
    QCOMPARE(suggestTask(filler + QStringLiteral("Extract the names.")).task, QStringLiteral("extract"));
}

void TestTaskSuggestion::theReasonQuotesTheWord()
{
    QCOMPARE(suggestTask(QStringLiteral("And WHY so?")).why, QStringLiteral("The prompt says \"WHY\"."));
}

void TestTaskSuggestion::labelsReadAsWords()
{
    QCOMPARE(taskDisplayName(QStringLiteral("long_context")), QStringLiteral("long context"));
    QCOMPARE(taskDisplayName(QStringLiteral("my_own")), QStringLiteral("my_own"));
    for (const QString &task : kShippedTasks)
        QVERIFY(!taskDisplayName(task).isEmpty());
}

SWITCHYARD_TEST(TestTaskSuggestion)

#include "tst_tasksuggestion.moc"

#include "core/evaluate/checkrunner.h"
#include "core/evaluate/promptset.h"
#include "tests/support/testunit.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;

/// Checks as they are written, what they say of an answer, and what is wrong usage.
class TestCheck : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerPassesOrNot_data();
    void anAnswerPassesOrNot();
    void withoutFiguresThereIsNoVerdict();
    void anAnswerThatDidNotComeWholeHasNoVerdict_data();
    void anAnswerThatDidNotComeWholeHasNoVerdict();
    void theCaseFillsInVariables();
    void aFilledInValueThatIsImpossibleGivesNoVerdict();
    void wrongUsageIsNamed_data();
    void wrongUsageIsNamed();
    void aSchemaIsReadFromItsFileAndKept();
    void aRubricIsFilledIn();
    void checksAndResultsSurviveTheirJson();
    void equalAnswersHaveEqualMarks();
};

namespace {

CheckedAnswer answerOf(const QString &text)
{
    CheckedAnswer answer;
    answer.completion.status = LaneStatus::Complete;
    answer.completion.text = text;
    answer.completion.timing.last = 1500.0;
    answer.cost.amount = Money::fromDecimal(u"0.002");
    answer.cost.basis = CostBasis::Computed;
    return answer;
}

PromptSetDraft draftWith(const QString &check)
{
    PromptSetDraft draft;
    draft.prompt = QStringLiteral("{{a}}");
    draft.table = {{QStringLiteral("a")}, {PromptCase{{QStringLiteral("x")}}}};
    draft.checks = {parseCheck(check).value()};
    return draft;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(bytes);
}

} // namespace

void TestCheck::anAnswerPassesOrNot_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("passed");
    const auto row = [](const char *check, const char *answer, bool passed) {
        QTest::addRow("%s of %s", check, answer)
            << QString::fromUtf8(check) << QString::fromUtf8(answer) << passed;
    };
    row("contains:Paris", "It is Paris.", true);
    row("contains:paris", "It is Paris.", false);
    row("contains:a: b", "so a: b", true);
    row("not-contains:sorry", "Of course", true);
    row("not-contains:sorry", "I am sorry", false);
    row("equals:42", " 42\n", true);
    row("equals:42", "42.", false);
    row("equals:", "", true);
    row("regex:^\\d+$", "123", true);
    row("regex:^\\d+$", "123a", false);
    row("regex:(?i)\\QP.r\\E", "a p.R b", true);
    row("max-chars:3", "abc", true);
    row("max-chars:3", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80", true);
    row("max-chars:3", "abcd", false);
    row("max-ms:1500", "x", true);
    row("max-ms:1499.5", "x", false);
    row("max-usd:0.002", "x", true);
    row("max-usd:0.0019", "x", false);
    row("number:42", "The answer is 42.", true);
    row("number:42", "Of 7 and 42, it is 41", false);
    row("number:3.14+-0.01", "pi is 3.15", true);
    row("number:3.14+-0.01", "pi is 3.16", false);
    row("number:1234.5", "1,234.5 euros", true);
    row("number:100+-5%", "about 104", true);
    row("number:100+-5%", "about 106", false);
    row("number:-3",
        "it is \xE2\x88\x92"
        "3 degrees",
        true);
    row("number:1.5e6", "1.5e6 people", true);
    row("number:3\xC2\xB1"
        "1",
        "4", true);
    row("number:3", "no digit", false);
}

void TestCheck::anAnswerPassesOrNot()
{
    QFETCH(QString, check);
    QFETCH(QString, answer);
    QFETCH(bool, passed);
    const Result<Check> parsed = parseCheck(check);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
    const CheckResult result = runCheck(*parsed, {}, answerOf(answer));
    QCOMPARE(result.check, check);
    QVERIFY2(result.passed == passed, qPrintable(result.detail));
    QVERIFY(!result.detail.isEmpty());
}

void TestCheck::withoutFiguresThereIsNoVerdict()
{
    CheckedAnswer answer = answerOf(QStringLiteral("x"));
    answer.cost = {};
    answer.completion.timing.last.reset();
    QVERIFY(!runCheck(parseCheck(QStringLiteral("max-usd:1")).value(), {}, answer).passed);
    QVERIFY(!runCheck(parseCheck(QStringLiteral("max-ms:1")).value(), {}, answer).passed);
}

void TestCheck::anAnswerThatDidNotComeWholeHasNoVerdict_data()
{
    QTest::addColumn<LaneStatus>("status");
    QTest::addColumn<bool>("checked");
    QTest::newRow("complete") << LaneStatus::Complete << true;
    QTest::newRow("truncated") << LaneStatus::Truncated << true;
    QTest::newRow("interrupted") << LaneStatus::Interrupted << false;
    QTest::newRow("cancelled") << LaneStatus::Cancelled << false;
    QTest::newRow("refused") << LaneStatus::Refused << false;
    QTest::newRow("failed") << LaneStatus::Failed << false;
}

void TestCheck::anAnswerThatDidNotComeWholeHasNoVerdict()
{
    QFETCH(LaneStatus, status);
    QFETCH(bool, checked);
    CheckedAnswer answer = answerOf(QStringLiteral("Paris"));
    answer.completion.status = status;
    const CheckResult result = runCheck(parseCheck(QStringLiteral("contains:Paris")).value(), {}, answer);
    QCOMPARE(result.passed.has_value(), checked);
}

void TestCheck::theCaseFillsInVariables()
{
    const Check check = parseCheck(QStringLiteral("contains:{{city}}")).value();
    const QHash<QString, QString> values{{QStringLiteral("city"), QStringLiteral("Rome")}};
    const CheckResult result = runCheck(check, values, answerOf(QStringLiteral("In Rome")));
    QVERIFY(result.passed == true);
    QCOMPARE(result.check, QStringLiteral("contains:Rome"));
}

void TestCheck::aFilledInValueThatIsImpossibleGivesNoVerdict()
{
    const Check check = parseCheck(QStringLiteral("number:{{n}}")).value();
    const CheckResult result =
        runCheck(check, {{QStringLiteral("n"), QStringLiteral("many")}}, answerOf(QStringLiteral("5")));
    QVERIFY(!result.passed);
    QVERIFY(result.detail.contains(QStringLiteral("many")));
}

void TestCheck::wrongUsageIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *text, const char *part) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(part);
    };
    row("Paris", "KIND:VALUE");
    row("has:Paris", "not-contains");
    row("contains:", "wants a value");
    row("regex:(", "cannot use \"(\"");
    row("regex:%2(%3", "cannot use \"%2(%3\"");
    row("max-chars:many", "max-chars wants a number");
    row("max-chars:-1", "max-chars wants a number");
    row("max-ms:soon", "max-ms wants a number");
    row("max-usd:cheap", "max-usd wants a number");
    row("number:3+-x", "VALUE+-TOLERANCE");
    row("number:3+--1", "VALUE+-TOLERANCE");
}

void TestCheck::wrongUsageIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const Result<Check> check = parseCheck(text);
    QVERIFY(!check);
    QCOMPARE(check.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(check.error().message.contains(part), qPrintable(check.error().message));
}

void TestCheck::aSchemaIsReadFromItsFileAndKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("schema.json"));
    PromptSetDraft draft = draftWith(QStringLiteral("json-schema:schema.json"));
    QVERIFY(!readCheckFiles(&draft, folder.path()));
    write(path, R"({"type": "object", "required": ["a"], "frob": 1})");
    const Result<void> broken = readCheckFiles(&draft, folder.path());
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(QStringLiteral("\"frob\"")), qPrintable(broken.error().message));
    write(path, R"({"type": "object", "required": ["a"]})");
    QVERIFY(readCheckFiles(&draft, folder.path()));
    QVERIFY(QFile::remove(path));
    const Check &check = draft.checks.first();
    QVERIFY(runCheck(check, {}, answerOf(QStringLiteral("{\"a\": 1}"))).passed == true);
    QVERIFY(runCheck(check, {}, answerOf(QStringLiteral("{}"))).passed == false);
    const CheckResult fenced = runCheck(check, {}, answerOf(QStringLiteral("```json\n{\"a\": 1}\n```")));
    QVERIFY(fenced.passed == false);
    QVERIFY(fenced.detail.contains(QStringLiteral("code block")));
}

void TestCheck::aRubricIsFilledIn()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("rubric.md")), "Names {{a}}.");
    PromptSetDraft draft = draftWith(QStringLiteral("judge:rubric.md"));
    QVERIFY(readCheckFiles(&draft, folder.path()));
    const Result<QString> rubric =
        rubricOf(draft.checks.first(), {{QStringLiteral("a"), QStringLiteral("Rome")}});
    QVERIFY(rubric);
    QCOMPARE(*rubric, QStringLiteral("Names Rome."));
    write(folder.filePath(QStringLiteral("rubric.md")), "Names {{nobody}}.");
    PromptSetDraft other = draftWith(QStringLiteral("judge:rubric.md"));
    const Result<void> read = readCheckFiles(&other, folder.path());
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(QStringLiteral("{{nobody}}")));
}

void TestCheck::checksAndResultsSurviveTheirJson()
{
    Check check = parseCheck(QStringLiteral("judge:r.md")).value();
    check.files.insert(QStringLiteral("r.md"), QStringLiteral("Be kind."));
    const QList<Check> checks{check, parseCheck(QStringLiteral("max-ms:5")).value()};
    QCOMPARE(checksFromJson(checksToJson(checks)), checks);
    const QList<CheckResult> results{{QStringLiteral("a:b"), true, QStringLiteral("x")},
                                     {QStringLiteral("a:c"), false, {}},
                                     {QStringLiteral("a:d"), std::nullopt, QStringLiteral("why")}};
    QCOMPARE(checkResultsFromJson(checkResultsToJson(results)), results);
}

void TestCheck::equalAnswersHaveEqualMarks()
{
    QCOMPARE(answerMarkOf(QStringLiteral("a  b\n")), answerMarkOf(QStringLiteral("a b")));
    QVERIFY(answerMarkOf(QStringLiteral("a b")) != answerMarkOf(QStringLiteral("a c")));
    QCOMPARE(answerMarkOf(QStringLiteral(" \n")), quint64(0));
}

SWITCHYARD_TEST(TestCheck)
#include "tst_check.moc"

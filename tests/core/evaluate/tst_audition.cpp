#include "core/evaluate/audition.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

RunRecord run(const char *prompt, const QString &system = {})
{
    RunRecord record;
    record.id = 1;
    record.prompt = QString::fromLatin1(prompt);
    record.system = system;
    return record;
}

} // namespace

class TestAudition : public QObject
{
    Q_OBJECT

private slots:
    void promptsAndSystemPromptsBecomeCases();
    void eachPromptOnceAndNoMoreThanWanted();
    void whatCannotStandAloneIsLeftOut();
};

void TestAudition::promptsAndSystemPromptsBecomeCases()
{
    const Audition audition =
        auditionOf(QStringLiteral("try"), {run("one {{x}}"), run("two", QStringLiteral("be short"))});
    QCOMPARE(audition.draft.name, QStringLiteral("try"));
    QCOMPARE(audition.draft.table.cases.size(), 2);
    PromptSet set;
    set.prompt = audition.draft.prompt;
    set.system = audition.draft.system;
    set.columns = audition.draft.table.columns;
    const Result<CasePrompt> first = promptOfCase(set, audition.draft.table.cases.at(0));
    // A prompt that was sent is text, no template.
    QVERIFY2(first.hasValue(), first ? "" : qPrintable(first.error().message));
    QCOMPARE(first->prompt, QStringLiteral("one {{x}}"));
    QVERIFY(first->system.isEmpty());
    const Result<CasePrompt> second = promptOfCase(set, audition.draft.table.cases.at(1));
    QVERIFY(second.hasValue());
    QCOMPARE(second->system, QStringLiteral("be short"));
}

void TestAudition::eachPromptOnceAndNoMoreThanWanted()
{
    const Audition audition =
        auditionOf({}, {run("a"), run("a"), run("b"), run("a", QStringLiteral("s")), run("c"), run("d")}, 4);
    QStringList prompts;
    for (const PromptCase &one : audition.draft.table.cases)
        prompts += one.values.constFirst();
    QCOMPARE(
        prompts,
        (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(audition.leftOut, 0);
}

void TestAudition::whatCannotStandAloneIsLeftOut()
{
    RunRecord turn = run("and then?");
    turn.turn.parentRun = 7;
    RunRecord picture = run("what is this?");
    picture.images.append(ImagePart());
    RunRecord forgotten = run("");
    forgotten.textsKept = false;
    const Audition audition = auditionOf({}, {turn, picture, forgotten, run("alone")});
    QCOMPARE(audition.draft.table.cases.size(), 1);
    QCOMPARE(audition.leftOut, 3);
}

SWITCHYARD_TEST(TestAudition)
#include "tst_audition.moc"

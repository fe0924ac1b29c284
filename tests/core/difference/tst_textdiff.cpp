#include "core/difference/differencejobs.h"
#include "core/difference/sequencediff.h"
#include "core/difference/textdiff.h"

#include "core/base/continuation.h"
#include "tests/support/testunit.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace core;

namespace {

using Kind = DiffRun::Kind;

/// As a reader sees it: [-removed-] {+added+}.
QString marked(const TextDiff &diff, const QString &before, const QString &after)
{
    QString text;
    for (const DiffRun &run : diff.runs) {
        if (run.kind == Kind::Equal)
            text += after.mid(run.after, run.afterLength);
        else if (run.kind == Kind::Removed)
            text += QStringLiteral("[-") + before.mid(run.before, run.beforeLength) + QStringLiteral("-]");
        else
            text += QStringLiteral("{+") + after.mid(run.after, run.afterLength) + QStringLiteral("+}");
    }
    return text;
}

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

QList<DiffRun> runsOf(const QList<DiffRow> &rows)
{
    QList<DiffRun> runs;
    for (const DiffRow &row : rows)
        runs += row.runs;
    return runs;
}

/// Empty when `runs` are a way from `before` to `after`, else what is wrong.
QString fault(const QList<DiffRun> &runs, const QString &before, const QString &after)
{
    qsizetype i = 0;
    qsizetype j = 0;
    for (const DiffRun &run : runs) {
        if (run.before != i || run.after != j)
            return QStringLiteral("there is a gap at %1, %2").arg(i).arg(j);
        i += run.beforeLength;
        j += run.afterLength;
        const QString first = before.mid(run.before, run.beforeLength);
        const QString second = after.mid(run.after, run.afterLength);
        if (run.kind == Kind::Equal && withoutSpace(first) != withoutSpace(second))
            return QStringLiteral("not equal: '%1' and '%2'").arg(first, second);
        if ((run.kind == Kind::Removed && !second.isEmpty()) || (run.kind == Kind::Added && !first.isEmpty()))
            return QStringLiteral("a change has both sides");
    }
    if (i != before.size() || j != after.size())
        return QStringLiteral("the end is missing");
    return {};
}

QString randomText(QRandomGenerator &random, int words, int vocabulary)
{
    static const QStringList between{QStringLiteral(" "),  QStringLiteral("  "),
                                     QStringLiteral("\n"), QStringLiteral("\n\n"),
                                     QStringLiteral(", "), QStringLiteral("\n```\n    ")};
    QString text;
    for (int i = 0; i < words; ++i) {
        const auto word = random.bounded(vocabulary);
        text += word % 7 == 0 ? QStringLiteral("漢字%1").arg(QChar(0x4e00 + word))
                              : QStringLiteral("w%1").arg(word);
        text += between.at(random.bounded(8) == 0 ? random.bounded(6) : 0);
    }
    return text;
}

QString unrelated(int words, const QString &name)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += name + QString::number(i) + (i % 12 == 11 ? u'\n' : u' ');
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private slots:
    void changesReadWell_data();
    void changesReadWell();
    void unitsAreCounted();
    void applyingADiffGivesTheOtherText_data();
    void applyingADiffGivesTheOtherText();
    void theShortestWayIsFound();
    void theLimitIsKept();
    void largeTextsAreComparedByLinesFirst();
    void aCheckStopsTheWork();
    void rowsBreakWhereBothTextsDo();
    void aRowKeepsItsIndentation();
    void aJobGivesItsResultOrIsCancelled();
};

void TestTextDiff::changesReadWell_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<DiffUnit>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *before, const char *after, DiffUnit unit,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << unit
                            << QString::fromUtf8(expected);
    };
    row("identical", "The sky is blue.", "The sky is blue.", DiffUnit::Words, "The sky is blue.");
    row("both empty", "", "", DiffUnit::Words, "");
    row("all is new", "", "New words", DiffUnit::Words, "{+New words+}");
    row("all is gone", "Old words", "", DiffUnit::Words, "[-Old words-]");
    row("one word", "The sky is blue.", "The sky is grey.", DiffUnit::Words, "The sky is [-blue-]{+grey+}.");
    row("wrapping is no change", "The sky\nis  blue.", "The sky is\nblue.", DiffUnit::Words,
        "The sky is\nblue.");
    row("line ends of Windows are no change", "a\r\nb", "a\nb", DiffUnit::Words, "a\nb");
    row("an island of one word is not left alone", "one two of three four", "five six of seven eight",
        DiffUnit::Words, "[-one two of three four-]{+five six of seven eight+}");
    row("an island as long as what changed stays", "one of two", "three of four", DiffUnit::Words,
        "[-one -]{+three +}of [-two-]{+four+}");
    row("Chinese by character", "令牌桶允许突发", "令牌桶不允许突发", DiffUnit::Words,
        "令牌桶{+不+}允许突发");
    row("indentation of code is a change", "```\nif a:\n    b\n```", "```\nif a:\n  b\n```", DiffUnit::Words,
        "```\nif a:\n[-    -]{+  +}b\n```");
    row("a line", "a\nb c\nd\n", "a\nb x\nd\n", DiffUnit::Lines, "a\n[-b c\n-]{+b x\n+}d\n");
    row("a block", "a\nb\n\nc d\n\ne", "a b\n\nc x\n\ne", DiffUnit::Blocks, "a b\n\n[-c d\n\n-]{+c x\n\n+}e");
}

void TestTextDiff::changesReadWell()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(DiffUnit, unit);
    QFETCH(QString, expected);
    const auto diff = diffTexts(before, after, unit);
    QVERIFY(diff);
    QCOMPARE(marked(*diff, before, after), expected);
    QCOMPARE(diff->isSame(),
             !expected.contains(QStringLiteral("[-")) && !expected.contains(QStringLiteral("{+")));
    QVERIFY(!diff->coarse);
}

void TestTextDiff::unitsAreCounted()
{
    const QString before = QStringLiteral("one two three\n\nfour");
    const QString after = QStringLiteral("one 2 3 three\n\nfive");
    const auto words = diffTexts(before, after, DiffUnit::Words);
    QCOMPARE(words->removed, 2);
    QCOMPARE(words->added, 3);
    const auto blocks = diffTexts(before, after, DiffUnit::Blocks);
    QCOMPARE(blocks->removed, 2);
    QCOMPARE(blocks->added, 2);
}

void TestTextDiff::applyingADiffGivesTheOtherText_data()
{
    QTest::addColumn<DiffUnit>("unit");
    QTest::newRow("words") << DiffUnit::Words;
    QTest::newRow("lines") << DiffUnit::Lines;
    QTest::newRow("blocks") << DiffUnit::Blocks;
}

void TestTextDiff::applyingADiffGivesTheOtherText()
{
    QFETCH(DiffUnit, unit);
    QRandomGenerator random(20'250'101);
    for (int i = 0; i < 300; ++i) {
        const int vocabulary = 2 + random.bounded(60);
        const QString before = randomText(random, random.bounded(120), vocabulary);
        const QString after = randomText(random, random.bounded(120), vocabulary);
        const auto diff = diffTexts(before, after, unit);
        QVERIFY(diff);
        QCOMPARE(fault(diff->runs, before, after), QString());
        QCOMPARE(fault(runsOf(diffRows(*diff, before, after)), before, after), QString());
        QVERIFY(diffTexts(before, before, unit)->isSame());
    }
}

/// Longest common subsequence by the textbook's table.
static qsizetype commonMembers(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::vector<qsizetype>> table(a.size() + 1, std::vector<qsizetype>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            table[i][j] =
                a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    }
    return table[a.size()][b.size()];
}

void TestTextDiff::theShortestWayIsFound()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 400; ++i) {
        std::vector<int> before(static_cast<std::size_t>(random.bounded(40)));
        std::vector<int> after(static_cast<std::size_t>(random.bounded(40)));
        for (std::vector<int> *each : {&before, &after})
            std::generate(each->begin(), each->end(), [&random] { return random.bounded(6); });
        const SequenceDiff diff = diffSequences(before, after, 1'000'000);
        QCOMPARE(diff.state, SequenceDiff::State::Done);
        qsizetype equal = 0;
        for (const SequenceStretch &stretch : diff.stretches) {
            if (stretch.kind != SequenceStretch::Kind::Equal)
                continue;
            equal += stretch.beforeCount;
            for (qsizetype k = 0; k < stretch.beforeCount; ++k)
                QCOMPARE(before.at(static_cast<std::size_t>(stretch.before + k)),
                         after.at(static_cast<std::size_t>(stretch.after + k)));
        }
        QCOMPARE(equal, commonMembers(before, after));
    }
}

void TestTextDiff::theLimitIsKept()
{
    std::vector<int> before(3000);
    std::vector<int> after(3000);
    std::iota(before.begin(), before.end(), 0);
    std::iota(after.begin(), after.end(), 10'000);
    const SequenceDiff diff = diffSequences(before, after, 100'000);
    QCOMPARE(diff.state, SequenceDiff::State::TooDifferent);
    QVERIFY(diff.stretches.isEmpty());
    // Few comparisons suffice for what is nearly the same, however long it is.
    after = before;
    after.at(1500) = -1;
    QCOMPARE(diffSequences(before, after, 100'000).state, SequenceDiff::State::Done);
}

void TestTextDiff::largeTextsAreComparedByLinesFirst()
{
    const QString same = QStringLiteral("This line is in both of the texts.\n");
    const QString before = unrelated(6000, QStringLiteral("a")) + same + QStringLiteral("one word here\n");
    const QString after = unrelated(6000, QStringLiteral("b")) + same + QStringLiteral("one thing here\n");
    const auto diff = diffTexts(before, after, DiffUnit::Words);
    QVERIFY(diff);
    QCOMPARE(fault(diff->runs, before, after), QString());
    QVERIFY(diff->coarse); // what is before that line is one whole change
    const QString end = marked(*diff, before, after).right(80);
    QVERIFY2(end.endsWith(same + QStringLiteral("one [-word -]{+thing +}here\n")), qPrintable(end));
}

void TestTextDiff::aCheckStopsTheWork()
{
    const QString before = unrelated(4000, QStringLiteral("a"));
    const QString after = unrelated(4000, QStringLiteral("b"));
    int asked = 0;
    QVERIFY(!diffTexts(before, after, DiffUnit::Words, [&asked] { return ++asked == 3; }));
    QCOMPARE(asked, 3);
}

void TestTextDiff::rowsBreakWhereBothTextsDo()
{
    const QString before = QStringLiteral("same\nold line\nend\nlast");
    const QString after = QStringLiteral("same\nnew line\nend last");
    const auto diff = diffTexts(before, after, DiffUnit::Words);
    const QList<DiffRow> rows = diffRows(*diff, before, after);
    QCOMPARE(rows.size(), 3);
    QVERIFY(!rows.at(0).isChanged());
    QVERIFY(rows.at(1).isChanged());
    QCOMPARE(rows.at(1).runs.size(), 3);
    QVERIFY(!rows.at(2).isChanged());
    const DiffRun &last = rows.at(2).runs.constFirst();
    QCOMPARE(before.mid(last.before, last.beforeLength), QStringLiteral("end\nlast"));
    QCOMPARE(after.mid(last.after, last.afterLength), QStringLiteral("end last"));
}

void TestTextDiff::aRowKeepsItsIndentation()
{
    const QString before = QStringLiteral("if (full)\n    wait();\n    take();\nelse\n\n  go();");
    const QString after = QStringLiteral("if (full)\n    wait();\n    leave();\nelse\n\n  go();");
    const auto diff = diffTexts(before, after, DiffUnit::Lines);
    QStringList rows;
    for (const DiffRow &row : diffRows(*diff, before, after)) {
        QString text;
        for (const DiffRun &run : row.runs)
            text += after.mid(run.after, run.afterLength);
        rows += text;
    }
    QCOMPARE(rows,
             (QStringList{QStringLiteral("if (full)\n"), QStringLiteral("    wait();\n"),
                          QStringLiteral("    leave();\n"), QStringLiteral("else\n\n"),
                          QStringLiteral("  go();")}));
}

void TestTextDiff::aJobGivesItsResultOrIsCancelled()
{
    QObject context;
    std::optional<TextDiff> got;
    const QFuture<TextDiff> job = startDiff(QStringLiteral("a b"), QStringLiteral("a c"), DiffUnit::Words);
    continued(job, &context, [&got](const TextDiff &diff) { got = diff; });
    QTRY_VERIFY(got);
    QCOMPARE(got, diffTexts(QStringLiteral("a b"), QStringLiteral("a c"), DiffUnit::Words));

    QFuture<TextDiff> large = startDiff(unrelated(5000, QStringLiteral("a")),
                                        unrelated(5000, QStringLiteral("b")), DiffUnit::Words);
    bool called = false;
    continued(large, &context, [&called](const TextDiff &) { called = true; });
    large.cancel();
    QTRY_VERIFY(large.isFinished());
    QVERIFY(large.isCanceled());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
}

SWITCHYARD_TEST(TestTextDiff)
#include "tst_textdiff.moc"

#include "ui/compare/transcriptview.h"

#include "tests/support/testunit.h"
#include "ui/markdown/markdownservices.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/theme.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace ui;

namespace {

constexpr int kRenderPatience = 20'000;

} // namespace

class TestTranscriptView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theNewestTurnIsInSightFirst();
    void everyTurnIsRenderedInTheEnd();
    void whatIsInSightStaysWhileHeightsAboveChange();
    void aFurtherTurnKeepsWhatIsBuilt();
    void otherTurnsBeginAnew();
    void aNarrowerViewIsMeasuredAgain();

private:
    static QList<LaneTurn> turns(int count)
    {
        QList<LaneTurn> turns;
        for (int i = 0; i < count; ++i)
            turns.append({QStringLiteral("Question %1?").arg(i),
                          QStringLiteral("**Answer %1.** ").arg(i)
                              + QStringLiteral("Some words that go on for a while. ").repeated(30)
                              + QStringLiteral("\n\n```\ncode %1\n```\n").arg(i)});
        return turns;
    }
    MarkdownView *answer(int turn) const
    {
        for (auto *view : m_view->findChildren<MarkdownView *>()) {
            if (view->markdown().startsWith(QStringLiteral("**Answer %1.**").arg(turn)))
                return view;
        }
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<MarkdownServices> m_services;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscriptView::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_view.reset();
    m_services = std::make_unique<MarkdownServices>();
    m_view = std::make_unique<TranscriptView>(m_theme, *m_services);
    m_view->resize(360, 400);
    m_view->show();
}

void TestTranscriptView::theNewestTurnIsInSightFirst()
{
    m_view->setTurns(turns(12));
    const QScrollBar *const bar = m_view->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    QTRY_VERIFY_WITH_TIMEOUT(m_view->builtCount() >= 1, kRenderPatience);
    QVERIFY(answer(11));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->builtCount() == 12, kRenderPatience);
    QCOMPARE(bar->value(), bar->maximum());
}

void TestTranscriptView::everyTurnIsRenderedInTheEnd()
{
    m_view->setTurns(turns(5));
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 5, kRenderPatience);
    for (int turn = 0; turn < 5; ++turn) {
        MarkdownView *const view = answer(turn);
        QVERIFY(view);
        QVERIFY(view->toPlainText().contains(QStringLiteral("code %1").arg(turn)));
        // As high as its text, so that nothing is cut and nothing scrolls inside.
        QCOMPARE(view->height(), qCeil(view->document()->size().height()));
        QCOMPARE(view->verticalScrollBar()->maximum(), 0);
    }
}

void TestTranscriptView::whatIsInSightStaysWhileHeightsAboveChange()
{
    m_view->setTurns(turns(30));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->builtCount() >= 2, kRenderPatience);
    m_view->scrollToTurn(20);
    QTRY_VERIFY_WITH_TIMEOUT(answer(20) && answer(20)->isVisible(), kRenderPatience);
    const int before = answer(20)->y();
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 30, kRenderPatience);
    QVERIFY2(std::abs(answer(20)->y() - before) <= 2,
             qPrintable(QStringLiteral("from %1 to %2").arg(before).arg(answer(20)->y())));
}

void TestTranscriptView::aFurtherTurnKeepsWhatIsBuilt()
{
    m_view->setTurns(turns(3));
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 3, kRenderPatience);
    const MarkdownView *const first = answer(0);
    m_view->setTurns(turns(4));
    QCOMPARE(m_view->count(), 4);
    QCOMPARE(answer(0), first);
    QCOMPARE(m_view->builtCount(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 4, kRenderPatience);
}

void TestTranscriptView::otherTurnsBeginAnew()
{
    m_view->setTurns(turns(3));
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 3, kRenderPatience);
    m_view->setTurns({{QStringLiteral("Another?"), QStringLiteral("**Answer 9.**")}});
    QCOMPARE(m_view->count(), 1);
    QVERIFY(!answer(0));
    QTRY_VERIFY_WITH_TIMEOUT(answer(9), kRenderPatience);
}

void TestTranscriptView::aNarrowerViewIsMeasuredAgain()
{
    m_view->setTurns(turns(3));
    QTRY_COMPARE_WITH_TIMEOUT(m_view->builtCount(), 3, kRenderPatience);
    const int before = answer(1)->height();
    m_view->resize(240, 400);
    QTRY_VERIFY(answer(1)->height() > before);
    QCOMPARE(answer(1)->height(), qCeil(answer(1)->document()->size().height()));
}

SWITCHYARD_TEST(TestTranscriptView)
#include "tst_transcriptview.moc"

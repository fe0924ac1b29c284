#include "ui/spending/panestack.h"

#include "core/base/error.h"
#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using ui::PaneStack;

class PaneStackTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void contentStaysWhileItIsReadAgain();
    void aProblemCanBeTriedAgain();

private:
    QLabel *sentence() const { return m_pane->findChild<QLabel *>(QStringLiteral("pane.sentence")); }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<PaneStack> m_pane;
};

void PaneStackTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_pane.reset();
    m_theme = std::make_unique<ui::Theme>();
    m_pane = std::make_unique<PaneStack>(*m_theme, new QLabel(QStringLiteral("content")));
    m_pane->show();
}

void PaneStackTest::contentStaysWhileItIsReadAgain()
{
    m_pane->showLoading();
    QVERIFY(sentence()->isVisible());
    QVERIFY(!sentence()->text().isEmpty());
    m_pane->showContent();
    QVERIFY(m_pane->isContentShown());
    QVERIFY(!sentence()->isVisible());
    m_pane->showLoading();
    QVERIFY(m_pane->isContentShown());
    m_pane->showNothing(QStringLiteral("There is nothing."));
    QVERIFY(!m_pane->isContentShown());
    QCOMPARE(sentence()->text(), QStringLiteral("There is nothing."));
}

void PaneStackTest::aProblemCanBeTriedAgain()
{
    QSignalSpy again(m_pane.get(), &PaneStack::retryRequested);
    core::Error error;
    error.kind = core::ErrorKind::Storage;
    error.message = QStringLiteral("disk I/O error");
    m_pane->showProblem(error);
    auto *const panel = m_pane->findChild<ui::MessagePanel *>(QStringLiteral("pane.problem"));
    QVERIFY(panel->isVisible());
    QVERIFY(panel->accessibleDescription().contains(QStringLiteral("disk I/O error")));
    QVERIFY(!sentence()->isVisible());
    m_pane->findChild<ui::FlatButton *>(QStringLiteral("pane.retry"))->click();
    QCOMPARE(again.size(), 1);
    m_pane->showLoading();
    QVERIFY(sentence()->isVisible());
}

SWITCHYARD_TEST(PaneStackTest)
#include "tst_panestack.moc"

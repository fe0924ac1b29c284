#include "ui/compare/comparebar.h"

#include "tests/support/testunit.h"
#include "ui/compare/followupbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QRegularExpression>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace ui;

namespace {

/// A window of 1024 px less the rail.
constexpr int kNarrow = 1024 - 76;
constexpr int kWide = 1500;

} // namespace

class TestCompareBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aWideBarShowsEveryName();
    void aNarrowBarShowsIconsAndKeepsNames();
    void moreRoomBringsTheNamesBack();
    void aLongerNameIsMadeRoomFor();

private:
    void resize(int width)
    {
        m_window->resize(width, 200);
        QTRY_COMPARE(m_bar->width(), width);
        QCoreApplication::sendPostedEvents();
    }
    QList<FlatButton *> named() const { return {&m_bar->addLane(), &m_bar->agreement(), &m_bar->blind()}; }
    QList<QWidget *> parts() const
    {
        return {&m_bar->lineUp(), &m_bar->addLane(), &m_bar->followUp(), &m_bar->agreement(),
                &m_bar->blind(),  &m_bar->source(),  &m_bar->layouts()};
    }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    CompareBar *m_bar = nullptr;
};

void TestCompareBar::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme.setScheme(Theme::Scheme::Light);
    m_theme.install();
    m_window = std::make_unique<QWidget>();
    m_bar = new CompareBar(m_theme, m_window.get());
    auto *const column = new QVBoxLayout(m_window.get());
    column->setContentsMargins({});
    column->addWidget(m_bar);
    column->addStretch();
    m_bar->setLineUpName(QStringLiteral("Four of the strongest for long documents"));
    m_bar->followUp().setText(QStringLiteral("Follow-up: all after lane 2, thrifty"));
    m_window->resize(kWide, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestCompareBar::aWideBarShowsEveryName()
{
    resize(kWide);
    for (const FlatButton *button : named()) {
        QVERIFY(!button->isNarrow());
        QVERIFY(button->width() > button->fontMetrics().horizontalAdvance(button->text()));
    }
}

void TestCompareBar::aNarrowBarShowsIconsAndKeepsNames()
{
    resize(kNarrow);
    for (const FlatButton *button : named()) {
        QVERIFY2(button->isNarrow(), qPrintable(button->objectName()));
        QTRY_COMPARE(button->width(), button->widthWhen(true));
        QVERIFY(button->widthWhen(true) < button->widthWhen(false));
        QVERIFY(!button->text().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(!button->accessibleName().isEmpty());
    }
    const QList<QWidget *> all = parts();
    for (int i = 1; i < all.size(); ++i)
        QVERIFY2(all.at(i)->geometry().left() > all.at(i - 1)->geometry().right(),
                 qPrintable(all.at(i)->objectName()));
    QVERIFY(all.constLast()->geometry().right() <= m_bar->width());
}

void TestCompareBar::moreRoomBringsTheNamesBack()
{
    resize(kNarrow);
    QVERIFY(m_bar->blind().isNarrow());
    resize(kWide);
    for (const FlatButton *button : named()) {
        QVERIFY(!button->isNarrow());
        QTRY_COMPARE(button->width(), button->widthWhen(false));
    }
}

void TestCompareBar::aLongerNameIsMadeRoomFor()
{
    m_bar->setLineUpName(QStringLiteral("Two"));
    m_bar->followUp().hide();
    resize(kNarrow);
    QVERIFY(!m_bar->blind().isNarrow());
    m_bar->followUp().show();
    m_bar->setLineUpName(QStringLiteral("Four of the strongest for long documents"));
    QTRY_VERIFY(m_bar->blind().isNarrow());
    m_bar->followUp().hide();
    m_bar->setLineUpName(QStringLiteral("Two"));
    QTRY_VERIFY(!m_bar->blind().isNarrow());
}

SWITCHYARD_TEST(TestCompareBar)
#include "tst_comparebar.moc"

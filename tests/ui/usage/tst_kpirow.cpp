#include "ui/usage/kpirow.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/usage/kpibox.h"
#include "ui/usage/kpitext.h"
#include "ui/widgets/flatbutton.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

/// The boxes of key figures by themselves.
class KpiRowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void assistiveTechnologyPressesAFigure();
    void figuresAreWholeInANarrowWindow();

private:
    ui::Theme m_theme;
};

void KpiRowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void KpiRowTest::assistiveTechnologyPressesAFigure()
{
    ui::KpiBox box(m_theme, QStringLiteral("Cost"));
    box.setFigure(QStringLiteral("$0.758"), {});
    const QSignalSpy clicked(&box, &ui::KpiBox::clicked);
    const QString press = QAccessibleActionInterface::pressAction();
    QAccessibleInterface *const access = QAccessible::queryAccessibleInterface(&box);
    QVERIFY(access && access->actionInterface());
    QCOMPARE(access->role(), QAccessible::Grouping);
    QVERIFY(!access->actionInterface()->actionNames().contains(press));
    access->actionInterface()->doAction(press);
    box.setLeads(QStringLiteral("Show the cost over time"));
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Cost: $0.758"));
    QCOMPARE(access->role(), QAccessible::PushButton);
    QVERIFY(access->state().focusable);
    QCOMPARE(access->actionInterface()->actionNames().value(0), press);
    QCoreApplication::processEvents();
    QCOMPARE(clicked.size(), 0);
    access->actionInterface()->doAction(press);
    QTRY_COMPARE(clicked.size(), 1);
}

void KpiRowTest::figuresAreWholeInANarrowWindow()
{
    core::UsageKpis kpis;
    kpis.now.figures.attempts = 30;
    kpis.now.figures.unpricedAttempts = 23;
    kpis.now.cost = core::Money::fromDecimal(u"30");
    kpis.previous = kpis.now;
    kpis.previous->cost = core::Money::fromDecimal(u"1");
    ui::KpiRow row(m_theme);
    row.setKpis(kpis);
    // In a window of 1,100 px beside the rail and within the margins.
    row.resize(993, 140);
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    const QList<ui::KpiText *> texts = row.findChildren<ui::KpiText *>();
    QCOMPARE(texts.size(), 14);
    for (const ui::KpiText *text : texts)
        QTRY_VERIFY2(!text->isElided(), qPrintable(text->text()));
    const auto *const cost = row.findChild<ui::KpiBox *>(QStringLiteral("kpi.cost"));
    const auto *const note = cost->findChild<ui::KpiText *>(QStringLiteral("note"));
    QCOMPARE(note->fullText(), QStringLiteral("over 10 times as much"));
    const auto *const link = cost->findChild<ui::FlatButton *>();
    QTRY_VERIFY(link->y() >= note->y() + note->height());
    // Its words begin where the figure does.
    const auto *const value = cost->findChild<QLabel *>(QStringLiteral("value"));
    QCOMPARE(link->x() + link->textInset(), value->x());
    QCOMPARE(note->x(), value->x());
    const QList<ui::KpiBox *> boxes = row.findChildren<ui::KpiBox *>();
    const auto allAt = [&boxes](Qt::AlignmentFlag edge) {
        return std::all_of(boxes.cbegin(), boxes.cend(), [edge](const ui::KpiBox *box) {
            return box->findChild<ui::KpiText *>(QStringLiteral("note"))->alignment().testFlag(edge);
        });
    };
    QTRY_VERIFY2(allAt(Qt::AlignTop), "every note is right below its figure");
    // Wide boxes have one line of each.
    row.resize(2600, 140);
    QTRY_COMPARE(note->text(), note->fullText());
    for (const ui::KpiText *text : texts)
        QTRY_COMPARE(text->text(), text->fullText());
    QTRY_VERIFY(link->x() > note->x());
    QTRY_VERIFY2(allAt(Qt::AlignVCenter), "every note is beside the link");
}

SWITCHYARD_TEST(KpiRowTest)

#include "tst_kpirow.moc"

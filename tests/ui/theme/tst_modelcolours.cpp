#include "ui/theme/modelcolours.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"

#include <QTest>

using ui::ModelColours;

class ModelColoursTest : public QObject
{
    Q_OBJECT

private slots:
    void aModelKeepsItsColour();
    void modelsBeyondTheColoursAreOther();
    void aRememberedOrderHoldsAfterARestart();
    void whatWasOnlyRememberedMakesRoom();
    void aSpoiltOrderIsRepaired();
};

void ModelColoursTest::aModelKeepsItsColour()
{
    ModelColours colours;
    QCOMPARE(colours.indexOf(QStringLiteral("gpt-5-mini")), 0);
    QCOMPARE(colours.indexOf(QStringLiteral("qwen-plus")), 1);
    QCOMPARE(colours.indexOf(QStringLiteral("gpt-5-mini")), 0);
}

void ModelColoursTest::modelsBeyondTheColoursAreOther()
{
    ModelColours colours;
    constexpr int other = ui::Theme::kSeries - 1;
    for (int i = 0; i < other; ++i)
        QCOMPARE(colours.indexOf(QStringLiteral("model-%1").arg(i)), i);
    QCOMPARE(colours.indexOf(QStringLiteral("one more")), other);
    QCOMPARE(colours.indexOf(QStringLiteral("and another")), other);
    QCOMPARE(colours.indexOf(QStringLiteral("model-3")), 3);
    QCOMPARE(ModelColours().indexOf(QString()), other);
}

void ModelColoursTest::aRememberedOrderHoldsAfterARestart()
{
    ModelColours before;
    before.indexOf(QStringLiteral("a"));
    before.indexOf(QStringLiteral("b"));
    ModelColours after;
    after.setOrder(before.order());
    QCOMPARE(after.indexOf(QStringLiteral("b")), 1);
    QCOMPARE(after.indexOf(QStringLiteral("new")), 2);
}

void ModelColoursTest::whatWasOnlyRememberedMakesRoom()
{
    ModelColours colours;
    colours.setOrder({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                      QStringLiteral("e")});
    QCOMPARE(colours.indexOf(QStringLiteral("a")), 0);
    QCOMPARE(colours.indexOf(QStringLiteral("new")), 1);
    QCOMPARE(colours.indexOf(QStringLiteral("a")), 0);
    QCOMPARE(colours.indexOf(QStringLiteral("new")), 1);
    QCOMPARE(colours.order().at(1), QStringLiteral("new"));
}

void ModelColoursTest::aSpoiltOrderIsRepaired()
{
    ModelColours colours;
    colours.setOrder({QStringLiteral("a"), QString(), QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(colours.order(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

SWITCHYARD_TEST(ModelColoursTest)
#include "tst_modelcolours.moc"

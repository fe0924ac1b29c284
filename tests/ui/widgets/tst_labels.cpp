#include "tests/support/testunit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/pill.h"

#include <QTest>

using ui::ElidedLabel;
using ui::Theme;

class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aLabelTakesItsInkFromTheScheme();
    void aLabelShowsMarkupAsText();
    void aLongNameIsCutInTheMiddleAndWholeInTheTooltip();
    void aSentenceIsCutAtItsEnd();
    void roomForTheWholeTextShowsIt();
    void aMeterSaysNameAndFigure();
    void aPillWithoutAWordTakesNoRoom();
    void aPillGrowsWithItsWord();
    void detailsCanBeReplaced();

private:
    Theme m_theme;
};

void LabelsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_theme.setScheme(Theme::Scheme::Light);
}

void LabelsTest::aLabelTakesItsInkFromTheScheme()
{
    ui::ThemedLabel label(m_theme, QStringLiteral("hint"), Theme::Token::Ink2);
    QCOMPARE(label.palette().color(label.foregroundRole()), Theme::colour(Theme::Token::Ink2, false));
    m_theme.setScheme(Theme::Scheme::Dark);
    QCOMPARE(label.palette().color(label.foregroundRole()), Theme::colour(Theme::Token::Ink2, true));
    label.setInk(Theme::Token::Bad);
    QCOMPARE(label.palette().color(label.foregroundRole()), Theme::colour(Theme::Token::Bad, true));
}

void LabelsTest::aLabelShowsMarkupAsText()
{
    const ui::ThemedLabel label(m_theme, QStringLiteral("<b>model</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void LabelsTest::aLongNameIsCutInTheMiddleAndWholeInTheTooltip()
{
    const QString name = QStringLiteral("openrouter/meta-llama/llama-4-maverick-17b-128e-instruct:free");
    ElidedLabel label(m_theme, name);
    label.resize(160, 20);
    label.show();
    QVERIFY(label.isElided());
    QVERIFY(label.text().startsWith(QLatin1String("openr")));
    QVERIFY(label.text().endsWith(QLatin1String("free")));
    QCOMPARE(label.toolTip(), name);
    QCOMPARE(label.accessibleName(), name);
    QCOMPARE(label.fullText(), name);
    QVERIFY(label.fontMetrics().horizontalAdvance(label.text()) <= 160);
}

void LabelsTest::aSentenceIsCutAtItsEnd()
{
    ElidedLabel label(m_theme, QStringLiteral("How would you limit the request rate of a public HTTP API?"),
                      Theme::Token::Ink, Qt::ElideRight);
    label.resize(160, 20);
    label.show();
    QVERIFY(label.text().startsWith(QLatin1String("How would")));
    QVERIFY(!label.text().endsWith(QLatin1Char('?')));
}

void LabelsTest::roomForTheWholeTextShowsIt()
{
    ElidedLabel label(m_theme, QStringLiteral("openai/gpt-5-mini"));
    label.resize(40, 20);
    label.show();
    QVERIFY(label.isElided());
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    label.setFullText(QStringLiteral("x"));
    QCOMPARE(label.text(), QStringLiteral("x"));
}

void LabelsTest::aMeterSaysNameAndFigure()
{
    ui::Meter meter(m_theme, QStringLiteral("first token"));
    meter.setValue(QStringLiteral("412 ms"), QStringLiteral("412.93 ms"));
    QCOMPARE(meter.accessibleName(), QStringLiteral("first token 412 ms"));
    QCOMPARE(meter.toolTip(), QStringLiteral("412.93 ms"));
    meter.setName(QString());
    QCOMPARE(meter.accessibleName(), QStringLiteral("412 ms"));
    QCOMPARE(meter.value(), QStringLiteral("412 ms"));
}

void LabelsTest::aPillWithoutAWordTakesNoRoom()
{
    ui::Pill pill(m_theme);
    QVERIFY(pill.isHidden());
    pill.setText(QStringLiteral("complete"));
    QVERIFY(!pill.isHidden());
    QCOMPARE(pill.accessibleName(), QStringLiteral("complete"));
}

void LabelsTest::aPillGrowsWithItsWord()
{
    ui::Pill pill(m_theme, QStringLiteral("ok"));
    const int narrow = pill.sizeHint().width();
    pill.setText(QStringLiteral("waiting 4 s"));
    QVERIFY(pill.sizeHint().width() > narrow);
}

void LabelsTest::detailsCanBeReplaced()
{
    ui::KeyValueGrid grid(m_theme);
    grid.addRow(QStringLiteral("Model"), QStringLiteral("gpt-5-mini"));
    grid.addRow(QStringLiteral("Finish"), QStringLiteral("stop"), QStringLiteral("finish_reason"));
    QCOMPARE(grid.rows(), 2);
    QCOMPARE(grid.findChildren<QLabel *>().size(), 4);
    grid.clear();
    QCOMPARE(grid.rows(), 0);
    QVERIFY(grid.findChildren<QLabel *>().isEmpty());
}

SWITCHYARD_TEST(LabelsTest)
#include "tst_labels.moc"

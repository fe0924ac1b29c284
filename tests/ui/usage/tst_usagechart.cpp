#include "ui/usage/usagechart.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using ui::Theme;
using ui::UsageChart;

class UsageChartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aClickOnAPartLeadsToIt();
    void aClickBesideThePartsLeadsToTheWholeBar();
    void anEmptyBarLeadsNowhere();
    void keysReachEveryPart();
    void partsHaveTheirModelsColours();
    void theSchemeChangesLive();
    void aPartSaysWhatItAmountsTo();
    void otherDataForgetsWhatWasMarked();

private:
    QImage picture() const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UsageChart> m_chart;
};

void UsageChartTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    m_chart.reset();
    m_theme = std::make_unique<Theme>();
    m_theme->setScheme(Theme::Scheme::Light);
    core::UsageReport report;
    const auto add = [&report](const char *day, const char *model, double usd) {
        core::UsageRow row{{QString::fromLatin1(day), QStringLiteral("a"), QString::fromLatin1(model)}, {}};
        row.figures.attempts = 2;
        row.figures.cost = *core::Money::fromDouble(usd);
        report.rows.append(row);
    };
    add("2026-11-01", "one", 2.0);
    add("2026-11-01", "two", 1.0);
    add("2026-11-03", "one", 4.0);
    m_chart = std::make_unique<UsageChart>(*m_theme);
    m_chart->resize(600, 300);
    m_chart->setData(
        core::usageChartData(report, QDate(2026, 11, 1), QDate(2026, 11, 4), core::UsageMetric::Cost),
        {0, 1});
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

QImage UsageChartTest::picture() const
{
    QImage image(m_chart->viewport()->size(), QImage::Format_RGB32);
    image.fill(m_theme->colour(Theme::Token::Panel));
    m_chart->viewport()->render(&image);
    return image;
}

void UsageChartTest::aClickOnAPartLeadsToIt()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, m_chart->spotRect({0, 1}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, m_chart->spotRect({2, 0}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({2, 0}));
    QTest::mouseClick(m_chart->viewport(), Qt::RightButton, {}, m_chart->spotRect({2, 0}).center());
    QVERIFY(activated.isEmpty());
}

void UsageChartTest::aClickBesideThePartsLeadsToTheWholeBar()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const QRect bar = m_chart->spotRect({0, -1});
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, QPoint(bar.center().x(), bar.top() - 20));
    QCOMPARE(activated.takeFirst(), QVariantList({0, -1}));
}

void UsageChartTest::anEmptyBarLeadsNowhere()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const QPoint second(m_chart->spotRect({1, -1}).center().x(), 100);
    QTest::mouseClick(m_chart->viewport(), Qt::LeftButton, {}, second);
    QVERIFY(activated.isEmpty());
}

void UsageChartTest::keysReachEveryPart()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.takeFirst(), QVariantList({0, -1}));
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Space);
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
    QTest::keyClick(m_chart.get(), Qt::Key_Down);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QVERIFY(activated.isEmpty()); // the second day has nothing
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.takeFirst(), QVariantList({2, 0}));
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("3 Nov, one: $4.00"));
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("4 Nov, one: $0"));
}

void UsageChartTest::partsHaveTheirModelsColours()
{
    const QImage image = picture();
    QCOMPARE(image.pixelColor(m_chart->spotRect({0, 0}).center()), m_theme->seriesColour(0));
    QCOMPARE(image.pixelColor(m_chart->spotRect({0, 1}).center()), m_theme->seriesColour(1));
    QCOMPARE(image.pixelColor(m_chart->spotRect({2, 0}).center()), m_theme->seriesColour(0));
}

void UsageChartTest::theSchemeChangesLive()
{
    m_theme->setScheme(Theme::Scheme::Dark);
    QCOMPARE(picture().pixelColor(m_chart->spotRect({2, 0}).center()), Theme::seriesColour(0, true));
}

void UsageChartTest::aPartSaysWhatItAmountsTo()
{
    QCOMPARE(m_chart->spotText({0, 1}), QStringLiteral("1 Nov, two: $1.00"));
    QCOMPARE(m_chart->spotText({0, -1}), QStringLiteral("1 Nov: $3.00"));
    QCOMPARE(m_chart->spotText({-1, -1}), QString());
    QCOMPARE(m_chart->valueText(4.0), QStringLiteral("$4"));
    QCOMPARE(m_chart->valueText(0.1), QStringLiteral("$0.10"));
}

void UsageChartTest::otherDataForgetsWhatWasMarked()
{
    m_chart->setMarked({2, 0});
    m_chart->setData({}, {});
    QCOMPARE(m_chart->marked(), UsageChart::Spot());
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QVERIFY(m_chart->spotRect({0, 0}).isNull());
}

SWITCHYARD_TEST(UsageChartTest)

#include "tst_usagechart.moc"

#include "ui/usage/usagechart.h"

#include "tests/support/testunit.h"
#include "ui/theme/theme.h"
#include "ui/usage/chartexport.h"
#include "ui/usage/eventlabels.h"

#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QMouseEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using ui::ChartPicture;
using ui::Theme;
using ui::UsageChart;

namespace {

constexpr qint64 kChartDayMs = 86'400'000;

ChartPicture::Mark dollars(double value)
{
    return {value, QStringLiteral("$%1").arg(value, 0, 'f', 2), QStringLiteral("US$ %1").arg(value),
            value > 0};
}

/// Four days of two models: 2 + 1, nothing, 4, nothing.
ChartPicture fourDays(ChartPicture::Kind kind = ChartPicture::Kind::Bars)
{
    ChartPicture picture{kind, ChartPicture::Unit::Dollars};
    for (int day = 1; day <= 4; ++day)
        picture.bins.append({day * kChartDayMs, (day + 1) * kChartDayMs, QStringLiteral("%1 Nov").arg(day),
                             QStringLiteral("%1 Nov").arg(day)});
    picture.series = {{QStringLiteral("one"), 0, {dollars(2), dollars(0), dollars(4), dollars(0)}},
                      {QStringLiteral("two"), 1, {dollars(1), dollars(0), dollars(0), dollars(0)}}};
    picture.wholes = {dollars(3), dollars(0), dollars(4), dollars(0)};
    return picture;
}

ChartPicture threeShares()
{
    ChartPicture picture{ChartPicture::Kind::Shares, ChartPicture::Unit::Dollars};
    picture.bins.append({0, kChartDayMs, {}, QStringLiteral("Whole period")});
    picture.series = {{QStringLiteral("one"), 0, {dollars(6)}},
                      {QStringLiteral("two"), 1, {dollars(3)}},
                      {QStringLiteral("three"), 2, {dollars(1)}}};
    return picture;
}

} // namespace

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
    void theFirstTickOfAYearTellsIt();
    void otherDataForgetsWhatWasMarked();
    void draggingChoosesAStretchOfTime_data();
    void draggingChoosesAStretchOfTime();
    void newFiguresLeaveADragAlone_data();
    void newFiguresLeaveADragAlone();
    void escapeAsksToGoBack();
    void aPointOfALineLeadsToIt();
    void aLineBreaksWhereNothingIsKnown();
    void sharesStandBelowOneAnother();
    void anEventIsALineAtItsTime();
    void labelsOfEventsCoverNothing_data();
    void labelsOfEventsCoverNothing();
    void anEventIsToldWithTheBarOfItsTime();
    void beyondTheThemesColoursComeTints();
    void aPictureHasTitleChartAndLegend();
    void anSvgKeepsItsTexts();
    void theFocusRingCrossesNothing_data();
    void theFocusRingCrossesNothing();

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
    m_chart = std::make_unique<UsageChart>(*m_theme);
    m_chart->resize(600, 300);
    m_chart->setPicture(fourDays());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

QImage UsageChartTest::picture() const
{
    QImage image(m_chart->size(), QImage::Format_RGB32);
    image.fill(m_theme->colour(Theme::Token::Panel));
    m_chart->render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

void UsageChartTest::aClickOnAPartLeadsToIt()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->spotRect({0, 1}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->spotRect({2, 0}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({2, 0}));
    QTest::mouseClick(m_chart.get(), Qt::RightButton, {}, m_chart->spotRect({2, 0}).center());
    QVERIFY(activated.isEmpty());
}

void UsageChartTest::aClickBesideThePartsLeadsToTheWholeBar()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const QRect bar = m_chart->spotRect({0, -1});
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(bar.center().x(), bar.top() - 20));
    QCOMPARE(activated.takeFirst(), QVariantList({0, -1}));
}

void UsageChartTest::anEmptyBarLeadsNowhere()
{
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const QPoint second(m_chart->spotRect({1, -1}).center().x(), 100);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, second);
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
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("4 Nov, one: $0.00"));
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
    const ChartPicture &shown = m_chart->picture();
    QCOMPARE(shown.spotText({0, 1}), QStringLiteral("1 Nov, two: $1.00"));
    QCOMPARE(shown.spotText({0, -1}), QStringLiteral("1 Nov: $3.00"));
    QCOMPARE(shown.spotText({-1, -1}), QString());
    QCOMPARE(shown.spotDetails({2, 0}), QStringLiteral("3 Nov, one: $4.00\nUS$ 4"));
    QCOMPARE(shown.highest(), 4.0);
}

void UsageChartTest::theFirstTickOfAYearTellsIt()
{
    ChartPicture weeks = fourDays();
    QCOMPARE(weeks.ticks(2).mid(0, 3),
             QStringList({QStringLiteral("1 Nov"), QString(), QStringLiteral("3 Nov")}));
    const QStringList years{QStringLiteral("2024"), QStringLiteral("2024"), QStringLiteral("2025"),
                            QStringLiteral("2025")};
    for (qsizetype at = 0; at < weeks.bins.size(); ++at) {
        weeks.bins[at].year = years.at(at).toInt();
        weeks.bins[at].datedTick = QString(weeks.bins.at(at).tick + QLatin1Char(' ') + years.at(at));
    }
    QCOMPARE(weeks.ticks(1),
             QStringList({QStringLiteral("1 Nov 2024"), QStringLiteral("2 Nov"), QStringLiteral("3 Nov 2025"),
                          QStringLiteral("4 Nov")}));
    // The bin that changes the year has no label: the next that has one tells it.
    QCOMPARE(weeks.ticks(3),
             QStringList({QStringLiteral("1 Nov 2024"), QString(), QString(), QStringLiteral("4 Nov 2025")}));
}

void UsageChartTest::otherDataForgetsWhatWasMarked()
{
    m_chart->setMarked({2, 0});
    m_chart->setPicture({});
    QCOMPARE(m_chart->marked(), UsageChart::Spot());
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QVERIFY(m_chart->spotRect({0, 0}).isNull());
}

void UsageChartTest::draggingChoosesAStretchOfTime_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QVariantList>("bins");
    QTest::newRow("to later") << 0 << 2 << QVariantList({0, 2});
    QTest::newRow("to earlier") << 3 << 1 << QVariantList({1, 3});
}

void UsageChartTest::draggingChoosesAStretchOfTime()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QSignalSpy dragged(m_chart.get(), &UsageChart::rangeDragged);
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const auto middle = [this](int bar) { return QPoint(m_chart->spotRect({bar, -1}).center().x(), 120); };
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, middle(from));
    QMouseEvent move(QEvent::MouseMove, middle(to), m_chart->mapToGlobal(middle(to)), Qt::LeftButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(m_chart.get(), &move);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, middle(to));
    QCOMPARE(dragged.count(), 1);
    QTEST(dragged.takeFirst(), "bins");
    QVERIFY(activated.isEmpty());
}

void UsageChartTest::newFiguresLeaveADragAlone_data()
{
    QTest::addColumn<ChartPicture>("newer");
    QTest::addColumn<int>("dragged");
    QTest::newRow("of the same days") << fourDays() << 1;
    QTest::newRow("of other times") << threeShares() << 0;
}

void UsageChartTest::newFiguresLeaveADragAlone()
{
    QFETCH(ChartPicture, newer);
    QSignalSpy dragged(m_chart.get(), &UsageChart::rangeDragged);
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    const QPoint from = m_chart->spotRect({0, -1}).center();
    const QPoint to = m_chart->spotRect({2, 0}).center();
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, m_chart->mapToGlobal(to), Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_chart.get(), &move);
    m_chart->setPicture(newer);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, to);
    QTEST(static_cast<int>(dragged.count()), "dragged");
    QVERIFY(activated.isEmpty());
}

void UsageChartTest::escapeAsksToGoBack()
{
    QSignalSpy left(m_chart.get(), &UsageChart::left);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void UsageChartTest::aPointOfALineLeadsToIt()
{
    m_chart->setPicture(fourDays(ChartPicture::Kind::Lines));
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->spotRect({2, 0}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({2, 0}));
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->spotRect({0, 1}).center());
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
}

void UsageChartTest::aLineBreaksWhereNothingIsKnown()
{
    ChartPicture broken = fourDays(ChartPicture::Kind::Lines);
    broken.series.removeLast();
    broken.series.first().marks = {dollars(4), dollars(3.5), dollars(3.5), dollars(4)};
    const auto between = [this](int one, int other) {
        return (m_chart->spotRect({one, 0}).center() + m_chart->spotRect({other, 0}).center()) / 2;
    };
    m_chart->setPicture(broken);
    const QPoint middle = between(1, 2);
    // Between two grid lines there is nothing but the line.
    const QColor ground = m_theme->colour(Theme::Token::Panel);
    QVERIFY(picture().pixelColor(middle) != ground);
    broken.series.first().marks[2].value.reset();
    m_chart->setPicture(broken);
    QCOMPARE(picture().pixelColor(middle), ground);
}

void UsageChartTest::sharesStandBelowOneAnother()
{
    m_chart->setPicture(threeShares());
    const QRect first = m_chart->spotRect({0, 0});
    const QRect second = m_chart->spotRect({0, 1});
    QVERIFY(second.top() >= first.bottom());
    QCOMPARE(second.left(), first.left());
    QVERIFY(std::abs(second.width() * 2 - first.width()) <= 3);
    QCOMPARE(picture().pixelColor(second.center()), m_theme->seriesColour(1));
    QSignalSpy activated(m_chart.get(), &UsageChart::activated);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, second.center());
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Down);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.takeFirst(), QVariantList({0, 1}));
    QSignalSpy dragged(m_chart.get(), &UsageChart::rangeDragged);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, first.center());
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, first.center());
    QVERIFY(dragged.isEmpty());
}

void UsageChartTest::anEventIsALineAtItsTime()
{
    const int x = m_chart->spotRect({3, -1}).center().x();
    const QImage before = picture();
    ChartPicture marked = fourDays();
    // In the middle of the fourth day, and one that is not in the period.
    marked.events = {{4 * kChartDayMs + kChartDayMs / 2, QStringLiteral("cheap v2")},
                     {9 * kChartDayMs, QStringLiteral("later")}};
    m_chart->setPicture(marked);
    const QImage after = picture();
    bool drawn = false;
    for (int y = 40; y < 200; ++y)
        drawn = drawn || before.pixel(x, y) != after.pixel(x, y)
            || before.pixel(x + 1, y) != after.pixel(x + 1, y);
    QVERIFY(drawn);
    const int left = m_chart->spotRect({1, -1}).center().x();
    for (int y = 40; y < 200; ++y)
        QCOMPARE(after.pixel(left, y), before.pixel(left, y));
}

void UsageChartTest::labelsOfEventsCoverNothing_data()
{
    QTest::addColumn<QList<double>>("lines");
    QTest::addColumn<QStringList>("labels");
    const QString each = QStringLiteral("route/a version 1");
    const QString two = QStringLiteral("2 activations");
    QTest::newRow("none") << QList<double>() << QStringList();
    QTest::newRow("one") << QList<double>{100} << QStringList{each};
    QTest::newRow("far apart") << QList<double>{100, 1000} << QStringList{each, each};
    QTest::newRow("close together") << QList<double>{100, 104} << QStringList{two};
    QTest::newRow("at one moment") << QList<double>{100, 100, 100}
                                   << QStringList{QStringLiteral("3 activations")};
    QTest::newRow("two close together, one far away")
        << QList<double>{100, 104, 1000} << QStringList{two, each};
    QTest::newRow("at the right end") << QList<double>{100, 1990} << QStringList{each, each};
    QTest::newRow("close together at the right end")
        << QList<double>{100, 1980, 1990} << QStringList{each, two};
}

void UsageChartTest::labelsOfEventsCoverNothing()
{
    using Lines = QList<double>;
    QFETCH(Lines, lines);
    QFETCH(QStringList, labels);
    QList<ui::PlacedEvent> events;
    for (const double x : lines)
        events.append({x, QStringLiteral("route/a version 1")});
    const QFontMetrics metrics(m_theme->font(0.88));
    const QList<ui::EventLabel> placed = ui::eventLabels(events, metrics, 0.0, 2000.0, 4.0);
    QStringList texts;
    double free = 0.0;
    for (const ui::EventLabel &label : placed) {
        texts.append(label.text);
        QVERIFY(label.left >= free);
        free = label.right();
        for (const double x : lines)
            QVERIFY(x <= label.left || x >= label.right());
    }
    QVERIFY(free <= 2000.0);
    QCOMPARE(texts, labels);
}

void UsageChartTest::anEventIsToldWithTheBarOfItsTime()
{
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("4 Nov: $0.00"));
    ChartPicture marked = fourDays();
    // The first moment of the fourth day, and the last of the third.
    marked.events = {{4 * kChartDayMs, QStringLiteral("cheap v2")},
                     {4 * kChartDayMs - 1, QStringLiteral("cheap v1")}};
    m_chart->setPicture(marked);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("4 Nov: $0.00, cheap v2"));
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("3 Nov: $4.00, cheap v1"));
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("2 Nov: $0.00"));
    QCOMPARE(marked.spotDetails({2, 0}), QStringLiteral("3 Nov, one: $4.00\nUS$ 4\ncheap v1"));
    marked.kind = ChartPicture::Kind::Shares;
    QCOMPARE(marked.eventsAt({2, 0}), QStringList());
}

void UsageChartTest::beyondTheThemesColoursComeTints()
{
    QSet<QRgb> seen;
    for (int index = 0; index < Theme::kSeries + 10; ++index)
        seen.insert(ui::chartColour(*m_theme, index).rgb());
    QCOMPARE(seen.size(), Theme::kSeries + 10);
    QCOMPARE(ui::chartColour(*m_theme, 2), m_theme->seriesColour(2));
}

void UsageChartTest::aPictureHasTitleChartAndLegend()
{
    const ui::ChartSheet sheet{QStringLiteral("Cost"),
                               fourDays(),
                               {{QStringLiteral("one"), 0}, {QStringLiteral("two"), 1}},
                               {500, 300}};
    const QImage image = ui::chartImage(*m_theme, sheet, 2.0);
    QCOMPARE(image.size(), QSize(1000, 600));
    int first = 0;
    int second = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            first += image.pixelColor(x, y) == m_theme->seriesColour(0) ? 1 : 0;
            second += image.pixelColor(x, y) == m_theme->seriesColour(1) ? 1 : 0;
        }
    }
    // The first model has six times the area of the second.
    QVERIFY2(first > 4 * second && second > 100, qPrintable(QStringLiteral("%1 %2").arg(first).arg(second)));
}

void UsageChartTest::anSvgKeepsItsTexts()
{
    const ui::ChartSheet sheet{
        QStringLiteral("Cost & tokens"), fourDays(), {{QStringLiteral("gpt-5-mini"), 0}}, {500, 300}};
    const QByteArray svg = ui::chartSvg(*m_theme, sheet);
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("gpt-5-mini"));
    QVERIFY(svg.contains("Cost &amp; tokens"));
    QVERIFY(svg.contains("1 Nov"));
}

void UsageChartTest::theFocusRingCrossesNothing_data()
{
    QTest::addColumn<ChartPicture>("shown");
    QTest::newRow("bars") << fourDays();
    QTest::newRow("lines") << fourDays(ChartPicture::Kind::Lines);
    QTest::newRow("shares") << threeShares();
}

void UsageChartTest::theFocusRingCrossesNothing()
{
    QFETCH(ChartPicture, shown);
    m_chart->setPicture(shown);
    m_chart->clearFocus();
    const QImage without = picture();
    m_chart->window()->activateWindow();
    m_chart->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_chart->hasFocus());
    m_chart->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    const QImage with = picture();
    int ring = 0;
    int crossed = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) == without.pixel(x, y))
                continue;
            ++ring;
            crossed += without.pixel(x, y) == m_theme->colour(Theme::Token::Panel).rgb() ? 0 : 1;
        }
    }
    QVERIFY2(ring > 1000, qPrintable(QString::number(ring)));
    QCOMPARE(crossed, 0);
}

SWITCHYARD_TEST(UsageChartTest)

#include "tst_usagechart.moc"

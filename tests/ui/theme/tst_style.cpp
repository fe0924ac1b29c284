#include "tests/support/testunit.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using ui::Style;

namespace {

double wcagLuminance(const QColor &colour)
{
    const auto linear = [](float part) {
        return part <= 0.04045F ? part / 12.92 : std::pow((double(part) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// As WCAG measures it: 1 for the same colour, 21 for black on white.
double wcagContrast(const QColor &one, const QColor &other)
{
    const double first = wcagLuminance(one);
    const double second = wcagLuminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

/// Measures and drawing that widgets of Qt take from the style.
class StyleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void spinBoxesAreAsHighAsFields();
    void rowsHaveRoomAroundTheirText();
    void textFieldsKeepOffTheirCorners();
    void theCornerBetweenScrollBarsIsOfTheGround();
    void aBarIsFilledAsFarAsItsProgress();
    void dialogButtonsHaveNoIcons();
    void theFocusOfATableIsSeen_data();
    void theFocusOfATableIsSeen();

private:
    static QImage canvas();
};

QImage StyleTest::canvas()
{
    QImage image(200, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

void StyleTest::initTestCase()
{
    QApplication::setStyle(new Style);
}

void StyleTest::spinBoxesAreAsHighAsFields()
{
    const QSpinBox number;
    const QLineEdit text;
    QCOMPARE(number.sizeHint().height(), text.sizeHint().height());
}

void StyleTest::rowsHaveRoomAroundTheirText()
{
    QListWidget list;
    list.addItem(QStringLiteral("demo/swift"));
    QVERIFY(list.sizeHintForRow(0) >= list.fontMetrics().height() * 3 / 2);
}

void StyleTest::textFieldsKeepOffTheirCorners()
{
    QPlainTextEdit field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QVERIFY2(field.frameWidth() > 1, "the text would cover the round line");
    QVERIFY(field.rect().adjusted(2, 2, -2, -2).contains(field.viewport()->geometry()));
}

void StyleTest::theCornerBetweenScrollBarsIsOfTheGround()
{
    QImage image = canvas();
    QStyleOption option;
    option.rect = image.rect();
    option.palette.setColor(QPalette::Base, Qt::darkCyan);
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(QStyle::PE_PanelScrollAreaCorner, &option, &painter);
    painter.end();
    QImage ground = canvas();
    ground.fill(Qt::darkCyan);
    QCOMPARE(image, ground);
}

void StyleTest::aBarIsFilledAsFarAsItsProgress()
{
    QImage image = canvas();
    QStyleOptionProgressBar option;
    option.rect = image.rect();
    option.minimum = 0;
    option.maximum = 100;
    option.progress = 50;
    QPainter painter(&image);
    QApplication::style()->drawControl(QStyle::CE_ProgressBar, &option, &painter);
    painter.end();
    const QColor fill = option.palette.color(QPalette::Highlight);
    QCOMPARE(image.pixelColor(50, 10), fill);
    QVERIFY(image.pixelColor(150, 10) != fill);
    QVERIFY(image.pixelColor(150, 10) != QColor(Qt::white));
}

void StyleTest::dialogButtonsHaveNoIcons()
{
    const QDialogButtonBox box(QDialogButtonBox::Close);
    QVERIFY(box.button(QDialogButtonBox::Close)->icon().isNull());
}

void StyleTest::theFocusOfATableIsSeen_data()
{
    QTest::addColumn<ui::Theme::Scheme>("scheme");
    QTest::addColumn<bool>("rows");
    QTest::newRow("rows, light") << ui::Theme::Scheme::Light << true;
    QTest::newRow("rows, dark") << ui::Theme::Scheme::Dark << true;
    QTest::newRow("cells, light") << ui::Theme::Scheme::Light << false;
    QTest::newRow("cells, dark") << ui::Theme::Scheme::Dark << false;
}

void StyleTest::theFocusOfATableIsSeen()
{
    QFETCH(ui::Theme::Scheme, scheme);
    QFETCH(bool, rows);
    ui::Theme theme;
    theme.setScheme(scheme);
    theme.install();
    QTableWidget table(3, 3);
    table.setShowGrid(false);
    table.setSelectionBehavior(rows ? QAbstractItemView::SelectRows : QAbstractItemView::SelectItems);
    table.resize(400, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    table.setCurrentCell(1, 0);
    const QImage shown = table.viewport()->grab().toImage();
    const auto top = [&](int column) {
        const QRect cell = table.visualRect(table.model()->index(1, column));
        return shown.pixelColor(QPoint(cell.center().x(), cell.top()) * shown.devicePixelRatio());
    };
    const auto inside = [&](int column) {
        const QRect cell = table.visualRect(table.model()->index(1, column));
        return shown.pixelColor(cell.center() * shown.devicePixelRatio());
    };
    const auto above = [&](int column) {
        const QRect cell = table.visualRect(table.model()->index(0, column));
        return shown.pixelColor(cell.center() * shown.devicePixelRatio());
    };
    for (int column = 0; column < 3; ++column) {
        const bool ringed = rows || column == 0;
        QCOMPARE(wcagContrast(top(column), inside(column)) >= 3.0, ringed);
        QCOMPARE(wcagContrast(top(column), above(column)) >= 3.0, ringed);
    }
    // One ring, not one for each cell.
    const QRect first = table.visualRect(table.model()->index(1, 0));
    const QPoint between(first.right(), first.center().y());
    const bool edge = wcagContrast(shown.pixelColor(between * shown.devicePixelRatio()), inside(0)) >= 3.0;
    QCOMPARE(edge, !rows);
}

SWITCHYARD_TEST(StyleTest)
#include "tst_style.moc"

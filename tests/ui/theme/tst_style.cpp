#include "tests/support/testunit.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTest>

using ui::Style;

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

SWITCHYARD_TEST(StyleTest)
#include "tst_style.moc"

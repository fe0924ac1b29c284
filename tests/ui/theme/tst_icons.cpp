#include "tests/support/testunit.h"
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QTest>

using ui::Icon;
using ui::Theme;

class IconsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyIconIsDrawnInItsColour_data();
    void everyIconIsDrawnInItsColour();
    void iconsAreDifferent();
    void anIconFollowsTheScheme();
    void aCheckedIconHasItsOwnColour();
    void iconsAreSharpOnDensePixels();
    void theApplicationHasAnIcon();
};

namespace {

/// The colour of the most opaque pixel.
QColor mainColour(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QRgb best = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(best))
                best = image.pixel(x, y);
        }
    }
    return QColor::fromRgba(best);
}

bool alike(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) < 4 && qAbs(a.green() - b.green()) < 4 && qAbs(a.blue() - b.blue()) < 4;
}

} // namespace

void IconsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void IconsTest::everyIconIsDrawnInItsColour_data()
{
    QTest::addColumn<int>("icon");
    for (int i = 0; i < ui::kIcons; ++i)
        QTest::newRow(qPrintable(ui::iconPath(static_cast<Icon>(i)))) << i;
}

void IconsTest::everyIconIsDrawnInItsColour()
{
    QFETCH(int, icon);
    const QColor colour(200, 40, 90);
    const QPixmap pixmap = ui::iconPixmap(static_cast<Icon>(icon), colour, 48, 1.0);
    QVERIFY(QFile::exists(ui::iconPath(static_cast<Icon>(icon))));
    QVERIFY(alike(mainColour(pixmap), colour));
}

void IconsTest::iconsAreDifferent()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < ui::kIcons; ++i) {
        const QImage image = ui::iconPixmap(static_cast<Icon>(i), Qt::black, 32, 1.0).toImage();
        const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        QVERIFY2(!seen.contains(bytes), qPrintable(ui::iconPath(static_cast<Icon>(i))));
        seen.insert(bytes);
    }
}

void IconsTest::anIconFollowsTheScheme()
{
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    const QIcon icon = ui::themedIcon(theme, Icon::Stop, Theme::Token::Bad);
    QVERIFY(alike(mainColour(icon.pixmap(48, 48)), Theme::colour(Theme::Token::Bad, false)));
    theme.setScheme(Theme::Scheme::Dark);
    QVERIFY(alike(mainColour(icon.pixmap(48, 48)), Theme::colour(Theme::Token::Bad, true)));
    QVERIFY(alike(mainColour(icon.pixmap(48, 48, QIcon::Disabled)), Theme::colour(Theme::Token::Ink3, true)));
}

void IconsTest::aCheckedIconHasItsOwnColour()
{
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    const QIcon icon = ui::themedIcon(theme, Icon::Star, Theme::Token::Ink2, Theme::Token::Warn);
    QVERIFY(alike(mainColour(icon.pixmap(48, 48, QIcon::Normal, QIcon::On)),
                  Theme::colour(Theme::Token::Warn, false)));
    QVERIFY(alike(mainColour(icon.pixmap(48, 48)), Theme::colour(Theme::Token::Ink2, false)));
}

void IconsTest::iconsAreSharpOnDensePixels()
{
    const QPixmap dense = ui::iconPixmap(Icon::Compare, Qt::black, 24, 2.0);
    QCOMPARE(dense.size(), QSize(48, 48));
    QCOMPARE(dense.deviceIndependentSize(), QSizeF(24, 24));

    const Theme theme;
    const QPixmap scaled = ui::themedIcon(theme, Icon::Compare).pixmap(QSize(24, 24), 2.0);
    QCOMPARE(scaled.size(), QSize(48, 48));
}

void IconsTest::theApplicationHasAnIcon()
{
    const QPixmap pixmap = ui::applicationIcon().pixmap(64, 64);
    QVERIFY(!pixmap.isNull());
    QVERIFY(mainColour(pixmap).alpha() > 0);
}

SWITCHYARD_TEST(IconsTest)
#include "tst_icons.moc"

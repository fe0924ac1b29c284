#include "ui/theme/theme.h"

#include "tests/support/testunit.h"
#include "ui/theme/desktopscheme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using ui::Theme;

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void textCanBeReadOnEveryBackground_data();
    void textCanBeReadOnEveryBackground();
    void seriesColoursAreAllDifferent();
    void unknownSeriesAreOther();
    void schemeChangesTheApplicationAtOnce();
    void systemSchemeIsThePaletteWithoutADesktop();
    void choosingTheSameSchemeIsNoChange();
    void zoomScalesFontAndMeasures_data();
    void zoomScalesFontAndMeasures();
    void figuresAreOfOneWidth();
    void disabledTextIsQuieter();
};

namespace {

// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &colour)
{
    const auto channel = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(double(colour.redF())) + 0.7152 * channel(double(colour.greenF()))
        + 0.0722 * channel(double(colour.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

void ThemeTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

void ThemeTest::textCanBeReadOnEveryBackground_data()
{
    using T = Theme::Token;
    struct Named
    {
        const char *name;
        T token;
    };
    QTest::addColumn<Theme::Token>("ink");
    QTest::addColumn<Theme::Token>("ground");
    QTest::addColumn<bool>("dark");
    const Named inks[] = {{"ink", T::Ink},   {"ink2", T::Ink2}, {"ink3", T::Ink3}, {"accent", T::Accent},
                          {"good", T::Good}, {"warn", T::Warn}, {"bad", T::Bad}};
    const Named grounds[] = {{"background", T::Background}, {"panel", T::Panel}, {"panel2", T::Panel2}};
    for (const bool dark : {false, true}) {
        const char *const scheme = dark ? "dark" : "light";
        for (const Named &ink : inks) {
            for (const Named &ground : grounds)
                QTest::addRow("%s on %s, %s", ink.name, ground.name, scheme)
                    << ink.token << ground.token << dark;
        }
        QTest::addRow("text in a selected row, %s", scheme) << T::Ink << T::AccentSoft << dark;
        QTest::addRow("secondary text in a selected row, %s", scheme) << T::Ink2 << T::AccentSoft << dark;
        QTest::addRow("name of the chosen page, %s", scheme) << T::Accent << T::AccentSoft << dark;
        QTest::addRow("text of the primary button, %s", scheme) << T::OnAccent << T::Accent << dark;
    }
}

void ThemeTest::textCanBeReadOnEveryBackground()
{
    QFETCH(Theme::Token, ink);
    QFETCH(Theme::Token, ground);
    QFETCH(bool, dark);
    const double ratio = contrast(Theme::colour(ink, dark), Theme::colour(ground, dark));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ThemeTest::seriesColoursAreAllDifferent()
{
    for (const bool dark : {false, true}) {
        QSet<QRgb> seen;
        for (int i = 0; i < Theme::kSeries; ++i)
            seen.insert(Theme::seriesColour(i, dark).rgb());
        QCOMPARE(seen.size(), qsizetype(Theme::kSeries));
    }
}

void ThemeTest::unknownSeriesAreOther()
{
    QCOMPARE(Theme::seriesColour(17, false), Theme::seriesColour(Theme::kSeries - 1, false));
    QCOMPARE(Theme::seriesColour(-1, true), Theme::seriesColour(Theme::kSeries - 1, true));
}

void ThemeTest::schemeChangesTheApplicationAtOnce()
{
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    theme.install();
    QLineEdit field;
    field.show();
    QCOMPARE(field.palette().color(QPalette::Base), Theme::colour(Theme::Token::Panel, false));

    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(Theme::Scheme::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.colour(Theme::Token::Panel), Theme::colour(Theme::Token::Panel, true));
    QTRY_COMPARE(field.palette().color(QPalette::Base), Theme::colour(Theme::Token::Panel, true));
    QCOMPARE(QApplication::palette().color(QPalette::Mid), Theme::colour(Theme::Token::Line, true));
}

void ThemeTest::systemSchemeIsThePaletteWithoutADesktop()
{
    QApplication::setPalette(QPalette(QColor(20, 20, 20)));
    const Theme dark;
    QVERIFY(dark.isDark());
    QApplication::setPalette(QPalette(QColor(240, 240, 240)));
    const Theme light;
    QVERIFY(!light.isDark());
}

void ThemeTest::choosingTheSameSchemeIsNoChange()
{
    Theme theme;
    theme.setScheme(Theme::Scheme::Dark);
    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setScheme(Theme::Scheme::Dark);
    theme.setZoom(theme.zoom());
    QCOMPARE(changed.size(), 0);
}

void ThemeTest::zoomScalesFontAndMeasures_data()
{
    QTest::addColumn<double>("asked");
    QTest::addColumn<double>("kept");
    QTest::newRow("twice the size") << 2.0 << 2.0;
    QTest::newRow("half the size") << 0.5 << 0.5;
    QTest::newRow("too large is the largest") << 40.0 << Theme::kMaxZoom;
    QTest::newRow("too small is the smallest") << 0.0 << Theme::kMinZoom;
}

void ThemeTest::zoomScalesFontAndMeasures()
{
    QFETCH(double, asked);
    QFETCH(double, kept);
    Theme theme;
    theme.install();
    const double before = theme.font().pointSizeF();
    theme.setZoom(asked);
    QCOMPARE(theme.zoom(), kept);
    QCOMPARE(theme.font().pointSizeF(), before * kept);
    QCOMPARE(QApplication::font().pointSizeF(), before * kept);
    QCOMPARE(theme.px(48), qRound(48 * kept));
    theme.setZoom(1.0);
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

void ThemeTest::figuresAreOfOneWidth()
{
    const Theme theme;
    const QFontMetricsF metrics(Theme::tabularFont(theme.font()));
    for (char digit = '0'; digit <= '9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('0')));
}

void ThemeTest::disabledTextIsQuieter()
{
    const QPalette palette = Theme().palette();
    QVERIFY(palette.color(QPalette::Disabled, QPalette::Text)
            != palette.color(QPalette::Active, QPalette::Text));
}

SWITCHYARD_TEST(ThemeTest)
#include "tst_theme.moc"

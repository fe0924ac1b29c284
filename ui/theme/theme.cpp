#include "ui/theme/theme.h"

#include "ui/theme/desktopscheme.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QToolTip>

#include <array>

namespace ui {

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

// Ink3, Good and Warn are a little stronger than a designer's eye would choose: everything that is read keeps
// a contrast of 4.5:1 on each of the backgrounds (https://www.w3.org/TR/WCAG21/#contrast-minimum).
constexpr std::array<Shades, Theme::kTokens> kColours{{
    {0xfff6f7f9, 0xff14171c}, // Background
    {0xffffffff, 0xff1c2027}, // Panel
    {0xfff1f3f6, 0xff23282f}, // Panel2
    {0xffdfe3e8, 0xff323944}, // Line
    {0xff1b2330, 0xffe7eaf0}, // Ink
    {0xff566072, 0xffa4adbb}, // Ink2
    {0xff646d7d, 0xff8b95a5}, // Ink3
    {0xff2b62d9, 0xff7aa5ff}, // Accent
    {0xffe3ecfd, 0xff22314f}, // AccentSoft
    {0xffffffff, 0xff14171c}, // OnAccent
    {0xff197a4a, 0xff58c08d}, // Good
    {0xff985a00, 0xffe0a545}, // Warn
    {0xffc0352b, 0xfff0796f}, // Bad
}};

constexpr std::array<Shades, Theme::kSeries> kSeriesColours{{
    {0xff2b62d9, 0xff7aa5ff},
    {0xffe08a1e, 0xfff0b057},
    {0xff1f8a55, 0xff58c08d},
    {0xffb4459b, 0xffd987c4},
    {0xff5aa9d6, 0xff8fd0f5},
    {0xff8a93a3, 0xff8a93a3},
}};

QColor shade(const Shades &shades, bool dark)
{
    return QColor::fromRgba(dark ? shades.dark : shades.light);
}

} // namespace

Theme::Theme(DesktopScheme *desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_systemFont(QApplication::font())
    , m_systemPaletteDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    m_dark = wantsDark();
    if (m_desktop)
        connect(m_desktop, &DesktopScheme::changed, this, &Theme::refresh);
}

void Theme::install()
{
    m_installed = true;
    QApplication::setStyle(new Style);
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    QApplication::setFont(font());
    emit changed();
}

QColor Theme::colour(Token token, bool dark)
{
    return shade(kColours[static_cast<std::size_t>(token)], dark);
}

QColor Theme::seriesColour(int index, bool dark)
{
    const int known = index >= 0 && index < kSeries ? index : kSeries - 1;
    return shade(kSeriesColours[static_cast<std::size_t>(known)], dark);
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    refresh();
}

void Theme::setZoom(double zoom)
{
    const double bounded = std::clamp(zoom, kMinZoom, kMaxZoom);
    if (qFuzzyCompare(bounded, m_zoom))
        return;
    m_zoom = bounded;
    if (m_installed)
        QApplication::setFont(font());
    emit changed();
}

int Theme::px(int pixels) const
{
    return std::max(1, qRound(pixels * m_zoom));
}

QFont Theme::font(double scale, QFont::Weight weight) const
{
    QFont result = m_systemFont;
    if (result.pixelSize() > 0)
        result.setPixelSize(std::max(1, qRound(result.pixelSize() * m_zoom * scale)));
    else
        result.setPointSizeF(result.pointSizeF() * m_zoom * scale);
    result.setWeight(weight);
    return result;
}

QFont Theme::codeFont() const
{
    QFont result = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    result.setStyleHint(QFont::Monospace);
    const QFont text = font();
    if (text.pixelSize() > 0)
        result.setPixelSize(text.pixelSize());
    else
        result.setPointSizeF(text.pointSizeF());
    return result;
}

QFont Theme::tabularFont(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char digit = '1'; digit <= '9'; ++digit) {
        if (qAbs(metrics.horizontalAdvance(QLatin1Char(digit)) - width) < 0.01)
            continue;
        QFont fixed = font;
        fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
        fixed.setStyleHint(QFont::Monospace);
        return fixed;
    }
    return font;
}

QPalette Theme::palette() const
{
    const std::pair<QPalette::ColorRole, Token> roles[] = {
        {QPalette::Window, Token::Background},
        {QPalette::WindowText, Token::Ink},
        {QPalette::Base, Token::Panel},
        {QPalette::AlternateBase, Token::Panel2},
        {QPalette::Text, Token::Ink},
        {QPalette::PlaceholderText, Token::Ink3},
        {QPalette::Button, Token::Panel},
        {QPalette::ButtonText, Token::Ink},
        {QPalette::BrightText, Token::Bad},
        {QPalette::ToolTipBase, Token::Panel2},
        {QPalette::ToolTipText, Token::Ink},
        {QPalette::Highlight, Token::Accent},
        {QPalette::HighlightedText, Token::OnAccent},
        {QPalette::Link, Token::Accent},
        {QPalette::LinkVisited, Token::Accent},
        {QPalette::Light, Token::Panel},
        {QPalette::Midlight, Token::AccentSoft},
        {QPalette::Mid, Token::Line},
        {QPalette::Dark, Token::Ink2},
        {QPalette::Shadow, Token::Line},
    };
    QPalette result;
    for (const auto &[role, token] : roles)
        result.setColor(QPalette::All, role, colour(token));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, colour(Token::Ink3));
    return result;
}

void Theme::refresh()
{
    const bool dark = wantsDark();
    if (dark == m_dark)
        return;
    m_dark = dark;
    if (m_installed) {
        QApplication::setPalette(palette());
        QToolTip::setPalette(palette());
    }
    emit changed();
}

bool Theme::wantsDark() const
{
    if (m_scheme != Scheme::System)
        return m_scheme == Scheme::Dark;
    const std::optional<bool> desktop = m_desktop ? m_desktop->dark() : std::nullopt;
    return desktop.value_or(m_systemPaletteDark);
}

} // namespace ui

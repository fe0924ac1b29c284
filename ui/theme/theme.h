#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace ui {

class DesktopScheme;

/// The colours, fonts and measures everything on screen asks for. Application owns it and passes it by
/// reference; it outlives every widget. GUI thread only. The tokens are those of the design: name, light,
/// dark.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Token {
        Background, ///< the page behind cards
        Panel, ///< lanes, cards, bars
        Panel2, ///< rail, status bar, table heads
        Line, ///< 1 px separators
        Ink, ///< text
        Ink2, ///< secondary text
        Ink3, ///< hints
        Accent, ///< selection, links, the one primary button
        AccentSoft, ///< behind something selected
        OnAccent, ///< text on Accent
        Good,
        Warn,
        Bad,
    };
    enum class Scheme { System, Light, Dark };

    static constexpr int kTokens = 13;
    /// Colours of lanes and series; the last one means "Other".
    static constexpr int kSeries = 6;
    static constexpr double kMinZoom = 0.5;
    static constexpr double kMaxZoom = 3.0;

    /// Follows `desktop`, or nothing but the palette found at start when it is null. Changes the look of the
    /// application only after `install()`.
    explicit Theme(DesktopScheme *desktop = nullptr, QObject *parent = nullptr);

    /// Sets style, palette and font of the application, now and whenever they change.
    void install();

    QColor colour(Token token) const { return colour(token, m_dark); }
    static QColor colour(Token token, bool dark);

    /// `index` 0 to 4 are colours of their own; anything else is "Other".
    QColor seriesColour(int index) const { return seriesColour(index, m_dark); }
    static QColor seriesColour(int index, bool dark);

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    bool isDark() const { return m_dark; }

    /// Scales fonts and measures; kept between kMinZoom and kMaxZoom.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);

    /// `pixels` of the design at the present zoom, at least 1.
    int px(int pixels) const;

    /// The system's font at `scale` times its size and the present zoom.
    QFont font(double scale = 1.0, QFont::Weight weight = QFont::Normal) const;
    /// The system's monospaced font at the present zoom.
    QFont codeFont() const;
    /// `font` itself when its figures are all of one width, else the monospaced font at its size.
    static QFont tabularFont(const QFont &font);

    QPalette palette() const;

signals:
    /// Colours, fonts or measures are different now: repaint, lay out again.
    void changed();

private:
    void refresh();
    bool wantsDark() const;

    DesktopScheme *const m_desktop;
    QFont m_systemFont;
    bool m_systemPaletteDark = false;
    Scheme m_scheme = Scheme::System;
    double m_zoom = 1.0;
    bool m_dark = false;
    bool m_installed = false;
};

} // namespace ui

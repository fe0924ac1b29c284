#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

#include <array>

static void loadIconResources()
{
    static const bool once = [] {
        Q_INIT_RESOURCE(icons);
        return true;
    }();
    Q_UNUSED(once)
}

namespace ui {

namespace {

constexpr std::array<const char *, kIcons> kNames{
    "accounts",   "add",     "calendar",    "check",    "chevron-down", "chevron-left", "chevron-right",
    "chevron-up", "clock",   "close",       "code",     "columns",      "compare",      "copy",
    "database",   "diff",    "download",    "drag",     "edit",         "error",        "evaluate",
    "external",   "eye",     "eye-off",     "filter",   "folder",       "grid",         "history",
    "image",      "info",    "key",         "maximise", "more",         "network",      "paste",
    "play",       "restore", "retry",       "routes",   "search",       "send",         "server",
    "settings",   "star",    "star-filled", "stop",     "swap",         "tabs",         "tag",
    "text",       "thought", "tool",        "trash",    "undo",         "usage",        "warning",
    "pin",        "redo",
};

QByteArray svgOf(Icon icon)
{
    loadIconResources();
    QFile file(iconPath(icon));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws the SVG in the theme's colour of the moment.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, Icon icon, Theme::Token token, Theme::Token checked)
        : m_theme(&theme), m_icon(icon), m_token(token), m_checked(checked)
    {
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return false; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pixmap =
            iconPixmap(m_icon, colour(mode, state), size, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                            pixmap);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_icon, colour(mode, state), std::min(size.width(), size.height()), 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // Qt hands over the size in device pixels.
        const int extent = std::min(size.width(), size.height());
        return iconPixmap(m_icon, colour(mode, state), qRound(extent / scale), scale);
    }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (!m_theme)
            return Qt::gray;
        if (mode == QIcon::Disabled)
            return m_theme->colour(Theme::Token::Ink3);
        return m_theme->colour(state == QIcon::On ? m_checked : m_token);
    }

    QPointer<const Theme> m_theme;
    Icon m_icon;
    Theme::Token m_token;
    Theme::Token m_checked;
};

} // namespace

QString iconPath(Icon icon)
{
    return QStringLiteral(":/switchyard/icons/") % QLatin1String(kNames[static_cast<std::size_t>(icon)])
        % QStringLiteral(".svg");
}

QIcon themedIcon(const Theme &theme, Icon icon, Theme::Token token)
{
    return themedIcon(theme, icon, token, token);
}

QIcon themedIcon(const Theme &theme, Icon icon, Theme::Token token, Theme::Token checked)
{
    return QIcon(new ThemedIconEngine(theme, icon, token, checked));
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, double devicePixelRatio)
{
    const int pixels = std::max(1, qRound(size * devicePixelRatio));
    const QString key = QStringLiteral("switchyard-icon/%1/%2/%3/%4")
                            .arg(static_cast<int>(icon))
                            .arg(colour.name(QColor::HexArgb))
                            .arg(pixels)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(svgOf(icon).replace("currentColor", colour.name(QColor::HexRgb).toLatin1()));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon applicationIcon()
{
    loadIconResources();
    return QIcon(QStringLiteral(":/switchyard/icons/app.svg"));
}

} // namespace ui

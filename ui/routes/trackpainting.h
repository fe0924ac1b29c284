#pragma once

#include "ui/routes/tracklayout.h"
#include "ui/routes/tracktexts.h"
#include "ui/theme/theme.h"

#include <QGlyphRun>

class QPainter;

namespace ui {

/// Zoom, with that of the theme, below which words are too small to be read.
inline constexpr qreal kTrackWordsFrom = 0.45;

/// What all tracks are drawn with. Owned by TrackScene.
struct TrackStyle
{
    explicit TrackStyle(const Theme &theme);
    /// Takes over what the theme has now.
    void measure();

    const Theme &theme;
    QFont titleFont;
    QFont lineFont;
    QFont labelFont;
    int titleHeight = 0;
    int lineHeight = 0;
    int labelHeight = 0;
    /// Of a letter of the second line, on average.
    int letterWidth = 0;
    TrackMeasures measures = {};
};

/// One line of text that is drawn often: its glyphs, which are shaped once and not for every zoom. A value.
struct TrackText
{
    QList<QGlyphRun> glyphs = {};
    int width = 0;
};

/// Elided when it is wider than `width`, unless that is below 0.
TrackText trackText(const QString &text, const QFont &font, int width = -1,
                    Qt::TextElideMode mode = Qt::ElideRight);

/// The words of one node, elided and laid out for its width. A value.
struct NodeFace
{
    TrackText title = {};
    /// Below the title; at most two.
    QList<TrackText> lines = {};
    TrackText state = {};
    /// Below the node.
    TrackText note = {};
    /// On the line that leads to it, from above; at most two.
    QList<TrackText> label = {};
    bool isProblem = false; ///< the lines say what is wrong
    NodeMood mood = NodeMood::Plain;
};

/// `below`: what is wrong stands below the node and not in it.
NodeFace nodeFace(const NodeWords &words, const TrackStyle &style, int width, int labelWidth, bool below);

/// The states in which a node is drawn.
struct NodeLook
{
    bool lit = false;
    bool selected = false;
    bool focused = false;
    bool hovered = false;
    bool off = false;
    NodeMood mood = NodeMood::Plain;
    /// Lengths of its two lines in letters, for when they are too small to be read.
    qsizetype letters[2] = {0, 0};
};

/// Draws parts of tracks with as much detail as can be seen. Lives as long as a call of paint().
class TrackPainter
{
public:
    /// Down to plain boxes; boxes with bars in place of words; everything.
    enum class Detail { Boxes, Bars, Words };
    enum class Line { Plain, Quiet, Fallback, QuietFallback, Lit };

    TrackPainter(QPainter &painter, const TrackStyle &style);

    Detail detail() const { return m_detail; }
    bool hasWords() const { return m_detail == Detail::Words; }

    void line(const QPainterPath &path, Line kind) const;
    void node(const QRect &rect, const NodeLook &look) const;
    /// Needs hasWords().
    void face(const QRect &rect, const NodeFace &face, const NodeLook &look) const;
    void label(const QRect &room, const NodeFace &face) const;
    /// A dashed box with a word in it that adds something.
    void pill(const QRect &rect, const TrackText &words, bool hovered) const;
    void text(const QPoint &at, const TrackText &words, Theme::Token ink) const;

private:
    QColor colour(Theme::Token token) const { return m_style.theme.colour(token); }
    /// At least as wide on the screen as on paper.
    qreal width(qreal wanted) const { return std::max(wanted, wanted / m_scale); }
    void box(const QRect &rect, const NodeLook &look) const;
    void roundBox(const QRect &rect, const QColor &edge, qreal wide, const QColor &fill) const;
    void bars(const QRect &rect, const NodeLook &look) const;

    QPainter &m_painter;
    const TrackStyle &m_style;
    qreal m_scale = 1.0;
    Detail m_detail = Detail::Words;
};

} // namespace ui

#include "ui/routes/trackpainting.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTextLayout>

#include <cmath>

namespace ui {

namespace {

/// Zoom, with that of the theme, below which corners and bars are too small to be seen.
constexpr qreal kBarsFrom = 0.3;

constexpr double kLineScale = 0.9;
constexpr double kLabelScale = 0.85;
constexpr int kNodePadding = 12;
constexpr int kNodeIcon = 14;
constexpr int kBesideState = 6;
constexpr int kPillPadding = 10;
constexpr int kNoteDistance = 6;
constexpr int kRingDistance = 3;
constexpr int kMostLabelLines = 2;
constexpr int kMostNodeLines = 2;
constexpr qreal kLongestText = 100'000.0;

int toGrid(int pixels)
{
    return (pixels + 3) / 4 * 4;
}

int wordWidth(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

Theme::Token moodInk(NodeMood mood)
{
    return mood == NodeMood::Invalid ? Theme::Token::Bad : Theme::Token::Warn;
}

} // namespace

TrackStyle::TrackStyle(const Theme &shown) : theme(shown)
{
    measure();
}

void TrackStyle::measure()
{
    titleFont = theme.font(1.0, QFont::DemiBold);
    lineFont = theme.font(kLineScale);
    labelFont = theme.font(kLabelScale);
    titleHeight = QFontMetrics(titleFont).lineSpacing();
    lineHeight = QFontMetrics(lineFont).lineSpacing();
    labelHeight = QFontMetrics(labelFont).lineSpacing();
    letterWidth = QFontMetrics(lineFont).averageCharWidth();
    const TrackMeasures design;
    for (int TrackMeasures::*const length :
         {&TrackMeasures::margin, &TrackMeasures::promptWidth, &TrackMeasures::promptGap,
          &TrackMeasures::ruleWidth, &TrackMeasures::forkGap, &TrackMeasures::targetWidth,
          &TrackMeasures::fallbackGap, &TrackMeasures::stackGap, &TrackMeasures::trackGap,
          &TrackMeasures::defaultGap, &TrackMeasures::pillGap, &TrackMeasures::stub, &TrackMeasures::corner,
          &TrackMeasures::lowestPrompt, &TrackMeasures::foot})
        measures.*length = theme.px(design.*length);
    measures.nodeHeight =
        std::max(theme.px(design.nodeHeight), toGrid(titleHeight + kMostNodeLines * lineHeight + 8));
    measures.pillHeight = std::max(theme.px(design.pillHeight), lineHeight + 4);
    const auto pillWidth = [&](const QString &text) {
        return wordWidth(lineFont, text) + 2 * theme.px(kPillPadding);
    };
    measures.addTargetWidth = pillWidth(TrackTexts::addTarget());
    measures.addFallbackWidth = pillWidth(TrackTexts::addFallback());
    measures.addRuleWidth = pillWidth(TrackTexts::addRule());
    // What hangs below a node fits before the next track begins.
    measures.trackGap = std::max(measures.trackGap, 2 * (measures.pillHeight + 2 * kNoteDistance));
}

TrackText trackText(const QString &text, const QFont &font, int width, Qt::TextElideMode mode)
{
    const QString line = text.simplified();
    if (line.isEmpty())
        return {};
    QTextLayout layout(width < 0 ? line : QFontMetrics(font).elidedText(line, mode, width), font);
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(kLongestText);
    layout.endLayout();
    return {layout.glyphRuns(), qCeil(only.naturalTextWidth())};
}

NodeFace nodeFace(const NodeWords &words, const TrackStyle &style, int width, int labelWidth, bool below)
{
    NodeFace face;
    const Theme &theme = style.theme;
    const int room = width - 2 * theme.px(kNodePadding);
    int beside = 0;
    if (words.mood != NodeMood::Plain)
        beside += theme.px(kNodeIcon + kBesideState);
    if (!words.state.isEmpty())
        beside += wordWidth(style.lineFont, words.state) + theme.px(kBesideState);
    face.mood = words.mood;
    face.title = trackText(words.title, style.titleFont, room - beside, Qt::ElideMiddle);
    face.state = trackText(words.state, style.lineFont);
    face.isProblem = !below && !words.problem.isEmpty();
    const QString line = face.isProblem ? words.problem : words.line;
    // Sentences may take two lines; facts stand in one.
    const int most = below || face.isProblem ? kMostNodeLines : 1;
    if (!line.isEmpty()) {
        for (const QString &part : linesWithin(line.simplified(), style.lineFont, room, most))
            face.lines.append(trackText(part, style.lineFont));
    }
    const QString note = below && !words.problem.isEmpty() ? words.problem : words.note;
    face.note = trackText(note, style.labelFont, width);
    if (!words.label.isEmpty() && labelWidth > 0) {
        for (const QString &part : linesWithin(words.label, style.labelFont, labelWidth, kMostLabelLines))
            face.label.append(trackText(part, style.labelFont));
    }
    return face;
}

TrackPainter::TrackPainter(QPainter &painter, const TrackStyle &style)
    : m_painter(painter)
    , m_style(style)
    , m_scale(std::max(0.01, QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform())))
{
    const qreal seen = m_scale * style.theme.zoom();
    m_detail = seen >= kTrackWordsFrom ? Detail::Words : seen >= kBarsFrom ? Detail::Bars : Detail::Boxes;
    m_painter.setRenderHint(QPainter::Antialiasing, m_detail != Detail::Boxes);
}

void TrackPainter::line(const QPainterPath &path, Line kind) const
{
    if (path.isEmpty())
        return;
    // A width of 0 is one pixel, which is drawn fastest.
    const qreal thin = m_detail == Detail::Boxes ? 0.0 : width(1.0);
    QPen pen(colour(Theme::Token::Ink3), thin, Qt::SolidLine, Qt::FlatCap);
    switch (kind) {
    case Line::Plain:
        break;
    case Line::Quiet:
        pen.setColor(colour(Theme::Token::Line));
        break;
    case Line::QuietFallback:
        pen.setColor(colour(Theme::Token::Line));
        [[fallthrough]];
    case Line::Fallback:
        if (m_detail == Detail::Boxes)
            pen.setColor(colour(Theme::Token::Line));
        else
            pen.setDashPattern({4.0, 3.0});
        break;
    case Line::Lit:
        pen = QPen(colour(Theme::Token::Accent), width(2.0), Qt::SolidLine, Qt::FlatCap);
        break;
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(path);
}

void TrackPainter::node(const QRect &rect, const NodeLook &look) const
{
    box(rect, look);
    if (m_detail == Detail::Bars)
        bars(rect, look);
    if (!look.selected)
        return;
    const qreal ring = width(look.focused ? 2.0 : 1.0);
    const qreal distance = width(kRingDistance);
    m_painter.setPen(QPen(colour(Theme::Token::Accent), ring));
    m_painter.setBrush(Qt::NoBrush);
    const QRectF around = QRectF(rect).adjusted(-distance, -distance, distance, distance);
    const qreal round = m_style.theme.px(kCardRadius) + distance;
    if (m_detail == Detail::Boxes)
        m_painter.drawRect(around);
    else
        m_painter.drawRoundedRect(around, round, round);
}

void TrackPainter::box(const QRect &rect, const NodeLook &look) const
{
    QColor edge = colour(look.hovered ? Theme::Token::Ink3 : Theme::Token::Line);
    qreal wide = width(1.0);
    if (look.lit) {
        edge = colour(Theme::Token::Accent);
        wide = width(2.0);
    } else if (look.mood != NodeMood::Plain) {
        edge = colour(moodInk(look.mood));
    }
    const QColor fill = colour(look.lit ? Theme::Token::AccentSoft : Theme::Token::Panel);
    if (m_detail == Detail::Boxes) {
        m_painter.fillRect(rect, edge);
        const qreal inset = std::min(wide, rect.height() / 4.0);
        m_painter.fillRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), fill);
        return;
    }
    if (!look.off)
        return roundBox(rect, edge, wide, fill);
    QPen pen(edge, wide);
    pen.setDashPattern({4.0, 3.0});
    m_painter.setPen(pen);
    m_painter.setBrush(fill);
    const qreal inset = wide / 2.0;
    const qreal round = m_style.theme.px(kCardRadius);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), round, round);
}

/// Two filled boxes: half the work of one whose edge is stroked.
void TrackPainter::roundBox(const QRect &rect, const QColor &edge, qreal wide, const QColor &fill) const
{
    const qreal round = m_style.theme.px(kCardRadius);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(edge);
    m_painter.drawRoundedRect(rect, round, round);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(wide, wide, -wide, -wide), round - wide, round - wide);
}

void TrackPainter::bars(const QRect &rect, const NodeLook &look) const
{
    const int left = rect.left() + m_style.theme.px(kNodePadding);
    const int room = rect.width() - 2 * m_style.theme.px(kNodePadding);
    const int heights[] = {m_style.titleHeight, m_style.lineHeight};
    const Theme::Token inks[] = {Theme::Token::Ink3, Theme::Token::Line};
    int y = rect.top() + (rect.height() - heights[0] - heights[1]) / 2;
    for (int row = 0; row < 2; ++row) {
        const auto wanted =
            static_cast<int>(std::min<qsizetype>(look.letters[row], 200)) * m_style.letterWidth;
        const QRect bar(left, y + heights[row] / 4, std::min(room, wanted), heights[row] / 2);
        const auto ink = row == 0 && look.mood != NodeMood::Plain ? moodInk(look.mood) : inks[row];
        m_painter.fillRect(bar, colour(ink));
        y += heights[row];
    }
}

void TrackPainter::text(const QPoint &at, const TrackText &words, Theme::Token ink) const
{
    m_painter.setPen(colour(ink));
    for (const QGlyphRun &run : words.glyphs)
        m_painter.drawGlyphRun(at, run);
}

void TrackPainter::face(const QRect &rect, const NodeFace &face, const NodeLook &look) const
{
    const Theme &theme = m_style.theme;
    const int padding = theme.px(kNodePadding);
    const int left = rect.left() + padding;
    const int height = m_style.titleHeight + static_cast<int>(face.lines.size()) * m_style.lineHeight;
    const int top = rect.top() + (rect.height() - height) / 2;
    text(QPoint(left, top), face.title, look.off ? Theme::Token::Ink2 : Theme::Token::Ink);
    int y = top + m_style.titleHeight;
    for (const TrackText &line : face.lines) {
        text(QPoint(left, y), line, face.isProblem ? moodInk(face.mood) : Theme::Token::Ink2);
        y += m_style.lineHeight;
    }
    int right = rect.left() + rect.width() - padding;
    if (face.mood != NodeMood::Plain) {
        const int extent = theme.px(kNodeIcon);
        const double ratio = m_painter.device()->devicePixelRatioF() * std::max(1.0, std::ceil(m_scale));
        right -= extent;
        m_painter.drawPixmap(QPoint(right, top + (m_style.titleHeight - extent) / 2),
                             iconPixmap(face.mood == NodeMood::Invalid ? Icon::Error : Icon::Warning,
                                        colour(moodInk(face.mood)), extent, ratio));
        right -= theme.px(kBesideState);
    }
    const int shorter = (m_style.titleHeight - m_style.lineHeight) / 2;
    text(QPoint(right - face.state.width, top + shorter), face.state, Theme::Token::Ink2);
    const bool isProblem = face.mood != NodeMood::Plain && !face.isProblem;
    text(QPoint(rect.left(), rect.top() + rect.height() + kNoteDistance), face.note,
         isProblem ? moodInk(face.mood) : Theme::Token::Ink3);
}

void TrackPainter::label(const QRect &room, const NodeFace &face) const
{
    int y = room.top() + room.height() - static_cast<int>(face.label.size()) * m_style.labelHeight;
    for (const TrackText &line : face.label) {
        const int beside = std::max(0, (room.width() - line.width) / 2);
        text(QPoint(room.left() + beside, y), line, Theme::Token::Ink2);
        y += m_style.labelHeight;
    }
}

void TrackPainter::pill(const QRect &rect, const TrackText &words, bool hovered) const
{
    QPen pen(colour(hovered ? Theme::Token::Accent : Theme::Token::Ink3), width(1.0));
    pen.setDashPattern({3.0, 3.0});
    m_painter.setPen(pen);
    m_painter.setBrush(hovered ? QBrush(colour(Theme::Token::AccentSoft)) : QBrush(Qt::NoBrush));
    const qreal round = m_style.theme.px(kControlRadius);
    m_painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    if (hasWords())
        text(QPoint(rect.left() + (rect.width() - words.width) / 2,
                    rect.top() + (rect.height() - m_style.lineHeight) / 2),
             words, hovered ? Theme::Token::Accent : Theme::Token::Ink2);
}

} // namespace ui

#pragma once

#include "ui/routes/trackpainting.h"

#include <QGraphicsItem>

namespace ui {

/// What every call begins at: the prompt, with its tokens when one is tried. Owned by TrackScene.
class PromptItem : public QGraphicsItem
{
public:
    explicit PromptItem(const TrackStyle &style) : m_style(style) { }

    void setWords(const NodeWords &words);
    const NodeWords &words() const { return m_words; }
    void setRect(const QRect &rect);
    void setLit(bool lit);
    void restyle();

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const TrackStyle &m_style;
    NodeWords m_words;
    QRect m_rect;
    bool m_lit = false;
    std::optional<NodeFace> m_face;
};

/// Adds a rule behind the others. Owned by TrackScene.
class AddRuleItem : public QGraphicsItem
{
public:
    explicit AddRuleItem(const TrackStyle &style) : m_style(style) { }

    void setRect(const QRect &rect);
    void setHovered(bool hovered);
    void restyle();

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const TrackStyle &m_style;
    QRect m_rect;
    bool m_hovered = false;
    std::optional<TrackText> m_text;
};

/// Shows where what is dragged would go. Owned by TrackScene.
class DropMarkItem : public QGraphicsItem
{
public:
    explicit DropMarkItem(const TrackStyle &style);

    /// None when null.
    void setLine(const QLine &line);
    const QLine &line() const { return m_line; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const TrackStyle &m_style;
    QLine m_line;
};

} // namespace ui

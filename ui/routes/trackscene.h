#pragma once

#include "ui/routes/trackdrop.h"
#include "ui/routes/trackitem.h"

#include <QGraphicsScene>

namespace ui {

class AddRuleItem;
class DropMarkItem;
class PromptItem;

/// The editor's rules as items: one a track, so that 60 of them cost little; a change lays out its own track
/// and moves the others. Decides nothing. Owned by TrackCanvas.
class TrackScene : public QGraphicsScene
{
    Q_OBJECT

public:
    TrackScene(RuleEditor &editor, const RoutesContext &context, QObject *parent = nullptr);
    ~TrackScene() override;

    const TrackPlan &plan() const { return m_plan; }
    TrackHit hitAt(const QPointF &point) const;
    /// The rules, each followed by its targets, as one list: how many there are, and the way there and back.
    int nodes() const;
    RulePlace nodeAt(int node) const;
    int nodeOf(const RulePlace &place) const;

    /// What assistive technology is told of a place.
    QString spoken(const RulePlace &place) const;
    QString tip(const TrackHit &hit) const;
    /// The place as it is drawn, `scale` times as large.
    QPixmap picture(const RulePlace &place, double scale, double ratio) const;

    void setDecision(const std::optional<core::Decision> &decision);
    void setPrompt(const core::PromptFacts &prompt);
    /// The rule and target that are lit.
    const RulePlace &lit() const { return m_lit; }

    void setHover(const TrackHit &hit, const QPointF &point);
    void clearHover();
    void setFocused(bool focused);
    void showDrop(const TrackDrop &drop);
    /// Dims what is dragged away.
    void showLifted(const TrackLoad &load);

signals:
    /// Tracks are others now, or stand elsewhere.
    void arranged();

private:
    void rebuild();
    void insert(qsizetype place);
    void remove(qsizetype place);
    void move(qsizetype from, qsizetype to);
    void change(qsizetype place);
    TrackItem *addTrack(qsizetype place);
    void refreshWords(qsizetype from = 0);
    void refreshLight();
    void refreshSelection();
    void arrange();
    void restyle();
    /// Null when the place is not there.
    const NodeWords *wordsAt(const RulePlace &place) const;

    RuleEditor &m_editor;
    const RoutesContext m_context;
    const TrackTexts m_texts;
    TrackStyle m_style;
    TrackPlan m_plan;
    TrackTrial m_trial;
    RulePlace m_lit;
    QList<TrackItem *> m_tracks;
    PromptItem *m_prompt = nullptr;
    AddRuleItem *m_addRule = nullptr;
    DropMarkItem *m_mark = nullptr;
    qsizetype m_hovered = -1;
    bool m_focused = false;
};

} // namespace ui

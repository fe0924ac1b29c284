#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QKeyEvent;

namespace ui {

class Actions;
class LaneStrip;
class LaneView;

/// A key of the grammar as the overlay names it.
struct KeyText
{
    QString key;
    QString text;
};

/// Single keys that work while a lane has the focus and nothing in it takes text: they start the actions of
/// the page, go to a lane by its number and move all lanes block by block. Characters count, not places on
/// the keyboard, so `/` and `?` work in every layout; a key with Ctrl, Alt or Meta is none of them. An input
/// method gets its keys first. Owned by ComparePage.
class LaneKeys : public QObject
{
    Q_OBJECT

public:
    LaneKeys(const Actions &actions, LaneStrip &strip, QObject *parent = nullptr);

    void watch(LaneView *lane);
    /// What works now, in the order of the overlay: keys without their action are left out.
    QList<KeyText> grammar() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool press(const QKeyEvent &event);
    bool goToLane(int index);
    bool stepBlocks(int by);
    bool start(const QString &action);

    const Actions &m_actions;
    LaneStrip &m_strip;
};

} // namespace ui

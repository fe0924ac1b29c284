#include "ui/routes/trackcanvas.h"
#include "ui/routes/trackcanvasparts.h"
#include "ui/routes/trackwalk.h"

#include <QAccessible>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array kArrowKeys{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right};
constexpr std::array kPlainKeys{Qt::Key_Home,   Qt::Key_End,   Qt::Key_Delete, Qt::Key_Backspace,
                                Qt::Key_Insert, Qt::Key_F2,    Qt::Key_Return, Qt::Key_Enter,
                                Qt::Key_Plus,   Qt::Key_Equal, Qt::Key_Minus,  Qt::Key_0,
                                Qt::Key_Space};

bool isArrow(int key)
{
    return std::find(kArrowKeys.begin(), kArrowKeys.end(), key) != kArrowKeys.end();
}

/// What is held with a key, but for the keypad that it may be on.
Qt::KeyboardModifiers heldWith(const QKeyEvent &event)
{
    return event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
}

} // namespace

bool isTrackKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers held = heldWith(event);
    if (isArrow(event.key()))
        return held == Qt::NoModifier || held == Qt::AltModifier;
    const bool isPlain = std::find(kPlainKeys.begin(), kPlainKeys.end(), event.key()) != kPlainKeys.end();
    return isPlain && (held & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
}

void TrackCanvas::keyPressEvent(QKeyEvent *event)
{
    Parts &parts = *m_parts;
    if (event->key() == Qt::Key_Escape && parts.gestures.cancel()) {
        parts.isPressed = false;
        parts.pressed = {};
        showCursor({});
        return event->accept();
    }
    // What is dragged stays what it is.
    if (parts.gestures.isDragging())
        return event->accept();
    if (!isTrackKey(*event))
        return QGraphicsView::keyPressEvent(event);
    event->accept();
    takeKey(event->key(), heldWith(*event));
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        parts.isSpaceHeld = true;
        showCursor({});
    }
}

void TrackCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return QGraphicsView::keyReleaseEvent(event);
    m_parts->isSpaceHeld = false;
    showCursor({});
}

void TrackCanvas::takeKey(int key, Qt::KeyboardModifiers held)
{
    if (isArrow(key) && held == Qt::AltModifier)
        return moveSelection(key);
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        return select(trackStep(m_parts->editor.rules(), selection(), key));
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeSelection();
    case Qt::Key_Insert:
        return addBehindSelection(held == Qt::ShiftModifier);
    case Qt::Key_F2:
        if (selection().rule >= 0)
            emit ruleActivated(selection().rule);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activateSelection();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomFit();
    default:
        return;
    }
}

void TrackCanvas::moveSelection(int key)
{
    RuleEditor &editor = m_parts->editor;
    const RulePlace place = selection();
    if (place.rule < 0)
        return;
    if (place.target >= 0) {
        const ChainPlace from = editor.chainPlace(place);
        editor.moveTarget(from, trackMove(editor.rules(), from, key));
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        editor.moveRule(place.rule, key == Qt::Key_Up ? place.rule - 1 : place.rule + 1);
    }
}

void TrackCanvas::removeSelection()
{
    const RulePlace place = selection();
    if (place.rule >= 0 && place.target >= 0)
        m_parts->editor.removeTarget(m_parts->editor.chainPlace(place));
    else if (place.rule >= 0)
        m_parts->editor.removeRule(place.rule);
}

void TrackCanvas::addBehindSelection(bool further)
{
    const RuleEditor &editor = m_parts->editor;
    const qsizetype rules = editor.rules().rules.size();
    const RulePlace place = selection();
    if (!editor.isOpen())
        return;
    if (place.rule < 0 || (place.target < 0 && !further)) {
        emit ruleWanted(place.rule < 0 ? rules : std::min(place.rule + 1, rules));
        return;
    }
    const core::Chain &chain = editor.rule(place.rule).chain;
    ChainPlace to = editor.chainPlace(place);
    ++to.at;
    if (place.target < 0)
        to = {place.rule, false, chain.targets.size()};
    else if (further)
        to = {place.rule, true, chain.fallbacks.size()};
    wantTarget(to, m_parts->scene.plan().rectOf(place));
}

void TrackCanvas::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    m_parts->scene.setFocused(true);
    noteFocus();
}

void TrackCanvas::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_parts->isSpaceHeld = false;
    m_parts->isPressed = false;
    m_parts->gestures.cancel();
    m_parts->scene.setFocused(false);
    showCursor({});
}

void TrackCanvas::describe()
{
    const QString words = m_parts->scene.spoken(selection());
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TrackCanvas::noteSelection()
{
    // What is under the mouse is in view, and must not move away below it.
    if (!m_parts->isPressed)
        showSelection();
    describe();
    noteFocus();
}

void TrackCanvas::noteFocus()
{
    const int node = m_parts->scene.nodeOf(selection());
    if (!QAccessible::isActive() || !hasFocus() || node < 0)
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(node);
    QAccessible::updateAccessibility(&focused);
}

void TrackCanvas::noteArrangement()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent reordered(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&reordered);
}

} // namespace ui

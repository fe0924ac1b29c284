#pragma once

#include "ui/compare/comparecontext.h"
#include "ui/compare/lanepresenter.h"

#include <QObject>

class QKeySequence;

namespace ui {

class AgreementBar;
class AgreementMarks;
class FindBar;
class FlatButton;
class KeysOverlay;
class LaneBoard;
class LaneDifferences;
class LaneKeys;
class LaneStrip;
class ToastArea;

/// The parts of the page that a DifferenceDesk works on.
struct DifferenceParts
{
    LaneBoard &board;
    LaneStrip &strip;
    FindBar &findBar;
    AgreementBar &bar;
    /// Switches agreement on and off.
    FlatButton &agree;
    ToastArea &toasts;
};

/// How the answers differ, what they agree on, and the single keys that work in a lane, with their actions.
/// Owned by ComparePage; main thread.
class DifferenceDesk : public QObject
{
    Q_OBJECT

public:
    /// Actions are registered for `page`, which owns the desk. Before the first lane is there.
    DifferenceDesk(const CompareContext &context, const DifferenceParts &parts, QWidget *page);

private:
    void wire();
    void registerActions();
    void addLaneAction(const QString &id, const QString &text, const QKeySequence &keys, LaneAction action);
    void step(int by);

    const CompareContext m_context;
    const DifferenceParts m_parts;
    QWidget *const m_page;
    LaneDifferences *const m_differences;
    AgreementMarks *const m_agreement;
    LaneKeys *const m_keys;
    KeysOverlay *const m_keysOverlay;
};

} // namespace ui

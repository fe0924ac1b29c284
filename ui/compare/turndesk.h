#pragma once

#include "core/base/result.h"
#include "ui/compare/comparecontext.h"

#include <QList>
#include <QObject>

class QMenu;

namespace core {
struct RunRecord;
struct TurnSummary;
} // namespace core

namespace ui {

class Conversation;
class PromptLine;
class ToastArea;

/// The parts of the page that a TurnDesk works on.
struct TurnParts
{
    PromptLine &promptLine;
    const Conversation &conversation;
    ToastArea &toasts;
};

/// Goes from turn to turn of the conversation that is shown, by its menu or a step. Owned by ComparePage;
/// main thread.
class TurnDesk : public QObject
{
    Q_OBJECT

public:
    TurnDesk(const CompareContext &context, const TurnParts &parts, QWidget *page);

    void stepBack();
    /// Of several turns that follow, to the newest.
    void stepOn();

signals:
    /// The turn is to be shown.
    void turnRead(const core::RunRecord &run);

private:
    void showMenu();
    void fill(QMenu &menu, const QList<core::TurnSummary> &turns);
    void goTo(qint64 run);

    const CompareContext m_context;
    const TurnParts m_parts;
    QWidget *const m_page;
};

} // namespace ui

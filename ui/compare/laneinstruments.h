#pragma once

#include "ui/compare/comparecontext.h"
#include "ui/compare/laneplan.h"

#include <QObject>

class QAction;
class QKeySequence;
class QWidget;

namespace ui {

class FlatButton;
class LaneBoard;
class LaneStrip;
class LaneWindow;
class ParametersPanel;
class SegmentedControl;

/// What can be done with lanes beyond asking them: tuning one or several, repeats, layouts, windows of their
/// own, line-ups by key. Registers the actions of it. Owned by ComparePage; main thread.
class LaneInstruments : public QObject
{
    Q_OBJECT

public:
    LaneInstruments(const CompareContext &context, LaneStrip &strip, LaneBoard &board, QWidget *page);

    /// Columns, Grid, Tabs: for the bar on top.
    static SegmentedControl *makeLayoutControl(const Theme &theme, QWidget *parent);
    void useLayoutControl(SegmentedControl *control);
    /// Opens the run defaults and says how many there are.
    void useDefaultsButton(FlatButton *button);
    /// The layout of the last session; after the lanes are there.
    void restore();

    /// Without effect while names are hidden: parameters tell a lane from another.
    void openParameters(int lane);

signals:
    /// What would be sent is something else now.
    void parametersChanged();
    void lineUpChosen(const core::LineUp &lineUp);

private:
    void registerActions();
    void registerLineUps();
    void add(const QString &id, const QString &text, const QList<QKeySequence> &keys,
             void (LaneInstruments::*slot)());
    void openCurrent();
    void openDefaults();
    void applyLanes(const QList<core::ChatParameters> &lanes);
    void describeDefaults();
    void noteMode();
    void nextMode();
    void selectCurrent();
    void selectAll();
    void tearOffCurrent();
    void nextAnswer();
    void previousAnswer();
    void adopt(LaneWindow *window);
    void lendActions(LaneWindow *window) const;
    void keepGeometry(const LaneWindow *window);

    const CompareContext m_context;
    LaneStrip &m_strip;
    LaneBoard &m_board;
    QWidget *const m_page;
    ParametersPanel *const m_panel;
    SegmentedControl *m_layout = nullptr;
    FlatButton *m_defaults = nullptr;
    /// The lanes that the panel edits.
    QList<int> m_tuned;
    /// Those open now by their place among the remembered geometries.
    QList<LaneWindow *> m_windows;
    QList<QAction *> m_lineUps;
};

} // namespace ui

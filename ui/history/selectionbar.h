#pragma once

#include "ui/widgets/surface.h"

class QMenu;

namespace core {
struct RunSummary;
} // namespace core

namespace ui {

class FlatButton;
class ThemedLabel;

/// Below the list while several runs are chosen: how many they are and what they cost, and what can be done
/// with all of them at once.
class SelectionBar : public Surface
{
    Q_OBJECT

public:
    SelectionBar(const Theme &theme, QWidget *parent = nullptr);

    /// `whole`: each entry stands for all turns of its conversation.
    void setRuns(const QList<core::RunSummary> &runs, bool whole);

    // Filled by the page.
    QMenu *taskMenu() const { return m_taskMenu; }
    QMenu *tagMenu() const { return m_tagMenu; }
    QMenu *exportMenu() const { return m_exportMenu; }

signals:
    void pinRequested(bool pinned);
    void removalRequested();
    void clearRequested();

private:
    FlatButton *addMenu(const QString &text, const char *objectName, QMenu *&menu);

    ThemedLabel *m_count = nullptr;
    FlatButton *m_pin = nullptr;
    QMenu *m_taskMenu = nullptr;
    QMenu *m_tagMenu = nullptr;
    QMenu *m_exportMenu = nullptr;
    bool m_allPinned = false;
};

} // namespace ui

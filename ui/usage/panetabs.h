#pragma once

#include <QWidget>

class QStackedWidget;

namespace ui {

class SegmentedControl;
class Theme;

/// Panes of which one is shown, with their titles above; the titles appear with the second pane.
class PaneTabs : public QWidget
{
    Q_OBJECT

public:
    explicit PaneTabs(const Theme &theme, QWidget *parent = nullptr);

    /// Takes the pane; one that needs more height than there is scrolls.
    void addPane(QWidget *pane, const QString &title);
    /// The pane itself, whatever scrolls it.
    void showPane(QWidget *pane);
    int count() const { return static_cast<int>(m_panes.size()); }

signals:
    /// Another one was chosen by its title; not by showPane().
    void paneChosen(QWidget *pane);

private:
    const Theme &m_theme;
    SegmentedControl *const m_titles;
    QStackedWidget *const m_stack;
    QList<QWidget *> m_panes;
    bool m_isLed = false;
};

} // namespace ui

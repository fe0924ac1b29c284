#pragma once

#include <QListView>

namespace ui {

/// The list of runs: several can be chosen, with the mouse, by Ctrl+A, and by Space, which takes the current
/// one in or out (Ctrl with an arrow key moves without choosing).
class RunList : public QListView
{
    Q_OBJECT

public:
    explicit RunList(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui

#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The rounded box around an editor; its line tells where the focus is.
class EditorFrame : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor.
    EditorFrame(const Theme &theme, QWidget *editor, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QWidget *const m_editor;
};

} // namespace ui

#pragma once

#include <QPlainTextEdit>

namespace ui {

class Theme;

/// A text field that grows with what is written, from a few lines to ten. Tab leaves it; Esc asks to leave.
class PromptEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 10;

    PromptEditor(const Theme &theme, int fewestLines, QWidget *parent = nullptr);

    /// Replaces the text so that it can be undone, and puts the cursor at its end.
    void replaceText(const QString &text);

signals:
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void grow();

    const Theme &m_theme;
    const int m_fewestLines;
};

} // namespace ui

#pragma once

#include <QPlainTextEdit>

namespace ui {

class Theme;

/// A text field that grows with what is written, from a few lines to ten or fewer. Tab leaves it; Esc asks to
/// leave.
class PromptEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 10;

    PromptEditor(const Theme &theme, int fewestLines, QWidget *parent = nullptr);

    /// At most kMostLines; fewer where there is little room.
    void setMostLines(int lines);

    /// Replaces the text so that it can be undone, and puts the cursor at its end.
    void replaceText(const QString &text);

    /// Files and pictures that are pasted or dropped are offered instead of taken as text.
    void setTakesAttachments(bool takes) { m_takesAttachments = takes; }

signals:
    void leaveRequested();
    void attachmentsOffered(const QMimeData &data);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void grow();

    const Theme &m_theme;
    const int m_fewestLines;
    int m_mostLines = kMostLines;
    bool m_takesAttachments = false;
};

} // namespace ui

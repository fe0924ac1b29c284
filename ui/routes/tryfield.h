#pragma once

#include <QPlainTextEdit>

namespace ui {

class Theme;

/// Where the prompt to try is typed: one line, until a second one makes it unfold. Enter tries it again,
/// Shift+Enter begins a line, Esc leaves.
class TryField : public QPlainTextEdit
{
    Q_OBJECT

public:
    TryField(const Theme &theme, QWidget *parent);

    bool isUnfolded() const { return m_unfolded; }
    void setUnfolded(bool unfolded);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void submitted();
    void left();
    void unfolded(bool unfolded);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    bool m_unfolded = false;
};

} // namespace ui

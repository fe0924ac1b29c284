#pragma once

#include <QListWidget>

namespace core {
struct LineUp;
}

namespace ui {

class FlatButton;
class Theme;

/// The saved line-ups, one a row: a click or Enter chooses it, two buttons on the row under the mouse, else
/// on the current one, rename and remove it, as F2 and Delete do. Owned by LineUpPicker.
class SavedLineUps : public QListWidget
{
    Q_OBJECT

public:
    explicit SavedLineUps(const Theme &theme, QWidget *parent = nullptr);

    /// The current row stays; when it is gone, the one in its place is current.
    void setLineUps(const QList<core::LineUp> &lineUps);

signals:
    void chosen(qint64 id);
    void renamed(qint64 id, const QString &name);
    void removalRequested(qint64 id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QListWidgetItem *itemOf(qint64 id) const;
    void setHovered(qint64 id);
    void placeActions();
    void renameActing();

    QWidget *const m_actions;
    FlatButton *const m_rename;
    FlatButton *const m_remove;
    /// The row under the mouse; 0 for none.
    qint64 m_hovered = 0;
    /// The row that has the buttons.
    qint64 m_acting = 0;
    bool m_filling = false;
};

} // namespace ui

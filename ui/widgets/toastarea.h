#pragma once

#include "ui/widgets/surface.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace ui {

class FlatButton;
class ThemedLabel;

/// A short message near the foot of its parent, above the controls there, with at most one action: "Run
/// deleted. Undo". One too long for a line is wrapped. A new message takes the place of the old one. It stays
/// while the mouse or the focus is on it.
class ToastArea : public Surface
{
    Q_OBJECT

public:
    static constexpr int kShownMs = 8000;

    ToastArea(const Theme &theme, QWidget *parent);

    /// `onEnd` is called once when the message goes without its action: by time, by its close button, or for
    /// another message.
    void showMessage(const QString &text, const QString &action = {}, std::function<void()> onAction = {},
                     std::function<void()> onEnd = {});
    /// As it was given; empty while none is shown.
    QString message() const;

    /// Messages stand above this widget inside the parent while it is visible; null: above its lower edge.
    void keepAbove(QWidget *foot);
    /// Messages stand in the middle of this widget inside the parent and are never wider; null: of the
    /// parent.
    void keepWithin(QWidget *area);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void endMessage();
    void place();
    QRect room() const;
    void fitText(int width);
    void expire();

    ThemedLabel *const m_text;
    FlatButton *const m_action;
    FlatButton *const m_close;
    std::function<void()> m_onAction;
    std::function<void()> m_onEnd;
    QString m_message;
    QPointer<QWidget> m_foot;
    QPointer<QWidget> m_area;
    QTimer m_timer;
};

} // namespace ui

#pragma once

#include "ui/widgets/surface.h"

#include <QTimer>

#include <functional>

namespace ui {

class FlatButton;
class ThemedLabel;

/// A short message over the foot of its parent, with at most one action: "Run deleted. Undo". A new message
/// takes the place of the old one. It stays while the mouse or the focus is on it.
class ToastArea : public Surface
{
    Q_OBJECT

public:
    static constexpr int kShownMs = 8000;

    ToastArea(const Theme &theme, QWidget *parent);

    void showMessage(const QString &text, const QString &action = {}, std::function<void()> onAction = {});
    QString message() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void place();
    void expire();

    ThemedLabel *const m_text;
    FlatButton *const m_action;
    FlatButton *const m_close;
    std::function<void()> m_onAction;
    QTimer m_timer;
};

} // namespace ui

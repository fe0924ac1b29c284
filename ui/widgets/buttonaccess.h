#pragma once

#include <QAccessibleWidget>

class QAbstractButton;

namespace ui {

/// What assistive technology is told of a tool button, and what it can do with it: the interface of Qt 6.4
/// offers no way to press one that has no menu. Owned by the cache of interfaces; main thread.
class ButtonAccess : public QAccessibleWidget
{
public:
    /// From now on every QToolButton is described by this class. May be called again.
    static void install();

    explicit ButtonAccess(QAbstractButton *button);

    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    /// The accessible name, else the text without its mnemonic, else the tooltip.
    QString text(QAccessible::Text kind) const override;
    QStringList actionNames() const override;
    /// Does it once control is back in the event loop: a menu would keep the caller waiting.
    void doAction(const QString &name) override;

private:
    QAbstractButton &button() const;
    bool hasMenu() const;
};

} // namespace ui

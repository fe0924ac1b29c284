#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// What an action is called, where it is listed and which keys start it.
struct ActionSpec
{
    QString id; ///< stable, such as `compare.send`
    QString text; ///< translated, a verb first
    QString category; ///< translated; the page or subject
    QList<QKeySequence> shortcuts; ///< the first one is shown
};

/// All actions of the window by name: menus, buttons and the command palette take them from here, so that
/// each has one text, one shortcut and one handler. Application owns it, each page registers its own.
class Actions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Makes an action that lives as long as `scope`. Its shortcuts work while the focus is inside `scope`;
    /// for a window, anywhere in it. An id in use is replaced.
    QAction *add(const ActionSpec &spec, QWidget *scope);

    QAction *find(const QString &id) const;
    /// In the order of registration.
    QList<QAction *> all() const { return m_actions; }
    static QString categoryOf(const QAction *action);

signals:
    void changed();

private:
    void forget(QObject *action);

    QList<QAction *> m_actions;
};

} // namespace ui

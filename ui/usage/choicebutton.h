#pragma once

#include "ui/widgets/flatbutton.h"

#include <QVariant>

class QActionGroup;

namespace ui {

/// A button that says what is chosen and opens the choices.
class ChoiceButton : public FlatButton
{
    Q_OBJECT

public:
    /// `purpose` says what is chosen, for the tooltip and assistive technology.
    ChoiceButton(const Theme &theme, const QString &purpose, QWidget *parent = nullptr);

    /// `shown` is what the button says of it; `text` when empty.
    void addChoice(const QVariant &value, const QString &text, const QString &shown = {});
    void addSeparator();
    void clearChoices();
    /// Without effect for a value that is no choice.
    void setCurrent(const QVariant &value);
    QVariant current() const;
    /// What the button says instead, until another choice is made.
    void setShown(const QString &text);

signals:
    /// By the user.
    void chosen(const QVariant &value);

private:
    QActionGroup *const m_group;
    const QString m_purpose;
};

} // namespace ui

#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;

namespace ui {

class PrimaryButton;
class ThemedLabel;

/// What a page shows while it has nothing to show: what will be here, and the one next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, Icon icon, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// An empty text takes the button away.
    void setAction(const QString &text);

signals:
    void actionTriggered();

private:
    void applyTheme();

    const Theme &m_theme;
    Icon m_icon;
    QWidget *const m_column;
    QLabel *const m_picture;
    ThemedLabel *const m_title;
    ThemedLabel *const m_sentence;
    PrimaryButton *const m_action;
};

} // namespace ui

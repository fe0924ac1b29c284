#pragma once

#include "ui/page.h"
#include "ui/theme/theme.h"

namespace ui {

/// Every shared widget in each of its states, for people who draw or change them.
class Gallery : public Page
{
    Q_OBJECT

public:
    explicit Gallery(const Theme &theme, QWidget *parent = nullptr);

private:
    QWidget *makeButtons();
    QWidget *makeStates();
    QWidget *makeFields();
    QWidget *makeMessages();
    QWidget *makeTable();
    QWidget *makeIcons();

    const Theme &m_theme;
};

} // namespace ui

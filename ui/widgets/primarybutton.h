#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace ui {

/// The one button of a page that does what the page is for.
class PrimaryButton : public QPushButton
{
    Q_OBJECT

public:
    PrimaryButton(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

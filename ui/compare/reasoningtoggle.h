#pragma once

#include "ui/widgets/flatbutton.h"

namespace ui {

/// The headline of a lane's reasoning over its whole width, with an arrow that says whether it is unfolded.
class ReasoningToggle : public FlatButton
{
    Q_OBJECT

public:
    explicit ReasoningToggle(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

#pragma once

#include "ui/widgets/flatbutton.h"

namespace ui {

/// The headline of a part of a lane over its whole width, with an arrow that says whether it is unfolded.
class FoldToggle : public FlatButton
{
    Q_OBJECT

public:
    explicit FoldToggle(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

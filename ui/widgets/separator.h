#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A line of one pixel.
class Separator : public QWidget
{
    Q_OBJECT

public:
    explicit Separator(const Theme &theme, Qt::Orientation orientation = Qt::Horizontal,
                       QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

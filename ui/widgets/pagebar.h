#pragma once

#include "ui/widgets/surface.h"

class QHBoxLayout;

namespace ui {

/// The bar on top of a page: title, then its controls from left to right. 48 px high at zoom 1.
class PageBar : public Surface
{
    Q_OBJECT

public:
    /// An empty title takes no room.
    explicit PageBar(const Theme &theme, const QString &title = {}, QWidget *parent = nullptr);

    void addWidget(QWidget *widget);
    /// What is added after it stands at the right.
    void addStretch();

private:
    QHBoxLayout *const m_row;
};

} // namespace ui

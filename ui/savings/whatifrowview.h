#pragma once

#include "core/savings/whatifresult.h"

#include <QWidget>

namespace ui {

class Theme;

/// One task of a what-if in two lines: where it would go, and what that saves on which votes.
class WhatIfRowView : public QWidget
{
    Q_OBJECT

public:
    /// `periodCost` is what the percentage is of.
    WhatIfRowView(const Theme &theme, const core::WhatIfRow &row, core::Money periodCost,
                  QWidget *parent = nullptr);

    /// `−$6.80` for less, `+$1.20` for more.
    static QString amountText(core::Money saved);
};

} // namespace ui

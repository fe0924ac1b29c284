#pragma once

#include <QAbstractButton>
#include <QSignalBlocker>

namespace ui {

/// Shows a state without telling that somebody chose it: a box that is toggled through accessibility emits
/// toggled() alone, not clicked(), so toggled() is what choices are read from.
inline void setCheckedQuietly(QAbstractButton *button, bool checked)
{
    const QSignalBlocker quiet(button);
    button->setChecked(checked);
}

} // namespace ui

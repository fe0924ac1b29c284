#pragma once

#include "ui/widgets/card.h"

class QCheckBox;

namespace ui {

/// The simulator's switch. Shows what holds; the user's choice is a signal. Owned by AccountsPage.
class SimulatorCard : public Card
{
    Q_OBJECT

public:
    explicit SimulatorCard(Theme &theme, QWidget *parent = nullptr);

    /// `models`: how many it offers while it is on.
    void setState(bool on, qsizetype models);

signals:
    void toggled(bool on);

private:
    QCheckBox *const m_switch;
    ThemedLabel *const m_note;
};

} // namespace ui

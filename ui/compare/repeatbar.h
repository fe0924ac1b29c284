#pragma once

#include "ui/compare/repeattexts.h"
#include "ui/widgets/surface.h"

namespace ui {

class ElidedLabel;
class FlatButton;
class ThemedLabel;

/// Below the repeats of a lane: pages through the different answers, says how many are identical and how far
/// time, length and cost spread.
class RepeatBar : public Surface
{
    Q_OBJECT

public:
    explicit RepeatBar(const Theme &theme, QWidget *parent = nullptr);

    void setTexts(const RepeatTexts &texts);

signals:
    void stepRequested(int by);

private:
    RepeatTexts m_texts;
    FlatButton *const m_previous;
    FlatButton *const m_next;
    ThemedLabel *const m_position;
    ElidedLabel *const m_folded;
    ThemedLabel *const m_spread;
};

} // namespace ui

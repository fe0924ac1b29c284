#pragma once

#include "ui/widgets/surface.h"

namespace ui {

/// While nothing has been asked yet: one sentence and some prompts to try, in the place of the prompt line.
class SampleBar : public Surface
{
    Q_OBJECT

public:
    explicit SampleBar(const Theme &theme, QWidget *parent = nullptr);

signals:
    void sampleChosen(const QString &prompt);
};

} // namespace ui

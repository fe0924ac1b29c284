#pragma once

#include "ui/widgets/surface.h"

class QVBoxLayout;

namespace ui {

class ThemedLabel;

/// A white (or dark) box with a thin border that holds what belongs together, under an optional title.
class Card : public Surface
{
    Q_OBJECT

public:
    explicit Card(const Theme &theme, const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Where the content goes, below the title.
    QVBoxLayout *content() const { return m_content; }

private:
    ThemedLabel *const m_title;
    QVBoxLayout *const m_content;
};

} // namespace ui

#pragma once

#include <QComboBox>

namespace ui {

class Theme;

/// A choice that stands in a sentence: as wide as the word it shows. The wheel only turns it when it has the
/// focus, so that a page can be scrolled over it.
class WordCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit WordCombo(const Theme &theme, QWidget *parent = nullptr);

    /// Chooses the entry with that data without saying so.
    void showData(int data);
    int data() const { return currentData().toInt(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showPopup() override;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui

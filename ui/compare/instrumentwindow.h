#pragma once

#include "ui/widgets/surface.h"

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class ElidedLabel;

/// Left and right of what such a window shows, in pixels of the design.
inline constexpr int kInstrumentSide = 16;

/// A window of its own beside the page: a bar with what it shows and its controls, its content below. It
/// closes with Esc and goes with the page.
class InstrumentWindow : public Surface
{
    Q_OBJECT

public:
    InstrumentWindow(const Theme &theme, const QString &name, QWidget *page);

    /// Title of the window and of its bar; `detail` is said behind it.
    void setTitle(const QString &title, const QString &detail = {});
    /// Shows it over the page, as large as fits, and gives it the focus unless it comes unasked.
    void present(const QSize &size, bool activate = true);

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    /// Right part of the bar.
    QHBoxLayout &controls() { return *m_controls; }
    QVBoxLayout &content() { return *m_content; }

private:
    void applyTheme();

    Surface *const m_bar;
    ElidedLabel *const m_title;
    ElidedLabel *const m_detail;
    QHBoxLayout *m_controls = nullptr;
    QVBoxLayout *m_content = nullptr;
};

} // namespace ui

#pragma once

#include <QWidget>

namespace ui {

/// A page of the main window. MainWindow owns it, shows it and tells it when it comes and goes.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The page has come to the front: refresh what it shows and give the focus to what matters most.
    virtual void enter() { }

    /// Finds in what the page shows (Ctrl+F); a page without a search of its own does nothing.
    virtual void find() { }

    /// The bar of controls at its foot, if there is one: messages stand above it.
    virtual QWidget *foot() const { return nullptr; }
};

} // namespace ui

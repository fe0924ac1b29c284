#pragma once

#include "ui/widgets/surface.h"

class QHBoxLayout;
class QLabel;

namespace ui {

class FlatButton;
class ThemedLabel;

/// One sentence in the composer about what is about to be sent, with what can be done; smaller than a
/// MessagePanel. It is announced to assistive technology when it appears.
class ComposerNote : public Surface
{
    Q_OBJECT

public:
    enum class Kind { Warn, Bad };

    ComposerNote(const Theme &theme, Kind kind, QWidget *parent);

    /// Shows the sentence; an empty one hides the note.
    void setText(const QString &text);
    QString text() const;
    /// Adds a button; connect to its `clicked`.
    FlatButton *addAction(const QString &text, const QString &objectName);
    /// Adds a button that hides the note.
    void addCloseButton();

private:
    void applyTheme();

    const Kind m_kind;
    QLabel *const m_icon;
    ThemedLabel *const m_text;
    QHBoxLayout *m_row = nullptr;
};

} // namespace ui

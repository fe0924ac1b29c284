#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/popup.h"

class QLineEdit;

namespace ui {

class FlatButton;
class PrimaryButton;
class ThemedLabel;

/// Says what will change when the draft becomes the version that runs, and asks for a comment. Owned by
/// RoutesBar.
class ActivationPopup : public Popup
{
    Q_OBJECT

public:
    ActivationPopup(RuleEditor &editor, const RoutesContext &context, QWidget *parent);

    /// Opens below `anchor` with the focus in the comment.
    void ask(const QWidget *anchor);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    void activate();
    QString changesInWords() const;

    RuleEditor &m_editor;
    const RoutesContext m_context;
    ThemedLabel *const m_title;
    ThemedLabel *const m_changes;
    QLineEdit *const m_comment;
    ThemedLabel *const m_check;
    FlatButton *const m_cancel;
    PrimaryButton *const m_activate;
};

} // namespace ui

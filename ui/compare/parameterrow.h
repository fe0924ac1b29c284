#pragma once

#include "ui/compare/parametertexts.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace ui {

class FlatButton;
class PromptEditor;
class ThemedLabel;

/// One parameter of one or several lanes: its value as text, whether it is unset, a value, raw JSON or left
/// out, and what is wrong with what was typed. It only shows and says what is typed.
class ParameterRow : public QWidget
{
    Q_OBJECT

public:
    ParameterRow(const Theme &theme, core::ParameterField field, QWidget *parent = nullptr);

    core::ParameterField field() const { return m_field; }
    /// What the lanes have, and what holds where it is unset; `base` of an unset kind when nothing does.
    /// Being left out is offered only where there is a base. A text that is being typed stays.
    void setInputs(const QList<core::ParameterInput> &inputs, const core::ParameterInput &base);
    /// Other lanes are shown from now on: nothing is left of what was typed.
    void forget();
    /// Empty: there is none.
    void setProblem(const QString &problem);
    void focusEditor();

signals:
    void edited(const core::ParameterInput &input);

private:
    void build();
    void openMenu();
    void noteText();
    void goOnAsRaw();
    bool isMixed() const;
    void choose(const core::ParameterInput &input);
    void describe();
    QString stateText() const;
    QString placeholder() const;
    QString editorText() const;
    void setEditorText(const QString &text);

    const Theme &m_theme;
    const core::ParameterField m_field;
    QList<core::ParameterInput> m_inputs;
    core::ParameterInput m_base;
    bool m_typing = false;
    bool m_raw = false;
    QLineEdit *m_line = nullptr;
    PromptEditor *m_lines = nullptr;
    FlatButton *const m_state;
    FlatButton *const m_reset;
    ThemedLabel *const m_problem;
};

} // namespace ui

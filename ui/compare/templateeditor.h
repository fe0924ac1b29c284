#pragma once

#include "core/prompts/templatestore.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class FlatButton;
class SegmentedControl;
class ThemedLabel;

/// Name, folder, kind and text of a template, new or there. Owned by TemplatePicker.
class TemplateEditor : public QWidget
{
    Q_OBJECT

public:
    TemplateEditor(core::TemplateStore &store, const Theme &theme, QWidget *parent);

    void edit(const core::PromptTemplate &entry);
    /// Something was written that is neither saved nor given up.
    bool isDirty() const;

signals:
    /// Saved; `before` is what it was, without an id when it is new.
    void saved(const core::PromptTemplate &entry, const core::PromptTemplate &before);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void save();
    core::PromptTemplate written() const;

    core::TemplateStore &m_store;
    const Theme &m_theme;
    core::PromptTemplate m_entry;
    /// What the fields said at first.
    core::PromptTemplate m_unchanged;
    ThemedLabel *const m_title;
    QLineEdit *const m_name;
    QComboBox *const m_folder;
    SegmentedControl *const m_kind;
    QPlainTextEdit *const m_text;
    ThemedLabel *const m_problem;
    FlatButton *const m_save;
    FlatButton *const m_cancel;
};

} // namespace ui

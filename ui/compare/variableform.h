#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QPlainTextEdit;
class QScrollArea;

namespace ui {

class FlatButton;
class PromptEditor;
class ThemedLabel;

/// The values of the `{{variables}}` in the prompt and the system prompt, one field each, and a preview of
/// what will be sent. It is there while there are variables. Owned by Composer.
class VariableForm : public QWidget
{
    Q_OBJECT

public:
    VariableForm(const Theme &theme, QWidget *parent);

    /// Fields for these names in this order; what was typed into a field stays while its name does.
    void setVariables(const QStringList &names);
    const QStringList &variables() const { return m_names; }
    /// What new fields start with; values known before stay unless there is a newer one.
    void setKnownValues(const QHash<QString, QString> &values) { m_known.insert(values); }
    /// Puts values into the fields that are there.
    void setValues(const QHash<QString, QString> &values);
    /// The fields that are not empty.
    QHash<QString, QString> values() const;
    /// The prompt with the values in their places, shown on demand.
    void setPreview(const QString &text);
    void focusVariable(const QString &name);
    void focusFirst();

signals:
    void changed();
    void leaveRequested();

private:
    void rebuild();
    void addRow(int row, const QString &name, const QString &value);
    void fitHeight();

    const Theme &m_theme;
    QStringList m_names;
    QHash<QString, QString> m_known;
    QHash<QString, PromptEditor *> m_fields;
    ThemedLabel *const m_title;
    FlatButton *const m_previewToggle;
    QScrollArea *const m_scroll;
    QWidget *m_rows = nullptr;
    QPlainTextEdit *const m_preview;
};

} // namespace ui

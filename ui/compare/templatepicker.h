#pragma once

#include "core/prompts/templatestore.h"
#include "ui/widgets/popup.h"

class QPlainTextEdit;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class ElidedLabel;
class FlatButton;
class SearchField;
class TemplateEditor;
class ThemedLabel;

/// The saved prompts by folder: search, look, use, edit, rename, move, delete; save what stands in the
/// composer; import and export. Owned by ComparePage.
class TemplatePicker : public Popup
{
    Q_OBJECT

public:
    TemplatePicker(core::TemplateStore &store, const Theme &theme, QWidget *parent);

    /// Opens above the button. `prompt` and `system` are what could be saved.
    void open(const QWidget *anchor, const QString &prompt, const QString &system);
    /// Opens with the editor for a new template of that text.
    void openForSaving(const QWidget *anchor, const QString &prompt, const QString &system);

signals:
    void chosen(const core::PromptTemplate &entry);
    /// Something was done that can be undone: a sentence, and how.
    void done(const QString &sentence, const std::function<void()> &undo);
    void told(const QString &sentence);
    void importFilesWanted();
    void importFolderWanted();
    void exportWanted();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makePreview();
    QWidget *makeFoot();
    void fill();
    QTreeWidgetItem *folderItem(const QString &folder);
    void addTemplate(const core::PromptTemplate &entry);
    void showCurrent();
    std::optional<core::PromptTemplate> current() const;
    void useCurrent();
    void editCurrent();
    void editNew();
    void removeCurrent();
    void removeAll(const QList<qint64> &ids, const QString &sentence);
    void renameFolder(QTreeWidgetItem *item);
    void noteSaved(const core::PromptTemplate &entry, const core::PromptTemplate &before);
    void say(const QString &problem);

    core::TemplateStore &m_store;
    QString m_prompt;
    QString m_system;
    SearchField *const m_search;
    QTreeWidget *const m_tree;
    QStackedWidget *const m_pages;
    ElidedLabel *const m_name;
    ThemedLabel *const m_facts;
    QPlainTextEdit *const m_text;
    FlatButton *const m_use;
    FlatButton *const m_edit;
    FlatButton *const m_remove;
    FlatButton *const m_new;
    FlatButton *const m_import;
    FlatButton *const m_export;
    ThemedLabel *const m_problem;
    TemplateEditor *m_editor = nullptr;
    bool m_filling = false;
};

} // namespace ui

#include "ui/compare/templatepicker.h"

#include "core/base/continuation.h"
#include "core/prompts/prompttemplate.h"
#include "ui/compare/templateeditor.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/separator.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 440;
constexpr int kListWidth = 270;
constexpr int kIdRole = Qt::UserRole;
constexpr int kFolderRole = Qt::UserRole + 1;

bool matches(const core::PromptTemplate &entry, const QString &words)
{
    for (const QString &word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!core::templatePath(entry).contains(word, Qt::CaseInsensitive)
            && !entry.text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace

TemplatePicker::TemplatePicker(core::TemplateStore &store, const Theme &theme, QWidget *parent)
    : Popup(theme, {kWidth, kHeight}, parent)
    , m_store(store)
    , m_search(new SearchField(theme, tr("Find a template"), this))
    , m_tree(new QTreeWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_name(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_facts(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_text(new QPlainTextEdit(this))
    , m_use(new FlatButton(theme, tr("&Use"), FlatButton::Look::Outlined, this))
    , m_edit(new FlatButton(theme, Icon::Edit, tr("Edit, rename or move the template (Ctrl+E)"), this))
    , m_remove(new FlatButton(theme, Icon::Trash, tr("Delete the template (Delete)"), this))
    , m_new(new FlatButton(theme, tr("Save this prompt as a template …"), FlatButton::Look::Flat, this))
    , m_import(new FlatButton(theme, tr("Import"), FlatButton::Look::Flat, this))
    , m_export(new FlatButton(theme, tr("Export all …"), FlatButton::Look::Flat, this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("templatePicker"));
    setAccessibleName(tr("Templates"));
    m_editor = new TemplateEditor(store, theme, this);
    m_pages->addWidget(makePreview());
    m_pages->addWidget(m_editor);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeList());
    columns->addWidget(new Separator(theme, Qt::Vertical, this));
    columns->addWidget(m_pages, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(new Separator(theme, Qt::Horizontal, this));
    rows->addWidget(makeFoot());

    connect(m_search, &QLineEdit::textChanged, this, &TemplatePicker::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &TemplatePicker::useCurrent);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &TemplatePicker::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, this, &TemplatePicker::useCurrent);
    connect(m_tree, &QTreeWidget::itemChanged, this, &TemplatePicker::renameFolder);
    connect(m_use, &QToolButton::clicked, this, &TemplatePicker::useCurrent);
    connect(m_edit, &QToolButton::clicked, this, &TemplatePicker::editCurrent);
    connect(m_remove, &QToolButton::clicked, this, &TemplatePicker::removeCurrent);
    connect(m_new, &QToolButton::clicked, this, &TemplatePicker::editNew);
    connect(m_editor, &TemplateEditor::saved, this, &TemplatePicker::noteSaved);
    connect(m_editor, &TemplateEditor::left, this, [this] {
        m_pages->setCurrentIndex(0);
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_store, &core::TemplateStore::changed, this, &TemplatePicker::fill);
}

QWidget *TemplatePicker::makeList()
{
    auto *const column = new QWidget(this);
    column->setFixedWidth(theme().px(kListWidth));
    m_search->setObjectName(QStringLiteral("templateSearch"));
    m_search->setAccessibleName(tr("Find a template"));
    m_search->setResults(m_tree);
    m_tree->setObjectName(QStringLiteral("templateTree"));
    m_tree->setAccessibleName(tr("Templates by folder"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(theme().px(14));
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->installEventFilter(this);
    m_problem->setObjectName(QStringLiteral("templatesProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *const rows = new QVBoxLayout(column);
    rows->setContentsMargins(10, 10, 8, 6);
    rows->setSpacing(6);
    rows->addWidget(m_search);
    rows->addWidget(m_tree, 1);
    rows->addWidget(m_problem);
    return column;
}

QWidget *TemplatePicker::makePreview()
{
    auto *const page = new QWidget(this);
    m_name->setType(1.0, QFont::DemiBold);
    m_facts->setType(0.9);
    m_facts->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("templatePreview"));
    m_text->setAccessibleName(tr("Text of the template"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setAutoFillBackground(false);
    m_use->setObjectName(QStringLiteral("useTemplate"));
    m_edit->setObjectName(QStringLiteral("editTemplate"));
    m_remove->setObjectName(QStringLiteral("removeTemplate"));
    auto *const head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_name, 1);
    head->addWidget(m_edit);
    head->addWidget(m_remove);
    head->addSpacing(4);
    head->addWidget(m_use);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins(14, 8, 10, 8);
    rows->setSpacing(4);
    rows->addLayout(head);
    rows->addWidget(m_facts);
    rows->addWidget(m_text, 1);
    return page;
}

QWidget *TemplatePicker::makeFoot()
{
    auto *const foot = new QWidget(this);
    m_new->setObjectName(QStringLiteral("newTemplate"));
    m_new->setThemedIcon(Icon::Add);
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_import->setObjectName(QStringLiteral("importTemplatesMenu"));
    auto *const menu = new QMenu(this);
    const auto offer = [this, menu](const QString &text, void (TemplatePicker::*wanted)()) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, wanted] {
            hide();
            emit(this->*wanted)();
        });
    };
    offer(tr("Markdown files …"), &TemplatePicker::importFilesWanted);
    offer(tr("A folder of Markdown files …"), &TemplatePicker::importFolderWanted);
    m_import->setMenu(menu);
    m_export->setObjectName(QStringLiteral("exportTemplates"));
    connect(m_export, &QToolButton::clicked, this, [this] {
        hide();
        emit exportWanted();
    });
    auto *const row = new QHBoxLayout(foot);
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(m_new);
    row->addStretch();
    row->addWidget(m_import);
    row->addWidget(m_export);
    return foot;
}

void TemplatePicker::open(const QWidget *anchor, const QString &prompt, const QString &system)
{
    m_prompt = prompt;
    m_system = system;
    m_search->clear();
    const bool unsaved = m_editor->isDirty();
    m_pages->setCurrentIndex(unsaved ? 1 : 0);
    say({});
    fill();
    openAt(anchor->mapToGlobal(QPoint(0, -theme().px(kHeight) - 4)));
    if (unsaved)
        m_editor->setFocus(Qt::PopupFocusReason);
    else
        m_search->setFocus(Qt::PopupFocusReason);
}

void TemplatePicker::openForSaving(const QWidget *anchor, const QString &prompt, const QString &system)
{
    open(anchor, prompt, system);
    if (!m_editor->isDirty())
        editNew();
}

QTreeWidgetItem *TemplatePicker::folderItem(const QString &folder)
{
    if (folder.isEmpty())
        return m_tree->invisibleRootItem();
    QTreeWidgetItem *const parent = folderItem(folder.section(QLatin1Char('/'), 0, -2));
    for (int at = 0; at < parent->childCount(); ++at) {
        if (parent->child(at)->data(0, kFolderRole).toString() == folder)
            return parent->child(at);
    }
    auto *const item = new QTreeWidgetItem(parent, {folder.section(QLatin1Char('/'), -1)});
    item->setData(0, kFolderRole, folder);
    item->setIcon(0, themedIcon(theme(), Icon::Folder));
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setToolTip(0, tr("%1 (F2 renames, Delete deletes the folder with its templates)").arg(folder));
    item->setExpanded(true);
    return item;
}

void TemplatePicker::addTemplate(const core::PromptTemplate &entry)
{
    auto *const item = new QTreeWidgetItem(folderItem(entry.folder), {entry.name});
    item->setData(0, kIdRole, entry.id);
    item->setIcon(
        0, themedIcon(theme(), entry.kind == core::TemplateKind::System ? Icon::Settings : Icon::Text));
    item->setToolTip(0, core::templatePath(entry));
}

void TemplatePicker::fill()
{
    const QTreeWidgetItem *const before = m_tree->currentItem();
    const qint64 shown = before ? before->data(0, kIdRole).toLongLong() : 0;
    m_filling = true;
    m_tree->clear();
    QTreeWidgetItem *first = nullptr;
    QTreeWidgetItem *same = nullptr;
    for (const core::PromptTemplate &entry : m_store.templates()) {
        if (!matches(entry, m_search->text()))
            continue;
        addTemplate(entry);
        QTreeWidgetItem *const parent = folderItem(entry.folder);
        QTreeWidgetItem *const item = parent->child(parent->childCount() - 1);
        first = first ? first : item;
        same = entry.id == shown ? item : same;
    }
    m_filling = false;
    m_tree->setCurrentItem(same ? same : first);
    m_export->setEnabled(!m_store.templates().isEmpty());
    showCurrent();
}

std::optional<core::PromptTemplate> TemplatePicker::current() const
{
    const QTreeWidgetItem *const item = m_tree->currentItem();
    return item ? m_store.find(item->data(0, kIdRole).toLongLong()) : std::nullopt;
}

void TemplatePicker::showCurrent()
{
    if (m_filling)
        return;
    const std::optional<core::PromptTemplate> entry = current();
    for (QWidget *part : {static_cast<QWidget *>(m_use), static_cast<QWidget *>(m_edit)})
        part->setVisible(entry.has_value());
    m_remove->setVisible(m_tree->currentItem() != nullptr);
    m_text->setFont(theme().font());
    if (!entry) {
        const QTreeWidgetItem *const folder = m_tree->currentItem();
        m_name->setFullText(folder ? folder->data(0, kFolderRole).toString() : QString());
        m_facts->setText(
            folder ? QString()
                : m_store.templates().isEmpty()
                ? tr(
                    "Prompts and system prompts that you save are here. Write {{name}} for what changes from "
                    "time to time; it is asked for when you use them.")
                : tr("No template has these words."));
        m_text->clear();
        return;
    }
    m_name->setFullText(core::templatePath(*entry));
    const QString kind = entry->kind == core::TemplateKind::System ? tr("System prompt") : tr("Prompt");
    const QStringList variables = core::variablesOf(entry->text);
    m_facts->setText(
        variables.isEmpty() ? kind : tr("%1; asks for %2").arg(kind, variables.join(QStringLiteral(", "))));
    m_text->setPlainText(entry->text);
}

void TemplatePicker::useCurrent()
{
    const std::optional<core::PromptTemplate> entry = current();
    if (!entry)
        return;
    hide();
    emit chosen(*entry);
}

void TemplatePicker::editCurrent()
{
    if (const std::optional<core::PromptTemplate> entry = current()) {
        m_pages->setCurrentIndex(1);
        m_editor->edit(*entry);
    }
}

void TemplatePicker::editNew()
{
    core::PromptTemplate entry;
    const bool system = m_prompt.trimmed().isEmpty() && !m_system.trimmed().isEmpty();
    entry.kind = system ? core::TemplateKind::System : core::TemplateKind::Prompt;
    entry.text = system ? m_system : m_prompt;
    const QTreeWidgetItem *const item = m_tree->currentItem();
    const std::optional<core::PromptTemplate> near = current();
    entry.folder = near ? near->folder : item ? item->data(0, kFolderRole).toString() : QString();
    m_pages->setCurrentIndex(1);
    m_editor->edit(entry);
}

void TemplatePicker::noteSaved(const core::PromptTemplate &entry, const core::PromptTemplate &before)
{
    m_pages->setCurrentIndex(0);
    m_search->clear();
    fill();
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        if ((*item)->data(0, kIdRole).toLongLong() == entry.id)
            m_tree->setCurrentItem(*item);
    }
    m_tree->setFocus(Qt::OtherFocusReason);
    if (before.id == 0)
        emit done(tr("The template %1 is saved.").arg(core::templatePath(entry)),
                  [this, id = entry.id] { m_store.remove({id}); });
    else if (entry != before)
        emit done(tr("The template %1 is changed.").arg(core::templatePath(entry)),
                  [this, before] { m_store.save(before); });
}

void TemplatePicker::removeCurrent()
{
    const QTreeWidgetItem *const item = m_tree->currentItem();
    if (!item)
        return;
    if (const std::optional<core::PromptTemplate> entry = current())
        return removeAll({entry->id}, tr("The template %1 is deleted.").arg(core::templatePath(*entry)));
    const QString folder = item->data(0, kFolderRole).toString();
    QList<qint64> ids;
    for (const core::PromptTemplate &entry : m_store.templates()) {
        if (entry.folder == folder || entry.folder.startsWith(folder + QLatin1Char('/')))
            ids.append(entry.id);
    }
    removeAll(ids,
              ids.size() == 1
                  ? tr("The folder %1 is deleted with its template.").arg(folder)
                  : tr("The folder %1 is deleted with %n templates.", nullptr, static_cast<int>(ids.size()))
                        .arg(folder));
}

void TemplatePicker::removeAll(const QList<qint64> &ids, const QString &sentence)
{
    core::continued(
        m_store.remove(ids), this,
        [this, sentence](const core::Result<QList<core::PromptTemplate>> &removed) {
            if (!removed)
                return say(removed.error().message);
            emit done(sentence, [this, gone = *removed] {
                core::continued(m_store.restore(gone), this, [this](const core::Result<void> &back) {
                    if (!back)
                        emit told(tr("It could not be brought back: %1").arg(back.error().message));
                });
            });
        });
}

void TemplatePicker::renameFolder(QTreeWidgetItem *item)
{
    const QString folder = item->data(0, kFolderRole).toString();
    if (m_filling || folder.isEmpty())
        return;
    const QString parent = folder.section(QLatin1Char('/'), 0, -2);
    const QString wanted = core::cleanFolder(parent + QLatin1Char('/') + item->text(0));
    if (wanted == folder)
        return;
    core::continued(m_store.renameFolder(folder, wanted), this,
                    [this, wanted](const core::Result<QList<core::PromptTemplate>> &before) {
                        if (!before) {
                            fill();
                            return say(before.error().message);
                        }
                        say({});
                        emit done(tr("The folder is now %1.").arg(wanted),
                                  [this, was = *before] { m_store.moveBack(was); });
                    });
}

void TemplatePicker::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

bool TemplatePicker::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_tree && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            removeCurrent();
            return true;
        }
        if (key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier) {
            editCurrent();
            return true;
        }
    }
    return Popup::eventFilter(object, event);
}

} // namespace ui

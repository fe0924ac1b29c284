#include "ui/compare/templatesession.h"

#include "core/base/clock.h"
#include "core/prompts/prompttemplate.h"
#include "core/prompts/templatestore.h"
#include "ui/compare/composer.h"
#include "ui/compare/templatepicker.h"
#include "ui/compare/templatetransfer.h"
#include "ui/compare/variableform.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

namespace ui {

TemplateSession::TemplateSession(const CompareContext &context, Composer &composer, ToastArea &toasts,
                                 QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_composer(composer)
    , m_picker(new TemplatePicker(context.templates, context.theme, page))
    , m_transfer(new TemplateTransfer(context.templates, page))
{
    connect(&composer.templateButton(), &QToolButton::clicked, this, &TemplateSession::open);
    connect(m_picker, &TemplatePicker::chosen, this, &TemplateSession::use);
    connect(m_picker, &TemplatePicker::importFilesWanted, m_transfer, &TemplateTransfer::chooseFiles);
    connect(m_picker, &TemplatePicker::importFolderWanted, m_transfer, &TemplateTransfer::chooseFolder);
    connect(m_picker, &TemplatePicker::exportWanted, m_transfer, &TemplateTransfer::chooseTarget);
    const auto tell = [&toasts](const QString &sentence) { toasts.showMessage(sentence); };
    connect(m_picker, &TemplatePicker::told, this, tell);
    connect(m_transfer, &TemplateTransfer::told, this, tell);
    connect(m_picker, &TemplatePicker::done, this,
            [&toasts](const QString &sentence, const std::function<void()> &undo) {
                toasts.showMessage(sentence, tr("Undo"), undo);
            });
}

void TemplateSession::open()
{
    m_picker->open(&m_composer.templateButton(), m_composer.prompt(), m_composer.system());
}

void TemplateSession::saveCurrent()
{
    m_picker->openForSaving(&m_composer.templateButton(), m_composer.prompt(), m_composer.system());
}

void TemplateSession::use(const core::PromptTemplate &entry)
{
    m_composer.variables().setKnownValues(entry.lastValues);
    if (entry.kind == core::TemplateKind::System) {
        m_system = entry.id;
        m_composer.setSystem(entry.text);
    } else {
        m_prompt = entry.id;
        m_composer.setPrompt(entry.text);
    }
    m_composer.variables().setValues(entry.lastValues);
    if (core::variablesOf(entry.text).isEmpty())
        m_composer.focusPrompt();
    else
        m_composer.variables().focusVariable(core::variablesOf(entry.text).constFirst());
}

void TemplateSession::noteSent(const QHash<QString, QString> &values)
{
    for (const qint64 id : {m_prompt, m_system}) {
        const std::optional<core::PromptTemplate> entry = m_context.templates.find(id);
        const QString now = id == m_system ? m_composer.system() : m_composer.prompt();
        // Another text has taken the template's place.
        if (!entry || core::variablesOf(entry->text) != core::variablesOf(now))
            continue;
        QHash<QString, QString> own;
        for (const QString &name : core::variablesOf(entry->text))
            own.insert(name, values.value(name));
        m_context.templates.noteUse(id, own, m_context.services.clock.utcMs());
    }
    m_prompt = 0;
}

} // namespace ui

#include "ui/compare/sentprompt.h"

#include "core/prompts/prompttemplate.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct PromptWords
{
    Q_DECLARE_TR_FUNCTIONS(SentPrompt)
};

} // namespace

QStringList variablesOf(const PromptDraft &draft)
{
    QStringList names = core::variablesOf(draft.prompt);
    for (const QString &name : core::variablesOf(draft.system)) {
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QString missingVariable(const PromptDraft &draft)
{
    for (const QString &name : variablesOf(draft)) {
        if (!draft.values.contains(name))
            return name;
    }
    return {};
}

core::Result<SentPrompt> sentPromptOf(const PromptDraft &draft)
{
    const core::Result<QString> prompt = core::expandTemplate(draft.prompt, draft.values);
    if (!prompt)
        return prompt.error();
    const core::Result<QString> system = core::expandTemplate(draft.system, draft.values);
    if (!system)
        return system.error();
    return SentPrompt{core::promptWithFiles(*prompt, draft.attachments), *system,
                      core::picturesOf(draft.attachments)};
}

SentPrompt previewOf(const PromptDraft &draft)
{
    PromptDraft filled = draft;
    for (const QString &name : variablesOf(draft)) {
        if (!filled.values.contains(name))
            filled.values.insert(name, QStringLiteral("{{") + name + QStringLiteral("}}"));
    }
    return sentPromptOf(filled).valueOr({});
}

QList<core::Attachment> attachmentsOf(const QList<core::ImagePart> &images)
{
    QList<core::Attachment> attachments;
    for (const core::ImagePart &image : images) {
        const QString name = PromptWords::tr("Picture %1").arg(attachments.size() + 1);
        if (const core::Result<core::Attachment> attachment = core::attachmentOf(name, image.data))
            attachments.append(*attachment);
    }
    return attachments;
}

} // namespace ui

#pragma once

#include "core/base/result.h"
#include "core/compare/attachment.h"

#include <QHash>

namespace ui {

/// What stands in the composer.
struct PromptDraft
{
    QString prompt;
    QString system;
    QHash<QString, QString> values;
    QList<core::Attachment> attachments;

    bool operator==(const PromptDraft &) const = default;
};

/// What is sent of it: variables replaced, text files in the prompt.
struct SentPrompt
{
    QString prompt;
    QString system;
    QList<core::ImagePart> images;
};

/// The variables of both texts, those of the prompt first, each once.
QStringList variablesOf(const PromptDraft &draft);

/// The first variable without a value; empty when all have one.
QString missingVariable(const PromptDraft &draft);

/// Errors (invalid_request) name the first variable without a value.
core::Result<SentPrompt> sentPromptOf(const PromptDraft &draft);

/// The same with variables that have no value left as they are: for estimates and previews.
SentPrompt previewOf(const PromptDraft &draft);

/// Pictures that were sent, as attachments again.
QList<core::Attachment> attachmentsOf(const QList<core::ImagePart> &images);

} // namespace ui

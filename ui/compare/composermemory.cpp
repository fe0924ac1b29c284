#include "ui/compare/composermemory.h"

#include "core/base/continuation.h"
#include "core/compare/unsentattachments.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composer.h"
#include "ui/compare/taskpicker.h"
#include "ui/compare/variableform.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto kPause = 400ms;
/// Names of variables whose values are remembered, and the longest value, in characters.
constexpr qsizetype kMostValues = 200;
constexpr qsizetype kLongestValue = 20'000;

QHash<QString, QString> valuesOf(const QJsonArray &stored)
{
    QHash<QString, QString> values;
    for (const QJsonValue &entry : stored)
        values.insert(entry[0].toString(), entry[1].toString());
    return values;
}

/// With these values at the end; the oldest fall out.
QJsonArray withValues(const QJsonArray &stored, const QHash<QString, QString> &values)
{
    QJsonArray all;
    for (const QJsonValue &entry : stored) {
        if (!values.contains(entry[0].toString()))
            all.append(entry);
    }
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (value->size() <= kLongestValue)
            all.append(QJsonArray{value.key(), value.value()});
    }
    while (all.size() > kMostValues)
        all.removeFirst();
    return all;
}

} // namespace

ComposerMemory::ComposerMemory(const CompareContext &context, Composer &composer, QObject *parent)
    : QObject(parent), m_context(context), m_composer(composer)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ComposerMemory::writeNow);
}

ComposerMemory::~ComposerMemory()
{
    if (m_pause.isActive())
        writeNow();
}

void ComposerMemory::restore()
{
    const core::Settings &settings = m_context.settings;
    m_composer.variables().setKnownValues(valuesOf(settings.get(core::settings::kVariableValues)));
    m_composer.setSystem(settings.get(core::settings::kUnsentSystem));
    m_composer.setPrompt(settings.get(core::settings::kUnsentPrompt));
    if (settings.get(core::settings::kAutoTask))
        m_composer.tasks().setAuto(true);
    else
        m_composer.tasks().setTask(settings.get(core::settings::kLastTask));
    connect(&m_composer, &Composer::changed, &m_pause, qOverload<>(&QTimer::start));
    core::continued(m_context.unsentAttachments.load(), this,
                    [this](const core::Result<QList<core::Attachment>> &kept) {
                        // What was attached meanwhile is newer.
                        if (!kept || kept->isEmpty() || m_attachmentsChanged)
                            return;
                        m_composer.attachments().setAttachments(*kept);
                        m_attachmentsChanged = false;
                    });
    connect(&m_composer.attachments(), &AttachmentBar::changed, this,
            [this] { m_attachmentsChanged = true; });
}

void ComposerMemory::writeAttachments()
{
    if (!m_attachmentsChanged)
        return;
    m_attachmentsChanged = false;
    m_context.unsentAttachments.save(m_composer.attachments().attachments());
}

void ComposerMemory::writeNow()
{
    m_pause.stop();
    core::Settings &settings = m_context.settings;
    settings.set(core::settings::kUnsentPrompt, m_composer.prompt());
    settings.set(core::settings::kUnsentSystem, m_composer.system());
    settings.set(core::settings::kAutoTask, m_composer.tasks().isAuto());
    if (!m_composer.tasks().isAuto())
        settings.set(core::settings::kLastTask, m_composer.tasks().task());
    const QHash<QString, QString> values = m_composer.variables().values();
    if (!values.isEmpty())
        settings.set(core::settings::kVariableValues,
                     withValues(settings.get(core::settings::kVariableValues), values));
    writeAttachments();
}

} // namespace ui

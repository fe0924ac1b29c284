#include "ui/compare/composermemory.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/compare/composer.h"
#include "ui/compare/taskpicker.h"

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto kPause = 400ms;

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
    m_composer.setSystem(settings.get(core::settings::kUnsentSystem));
    m_composer.setPrompt(settings.get(core::settings::kUnsentPrompt));
    if (settings.get(core::settings::kAutoTask))
        m_composer.tasks().setAuto(true);
    else
        m_composer.tasks().setTask(settings.get(core::settings::kLastTask));
    connect(&m_composer, &Composer::changed, &m_pause, qOverload<>(&QTimer::start));
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
}

} // namespace ui

#pragma once

#include "ui/compare/comparecontext.h"

#include <QObject>
#include <QTimer>

namespace ui {

class Composer;

/// Keeps what stands in the composer over restarts: prompt, system prompt, attachments, values, task. Writes
/// after a pause, and when it goes. Owned by ComparePage, which also owns the composer.
class ComposerMemory : public QObject
{
    Q_OBJECT

public:
    ComposerMemory(const CompareContext &context, Composer &composer, QObject *parent = nullptr);
    ~ComposerMemory() override;

    void restore();
    void writeNow();

private:
    void writeAttachments();

    const CompareContext m_context;
    Composer &m_composer;
    QTimer m_pause;
    bool m_attachmentsChanged = false;
};

} // namespace ui

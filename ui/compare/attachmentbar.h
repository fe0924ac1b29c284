#pragma once

#include "core/base/result.h"
#include "core/compare/attachment.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QMimeData;

namespace ui {

class AttachmentChip;
class ComposerNote;

/// What goes with the prompt: pictures and text files as chips, and why something was refused. It takes what
/// is pasted, dropped or chosen; files are read on a worker thread. Owned by Composer.
class AttachmentBar : public QWidget
{
    Q_OBJECT

public:
    AttachmentBar(const Theme &theme, QWidget *parent);

    const QList<core::Attachment> &attachments() const { return m_attachments; }
    /// Takes the place of what is there, as after a restart.
    void setAttachments(const QList<core::Attachment> &attachments);
    void clear() { setAttachments({}); }

    /// Whether there are local files in it, or a picture without a text beside it.
    static bool canTake(const QMimeData &mime);
    void take(const QMimeData &mime);
    /// Reads the files in their order; what is refused is said, the others are taken.
    void addFiles(const QStringList &paths);
    /// Asks for files.
    void choose();
    /// Files that are still being read.
    int reading() const { return m_reading; }

signals:
    void changed();

private:
    void add(const core::Result<core::Attachment> &attachment);
    void addPastedPicture(const QMimeData &mime);
    void remove(AttachmentChip *chip);
    void rebuild();
    void appendChip(const core::Attachment &attachment);
    void refuse(const QString &sentence);

    const Theme &m_theme;
    QList<core::Attachment> m_attachments;
    QList<AttachmentChip *> m_chips;
    QWidget *const m_flow;
    ComposerNote *const m_refusal;
    int m_reading = 0;
    int m_pasted = 0;
};

} // namespace ui

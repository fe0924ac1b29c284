#include "ui/compare/attachmentbar.h"

#include "core/base/continuation.h"
#include "ui/compare/attachmentchip.h"
#include "ui/compare/composernote.h"
#include "ui/widgets/flowlayout.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QMimeData>
#include <QPromise>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <memory>

namespace ui {

namespace {

using Read = core::Result<core::Attachment>;

/// Pictures as other programs put them on the clipboard, the file itself where there is one.
const QStringList kPictureTypes{QStringLiteral("image/png"), QStringLiteral("image/jpeg"),
                                QStringLiteral("image/webp"), QStringLiteral("image/gif")};

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QFuture<QList<Read>> readLater(const QStringList &paths)
{
    const auto promise = std::make_shared<QPromise<QList<Read>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, paths] {
        QList<Read> read;
        for (const QString &path : paths)
            read.append(core::readAttachment(path));
        promise->addResult(read);
        promise->finish();
    });
    return promise->future();
}

} // namespace

AttachmentBar::AttachmentBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new QWidget(this))
    , m_refusal(new ComposerNote(theme, ComposerNote::Kind::Bad, this))
{
    setObjectName(QStringLiteral("attachments"));
    setAccessibleName(tr("Attachments"));
    m_flow->setLayout(new FlowLayout(m_flow, 8));
    m_refusal->setObjectName(QStringLiteral("refusedAttachment"));
    m_refusal->addCloseButton();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(6);
    rows->addWidget(m_flow);
    rows->addWidget(m_refusal);
    m_flow->hide();
}

void AttachmentBar::setAttachments(const QList<core::Attachment> &attachments)
{
    m_refusal->setText({});
    if (m_attachments == attachments)
        return;
    m_attachments = attachments;
    rebuild();
    emit changed();
}

bool AttachmentBar::canTake(const QMimeData &mime)
{
    // Word processors and spreadsheets put a picture of the text beside it: then the text is meant.
    return !localFiles(mime).isEmpty() || (mime.hasImage() && !mime.hasFormat(QStringLiteral("text/plain")));
}

void AttachmentBar::take(const QMimeData &mime)
{
    const QStringList files = localFiles(mime);
    if (!files.isEmpty())
        addFiles(files);
    else if (mime.hasImage())
        addPastedPicture(mime);
}

void AttachmentBar::addPastedPicture(const QMimeData &mime)
{
    m_refusal->setText({});
    const QString name = tr("Pasted picture %1").arg(++m_pasted);
    for (const QString &type : kPictureTypes) {
        const QByteArray file = mime.data(type);
        if (!file.isEmpty())
            return add(core::attachmentOf(name, file));
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    qvariant_cast<QImage>(mime.imageData()).save(&buffer, "PNG");
    add(core::attachmentOf(name, png));
}

void AttachmentBar::addFiles(const QStringList &paths)
{
    m_refusal->setText({});
    ++m_reading;
    core::continued(readLater(paths), this, [this](const QList<Read> &read) {
        --m_reading;
        for (const Read &attachment : read)
            add(attachment);
        emit changed();
    });
}

void AttachmentBar::choose()
{
    auto *const dialog = new QFileDialog(this, tr("Attach pictures or text files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures and text files (*)"), tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif)")});
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentBar::addFiles);
    dialog->open();
}

void AttachmentBar::add(const Read &attachment)
{
    if (!attachment)
        return refuse(attachment.error().message);
    QList<core::Attachment> more = m_attachments;
    more.append(*attachment);
    if (const core::Result<void> fits = core::checkAttachmentCount(more); !fits)
        return refuse(fits.error().message);
    m_attachments = more;
    appendChip(*attachment);
    emit changed();
}

void AttachmentBar::refuse(const QString &sentence)
{
    const QStringList said = m_refusal->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!said.contains(sentence))
        m_refusal->setText((said + QStringList{sentence}).join(QLatin1Char('\n')));
}

void AttachmentBar::appendChip(const core::Attachment &attachment)
{
    auto *const chip = new AttachmentChip(m_theme, attachment, m_flow);
    connect(chip, &AttachmentChip::removeRequested, this, [this, chip] { remove(chip); });
    if (!m_chips.isEmpty())
        setTabOrder(m_chips.constLast(), chip);
    m_chips.append(chip);
    m_flow->layout()->addWidget(chip);
    m_flow->show();
    chip->show();
    updateGeometry();
}

void AttachmentBar::remove(AttachmentChip *chip)
{
    const qsizetype at = m_chips.indexOf(chip);
    if (at < 0)
        return;
    const bool hadFocus = chip->hasFocus() || chip->isAncestorOf(focusWidget());
    m_chips.removeAt(at);
    m_attachments.removeAt(at);
    m_flow->layout()->removeWidget(chip);
    chip->hide();
    chip->deleteLater(); // its button may be the sender
    if (hadFocus && !m_chips.isEmpty())
        m_chips.at(std::min(at, m_chips.size() - 1))->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        focusNextChild();
    m_flow->setVisible(!m_chips.isEmpty());
    m_refusal->setText({});
    emit changed();
}

void AttachmentBar::rebuild()
{
    for (AttachmentChip *chip : std::as_const(m_chips)) {
        m_flow->layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->hide();
    for (const core::Attachment &attachment : std::as_const(m_attachments))
        appendChip(attachment);
}

} // namespace ui

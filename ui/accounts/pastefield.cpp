#include "ui/accounts/pastefield.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

namespace ui {

namespace {

/// The beginning tells whose key it is; the rest is nobody's business.
constexpr qsizetype kShown = 3;

} // namespace

PasteField::PasteField(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    connect(this, &QPlainTextEdit::textChanged, this, &PasteField::takeTyped);
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text().trimmed();
    if (text.isEmpty())
        return;
    {
        const QScopedValueRollback<bool> quiet(m_quiet, true);
        clear();
    }
    m_text = text;
    m_secrets.clear();
    emit textTaken();
    mask();
}

void PasteField::setSecrets(const QStringList &secrets)
{
    m_secrets = secrets;
    if (m_masked)
        mask();
}

void PasteField::mask()
{
    QString shown = m_text;
    for (const QString &secret : std::as_const(m_secrets)) {
        const QString hidden = secret.left(kShown) + QString(12, QChar(0x2022));
        shown.replace(secret, hidden);
    }
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    setPlainText(shown);
    moveCursor(QTextCursor::End);
    m_masked = !m_secrets.isEmpty();
}

void PasteField::takeTyped()
{
    if (m_quiet)
        return;
    m_text = toPlainText();
    emit textTaken();
}

void PasteField::reset()
{
    m_text.clear();
    m_secrets.clear();
    m_masked = false;
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    clear();
}

void PasteField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (m_masked || event->modifiers().testFlag(Qt::ControlModifier))) {
        emit submitted();
        return;
    }
    const bool erases = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete;
    if (m_masked && (erases || (!event->text().isEmpty() && event->text().at(0).isPrint()))) {
        // A masked text cannot be edited: typing begins anew.
        reset();
        emit textTaken();
        if (erases)
            return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PasteField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (!m_masked && !m_secrets.isEmpty())
        mask();
}

} // namespace ui

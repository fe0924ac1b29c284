#pragma once

#include <QPlainTextEdit>

namespace ui {

/// A field for a key or for text with keys in it. What is pasted is masked at once, what is typed when the
/// focus leaves; the text itself is only in memory and never shown again. Owned by PasteCard.
class PasteField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PasteField(QWidget *parent = nullptr);

    /// The text as pasted or typed.
    QString secretText() const { return m_text; }
    /// What to hide of it.
    void setSecrets(const QStringList &secrets);
    void reset();

signals:
    void textTaken();
    /// Enter on a line of its own purpose: Ctrl+Enter, or Enter while the text is masked.
    void submitted();

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void takeTyped();
    void mask();

    QString m_text;
    QStringList m_secrets;
    bool m_masked = false;
    bool m_quiet = false;
};

} // namespace ui

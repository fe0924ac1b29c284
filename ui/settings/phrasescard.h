#pragma once

#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace ui {

/// The user's own phrases by which providers say that a prompt is too long, one a line, beside those that
/// ship. A change is taken when the field is left, if every line is allowed; until then the old ones hold.
class PhrasesCard : public Card
{
    Q_OBJECT

public:
    explicit PhrasesCard(const Theme &theme, QWidget *parent = nullptr);

    void setPhrases(const QStringList &phrases);

signals:
    /// Trimmed, without blank lines and doubles, each of them allowed by the setting.
    void phrasesChosen(const QStringList &phrases);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void reset();
    /// What is wrong with a line, as a sentence; empty when nothing is.
    QString fault() const;
    QStringList written() const;

    QPlainTextEdit *const m_edit;
    ThemedLabel *const m_fault;
    QStringList m_held;
};

} // namespace ui

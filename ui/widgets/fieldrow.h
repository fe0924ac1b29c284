#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

class ThemedLabel;

/// A field of a form with its label at the left and one line below: a hint, or in its place what is wrong.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// `label` may have a mnemonic; `field` is reparented and named by it.
    FieldRow(const Theme &theme, const QString &label, QWidget *field, QWidget *parent = nullptr);

    /// Where the mnemonic leads when the field has several parts. A focus proxy of the field would do that,
    /// too, but be a stop of the Tab key that leads back to its part, a circle without a way out.
    void setFirstPart(QWidget *part);
    /// For a row of its own, whose label need not line up with others; in pixels at 100 %.
    void setLabelWidth(int width);
    void setHint(const QString &hint);
    /// An empty sentence: nothing is wrong.
    void setFault(const QString &sentence);
    QString fault() const { return m_fault; }
    QWidget *field() const { return m_field; }

private:
    void describe();

    const Theme &m_theme;
    QWidget *const m_field;
    ThemedLabel *const m_label;
    ThemedLabel *const m_note;
    int m_labelWidth = 0;
    QString m_hint;
    QString m_fault;
};

} // namespace ui

#include "ui/widgets/fieldrow.h"

#include "ui/widgets/themedlabel.h"

#include <QGridLayout>

namespace ui {

namespace {

constexpr int kLabel = 132;

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace

FieldRow::FieldRow(const Theme &theme, const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(field)
    , m_label(new ThemedLabel(theme, label, Theme::Token::Ink2, this))
    , m_note(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_label, 0, 0, Qt::AlignVCenter);
    grid->addWidget(field, 0, 1);
    grid->addWidget(m_note, 1, 1);
    grid->setColumnStretch(1, 1);
    m_label->setBuddy(field);
    m_label->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setType(0.92);
    m_note->hide();
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(withoutMnemonic(label));
    setLabelWidth(kLabel);
    connect(&theme, &Theme::changed, this, [this] { setLabelWidth(m_labelWidth); });
}

void FieldRow::setLabelWidth(int width)
{
    m_labelWidth = width;
    m_label->setFixedWidth(m_theme.px(width));
}

void FieldRow::setFirstPart(QWidget *part)
{
    m_label->setBuddy(part);
}

void FieldRow::setHint(const QString &hint)
{
    m_hint = hint;
    describe();
}

void FieldRow::setFault(const QString &sentence)
{
    if (m_fault == sentence)
        return;
    m_fault = sentence;
    describe();
}

void FieldRow::describe()
{
    const QString note = m_fault.isEmpty() ? m_hint : m_fault;
    m_note->setInk(m_fault.isEmpty() ? Theme::Token::Ink2 : Theme::Token::Bad);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_field->setAccessibleDescription(note);
}

} // namespace ui

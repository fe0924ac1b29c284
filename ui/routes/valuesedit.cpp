#include "ui/routes/valuesedit.h"

#include "ui/routes/conditionvalues.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace ui {

namespace {

constexpr int kValuesWidth = 190;
constexpr int kNarrowestValues = 70;

} // namespace

ValuesEdit::ValuesEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_model(new QStringListModel(this))
    , m_completions(new QCompleter(m_model, this))
{
    m_completions->setCaseSensitivity(Qt::CaseInsensitive);
    m_completions->setFilterMode(Qt::MatchContains);
    m_completions->setWidget(this);
    connect(m_completions, qOverload<const QString &>(&QCompleter::activated), this, &ValuesEdit::take);
    connect(this, &QLineEdit::textEdited, this, [this] {
        emit valuesEdited(values());
        complete(false);
    });
}

void ValuesEdit::setTerms(std::function<QStringList()> terms)
{
    m_terms = std::move(terms);
}

QStringList ValuesEdit::values() const
{
    if (!m_single)
        return valuesFromText(text());
    const QString whole = text().trimmed();
    return whole.isEmpty() ? QStringList() : QStringList(whole);
}

void ValuesEdit::showValues(const QStringList &shown)
{
    if (shown != values())
        setText(m_single ? shown.value(0) : valuesToText(shown));
}

QSize ValuesEdit::sizeHint() const
{
    return {m_theme.px(kValuesWidth), QLineEdit::sizeHint().height()};
}

QSize ValuesEdit::minimumSizeHint() const
{
    return {m_theme.px(kNarrowestValues), QLineEdit::minimumSizeHint().height()};
}

qsizetype ValuesEdit::start() const
{
    return m_single ? 0 : valueStart(text(), cursorPosition());
}

void ValuesEdit::complete(bool all)
{
    if (!m_terms)
        return;
    const QString typed = text().mid(start(), cursorPosition() - start());
    m_model->setStringList(m_terms());
    m_completions->setCompletionPrefix(all ? QString() : typed);
    const bool nothingNew = m_completions->completionCount() == 0
        || (m_completions->completionCount() == 1 && m_completions->currentCompletion() == typed);
    if ((typed.isEmpty() && !all) || nothingNew)
        return m_completions->popup()->hide();
    m_completions->complete();
}

void ValuesEdit::take(const QString &value)
{
    const QString taken = m_single ? value : valuesToText({value});
    const qsizetype from = start();
    const QString rest = m_single ? QString() : text().mid(cursorPosition());
    setText(text().first(from) % taken % rest);
    setCursorPosition(static_cast<int>(from + taken.size()));
    emit valuesEdited(values());
}

void ValuesEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        complete(true);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui

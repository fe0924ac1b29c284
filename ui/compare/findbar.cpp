#include "ui/compare/findbar.h"

#include "ui/markdown/markdownview.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace ui {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Bottom, parent)
    , m_field(new SearchField(theme, tr("Find in all lanes"), this))
    , m_count(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_previous(new FlatButton(theme, Icon::ChevronUp, tr("Previous match (Shift+F3)"), this))
    , m_next(new FlatButton(theme, Icon::ChevronDown, tr("Next match (F3)"), this))
    , m_close(new FlatButton(theme, Icon::Close, tr("Close the search"), this))
{
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setMaximumWidth(theme.px(360));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_previous->setObjectName(QStringLiteral("findPrevious"));
    m_next->setObjectName(QStringLiteral("findNext"));
    m_close->setObjectName(QStringLiteral("findClose"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 10, 6);
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    recount();
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    forgetSelections();
    emit closed();
}

void FindBar::setViews(const QList<MarkdownView *> &views)
{
    m_views.clear();
    for (MarkdownView *view : views)
        m_views.append(view);
    recount();
}

void FindBar::recount()
{
    if (isHidden())
        return;
    m_counts.clear();
    m_total = 0;
    const QString text = m_field->text();
    for (const QPointer<MarkdownView> &view : std::as_const(m_views)) {
        const int count = view && !text.isEmpty() ? view->countText(text) : 0;
        m_counts.append(count);
        m_total += count;
    }
    m_current = std::min(m_current, m_total - 1);
    describe();
}

void FindBar::search()
{
    forgetSelections();
    m_current = -1;
    recount();
    if (m_total > 0)
        step(1);
}

void FindBar::findNext()
{
    recount();
    step(1);
}

void FindBar::findPrevious()
{
    recount();
    step(-1);
}

void FindBar::step(int by)
{
    if (m_total == 0)
        return;
    m_current = m_current < 0 ? (by > 0 ? 0 : m_total - 1) : (m_current + by + m_total) % m_total;
    qsizetype lane = 0;
    int before = 0;
    while (before + m_counts.at(lane) <= m_current)
        before += m_counts.at(lane++);
    MarkdownView *const view = m_views.at(lane);
    const bool backwards = by < 0;
    if (m_in != view) {
        forgetSelections();
        m_in = view;
        view->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    }
    view->findText(m_field->text(), backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    describe();
    emit found(view);
}

void FindBar::forgetSelections()
{
    if (m_in) {
        QTextCursor cursor = m_in->textCursor();
        cursor.clearSelection();
        m_in->setTextCursor(cursor);
    }
    m_in.clear();
}

void FindBar::describe()
{
    const bool asked = !m_field->text().isEmpty();
    m_previous->setEnabled(m_total > 0);
    m_next->setEnabled(m_total > 0);
    m_count->setInk(asked && m_total == 0 ? Theme::Token::Bad : Theme::Token::Ink2);
    if (!asked)
        m_count->setText({});
    else if (m_total == 0)
        m_count->setText(tr("no match"));
    else if (m_current < 0)
        m_count->setText(tr("Matches: %L1").arg(m_total));
    else
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_total));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return close();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return event->modifiers().testFlag(Qt::ShiftModifier) ? findPrevious() : findNext();
    default:
        return Surface::keyPressEvent(event);
    }
}

} // namespace ui

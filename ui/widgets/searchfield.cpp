#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>

namespace ui {

SearchField::SearchField(const Theme &theme, const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    auto *const magnifier = addAction(themedIcon(theme, Icon::Search, Theme::Token::Ink3), LeadingPosition);
    magnifier->setEnabled(false);
    magnifier->setText(tr("Search"));
    if (auto *const clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction"))) {
        clear->setIcon(themedIcon(theme, Icon::Close, Theme::Token::Ink3));
        clear->setText(tr("Clear the search"));
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            return event->ignore();
        return clear();
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (m_results) {
            QCoreApplication::sendEvent(m_results, event);
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui

#include "ui/compare/editorframe.h"

#include "ui/theme/paint.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

EditorFrame::EditorFrame(const Theme &theme, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_editor(editor)
{
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins(4, 2, 4, 2);
    box->addWidget(editor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EditorFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme::Token line = m_editor->hasFocus() ? Theme::Token::Accent : Theme::Token::Line;
    drawBox(painter, rect(), m_theme.colour(Theme::Token::Background), m_theme.colour(line),
            m_theme.px(kCardRadius));
}

} // namespace ui

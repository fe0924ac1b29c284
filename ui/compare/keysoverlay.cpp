#include "ui/compare/keysoverlay.h"

#include "ui/actions.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/themedlabel.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QKeyEvent>
#include <QScrollArea>

namespace ui {

namespace {

constexpr int kWidth = 860;
constexpr int kHeight = 620;

} // namespace

KeysOverlay::KeysOverlay(const Theme &theme, const Actions &actions, QWidget *page)
    : Surface(theme, Theme::Token::Panel, AllSides, page), m_actions(actions), m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("keysOverlay"));
    setAccessibleName(tr("Keys"));
    setRadius(kCardRadius);
    setLines(AllSides, Theme::Token::Ink3);
    auto *const title = new ThemedLabel(theme, tr("Keys"), Theme::Token::Ink, this);
    title->setType(1.15, QFont::DemiBold);
    auto *const hint = new ThemedLabel(theme, tr("Esc closes this"), Theme::Token::Ink3, this);
    auto *const close = new FlatButton(theme, Icon::Close, tr("Close"), this);
    close->setObjectName(QStringLiteral("keysClose"));
    m_area->setObjectName(QStringLiteral("keysList"));
    m_area->setAccessibleName(tr("Keys and what they do"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->viewport()->setAutoFillBackground(false);
    auto *const top = new QHBoxLayout;
    top->setContentsMargins(18, 12, 10, 8);
    top->setSpacing(12);
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(hint);
    top->addWidget(close);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(1, 1, 1, 10);
    rows->setSpacing(0);
    rows->addLayout(top);
    rows->addWidget(m_area, 1);
    connect(close, &QToolButton::clicked, this, &KeysOverlay::dismiss);
    page->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (now && !isAncestorOf(now))
            hide();
    });
    hide();
}

QList<QAction *> KeysOverlay::actionsHere() const
{
    QList<QAction *> actions;
    for (QAction *action : m_actions.all()) {
        const QObject *const scope = action->parent();
        if ((scope == parentWidget() || scope == window()) && action->isEnabled()
            && !action->shortcut().isEmpty())
            actions.append(action);
    }
    return actions;
}

QWidget *KeysOverlay::makeSection(const QString &title, const QString &note, const QList<KeyText> &keys)
{
    auto *const section = new QWidget;
    auto *const grid = new QGridLayout(section);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    auto *const head = new ThemedLabel(theme(), title, Theme::Token::Ink, section);
    head->setType(1.0, QFont::DemiBold);
    grid->addWidget(head, 0, 0, 1, 2);
    int row = 1;
    if (!note.isEmpty()) {
        auto *const words = new ThemedLabel(theme(), note, Theme::Token::Ink2, section);
        words->setWordWrap(true);
        grid->addWidget(words, row++, 0, 1, 2);
    }
    for (const KeyText &key : keys) {
        auto *const cap = new Pill(theme(), key.key, Theme::Token::Ink, section);
        cap->setObjectName(QStringLiteral("keyCap"));
        auto *const text = new ThemedLabel(theme(), key.text, Theme::Token::Ink2, section);
        text->setObjectName(QStringLiteral("keyText"));
        text->setWordWrap(true);
        text->setAccessibleName(tr("%1: %2").arg(key.key, key.text));
        grid->addWidget(cap, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(text, row++, 1);
    }
    return section;
}

QWidget *KeysOverlay::makeSections(const QList<KeyText> &grammar)
{
    auto *const content = new QWidget;
    auto *const left = new QVBoxLayout;
    auto *const right = new QVBoxLayout;
    left->addWidget(
        makeSection(tr("In a lane"), tr("While a lane has the focus and nothing is typed in it"), grammar));
    QStringList categories;
    QHash<QString, QList<KeyText>> keys;
    for (const QAction *action : actionsHere()) {
        const QString category = Actions::categoryOf(action);
        if (!categories.contains(category))
            categories.append(category);
        keys[category].append(
            {action->shortcut().toString(QKeySequence::NativeText), action->text().remove(QLatin1Char('&'))});
    }
    qsizetype leftRows = grammar.size() + 2;
    qsizetype rightRows = 0;
    for (const QString &category : std::as_const(categories)) {
        const bool toLeft = leftRows < rightRows;
        (toLeft ? left : right)->addWidget(makeSection(category, {}, keys.value(category)));
        (toLeft ? leftRows : rightRows) += keys.value(category).size() + 1;
    }
    auto *const columns = new QHBoxLayout(content);
    columns->setContentsMargins(18, 4, 18, 8);
    columns->setSpacing(32);
    for (QVBoxLayout *column : {left, right}) {
        column->setSpacing(18);
        column->addStretch(1);
        columns->addLayout(column, 1);
    }
    return content;
}

void KeysOverlay::open(const QList<KeyText> &grammar)
{
    if (isHidden())
        m_focusBefore = QApplication::focusWidget();
    QWidget *const sections = makeSections(grammar);
    m_area->setWidget(sections);
    sections->setAutoFillBackground(false);
    place();
    show();
    raise();
    m_area->setFocus(Qt::PopupFocusReason);
}

void KeysOverlay::dismiss()
{
    if (isHidden())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

bool KeysOverlay::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride
        || static_cast<QKeyEvent *>(event)->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_K))
        return Surface::event(event);
    event->accept(); // shortcuts as well end here
    return true;
}

void KeysOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->text() == QStringLiteral("?"))
        return dismiss();
    // Keys end here: they are not meant for what lies below.
    event->accept();
}

bool KeysOverlay::eventFilter(QObject *object, QEvent *event)
{
    if (!isHidden() && event->type() == QEvent::Resize)
        place();
    return Surface::eventFilter(object, event);
}

void KeysOverlay::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(theme().px(kWidth), room.width() - 48),
                     std::min(theme().px(kHeight), room.height() - 64));
    setGeometry((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(),
                size.height());
}

} // namespace ui

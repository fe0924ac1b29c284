#include "ui/compare/lanekeys.h"

#include "ui/actions.h"
#include "ui/compare/blocksteps.h"
#include "ui/compare/diffview.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/markdown/markdownview.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {

namespace {

/// A key that starts an action of the page.
struct ActionKey
{
    char key;
    bool shifted;
    const char *action;
};

constexpr ActionKey kActionKeys[]{
    {'v', false, "compare.voteBest"},
    {'d', false, "compare.diff"},
    {'n', false, "compare.nextDisagreement"},
    {'n', true, "compare.previousDisagreement"},
    {'m', false, "compare.maximiseLane"},
    {'s', false, "compare.stopLane"},
    {'s', true, "compare.stop"},
    {'r', false, "compare.retryLane"},
    {'/', false, "compare.find"},
    {'?', false, "compare.keys"},
};

QString keyText(const ActionKey &key)
{
    const QString letter = QString(QLatin1Char(key.key)).toUpper();
    if (key.shifted)
        return QKeySequence(Qt::SHIFT).toString(QKeySequence::NativeText) + letter;
    return QString(QLatin1Char(key.key));
}

bool takesText(const QWidget *widget)
{
    if (const auto *const edit = qobject_cast<const QTextEdit *>(widget))
        return !edit->isReadOnly() && edit->textInteractionFlags().testFlag(Qt::TextEditable);
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget);
}

} // namespace

LaneKeys::LaneKeys(const Actions &actions, LaneStrip &strip, QObject *parent)
    : QObject(parent), m_actions(actions), m_strip(strip)
{
}

void LaneKeys::watch(LaneView *lane)
{
    lane->installEventFilter(this);
}

QList<KeyText> LaneKeys::grammar() const
{
    QList<KeyText> keys{
        {QStringLiteral("1 – 9"), tr("Go to the lane of that number")},
        {QStringLiteral("j"), tr("Next block in all lanes")},
        {QStringLiteral("k"), tr("Previous block in all lanes")},
    };
    for (const ActionKey &key : kActionKeys) {
        const QAction *const action = m_actions.find(QString::fromLatin1(key.action));
        if (action)
            keys.append({keyText(key), action->text().remove(QLatin1Char('&'))});
    }
    return keys;
}

/// Keys that no child of the lane wanted arrive here, so a text field inside has had its turn.
bool LaneKeys::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !takesText(QApplication::focusWidget())
        && press(*static_cast<QKeyEvent *>(event)))
        return true;
    return QObject::eventFilter(object, event);
}

bool LaneKeys::press(const QKeyEvent &event)
{
    const QString text = event.text();
    if (text.size() != 1 || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    const QChar character = text.at(0);
    if (character >= u'1' && character <= u'9')
        return goToLane(character.unicode() - u'1');
    // Caps Lock changes the character, not the Shift key.
    const QChar letter = character.toLower();
    const bool shifted = letter.isLetter() && event.modifiers().testFlag(Qt::ShiftModifier);
    if (!shifted && (letter == u'j' || letter == u'k'))
        return stepBlocks(letter == u'j' ? 1 : -1);
    for (const ActionKey &key : kActionKeys) {
        if (letter == QLatin1Char(key.key) && shifted == key.shifted)
            return event.isAutoRepeat() || start(QString::fromLatin1(key.action));
    }
    return false;
}

bool LaneKeys::goToLane(int index)
{
    if (index >= m_strip.count())
        return false;
    m_strip.setCurrent(index);
    m_strip.focusCurrent();
    return true;
}

bool LaneKeys::stepBlocks(int by)
{
    for (LaneView *lane : m_strip.lanes()) {
        QTextEdit *view = &lane->answerView();
        if (const auto *const diff = qobject_cast<DiffView *>(lane->standIn()))
            view = &diff->text();
        if (view->isVisible())
            scrollToNext(*view, blockTops(*view->document()), by);
    }
    return true;
}

bool LaneKeys::start(const QString &action)
{
    QAction *const found = m_actions.find(action);
    if (!found)
        return false;
    found->trigger();
    return true;
}

} // namespace ui

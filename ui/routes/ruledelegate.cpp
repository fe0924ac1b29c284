#include "ui/routes/ruledelegate.h"

#include "ui/routes/rulelistmodel.h"
#include "ui/routes/tracktexts.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

constexpr int kRuleMargin = 10;
constexpr int kRuleGap = 3;
constexpr int kStateIcon = 14;
constexpr int kTitleLines = 2;
constexpr int kSummaryLines = 3;

} // namespace

RuleDelegate::RuleDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

QString RuleDelegate::stateOf(const QModelIndex &index) const
{
    return index.data(RuleListModel::OnRole).toBool() ? QString() : tr("off");
}

int RuleDelegate::textWidth(const QModelIndex &index, int width) const
{
    int room = width - 2 * m_theme.px(kRuleMargin);
    if (index.data(RuleListModel::ProblemsRole).toInt() > 0)
        room -= m_theme.px(kStateIcon + kRuleGap);
    if (const QString state = stateOf(index); !state.isEmpty())
        room -= QFontMetrics(m_theme.font(0.92)).horizontalAdvance(state) + m_theme.px(kRuleGap + 3);
    return std::max(m_theme.px(40), room);
}

RuleDelegate::Lines RuleDelegate::linesOf(const QModelIndex &index, int width) const
{
    const QString number = index.data(RuleListModel::NumberRole).toString();
    const QString name = index.data().toString();
    // A number alone on its line would be no title.
    const QString title = number.isEmpty() ? name : QString(number % QChar(QChar::Nbsp) % name);
    const int whole = width - 2 * m_theme.px(kRuleMargin);
    return {
        linesWithin(title, titleFont(), textWidth(index, width), kTitleLines),
        linesWithin(index.data(RuleListModel::SummaryRole).toString(), m_theme.font(), whole, kSummaryLines)};
}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Lines lines = linesOf(index, width);
    const int height = static_cast<int>(lines.title.size()) * QFontMetrics(titleFont()).lineSpacing()
        + static_cast<int>(lines.summary.size()) * QFontMetrics(m_theme.font()).lineSpacing();
    return {width, height + m_theme.px(kRuleGap) + 2 * m_theme.px(7)};
}

void RuleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    if (selected)
        drawBox(*painter, box, m_theme.colour(Theme::Token::AccentSoft), m_theme.colour(Theme::Token::Accent),
                m_theme.px(kControlRadius));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawBox(*painter, box, m_theme.colour(Theme::Token::Panel2), {}, m_theme.px(kControlRadius));
    if (index.data(RuleListModel::MatchedRole).toBool()) {
        const QRect bar(box.left(), box.top() + m_theme.px(6), m_theme.px(3), box.height() - m_theme.px(12));
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                          m_theme.colour(Theme::Token::Accent));
    }
    const Lines lines = linesOf(index, option.rect.width());
    const bool on = index.data(RuleListModel::OnRole).toBool();
    QRect room = option.rect.adjusted(m_theme.px(kRuleMargin), m_theme.px(7), -m_theme.px(kRuleMargin), 0);
    paintState(*painter, room, index);
    const auto draw = [&](const QStringList &texts, const QFont &font, Theme::Token ink) {
        painter->setFont(font);
        painter->setPen(m_theme.colour(ink));
        const QFontMetrics metrics(font);
        for (const QString &line : texts) {
            const QRect place(room.left(), room.top(), room.width(), metrics.lineSpacing());
            painter->drawText(QStyle::visualRect(option.direction, option.rect, place),
                              static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                              line);
            room.setTop(room.top() + metrics.lineSpacing());
        }
    };
    draw(lines.title, titleFont(), on ? Theme::Token::Ink : Theme::Token::Ink2);
    room.setTop(room.top() + m_theme.px(kRuleGap));
    draw(lines.summary, m_theme.font(), Theme::Token::Ink2);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.widget && showsFocus(option.widget))
        drawFocusRing(*painter, box, m_theme.colour(Theme::Token::Accent), m_theme.px(kControlRadius));
    painter->restore();
}

void RuleDelegate::paintState(QPainter &painter, const QRect &room, const QModelIndex &index) const
{
    const Qt::LayoutDirection direction = painter.layoutDirection();
    int right = room.right();
    if (index.data(RuleListModel::ProblemsRole).toInt() > 0) {
        const bool invalid = index.data(RuleListModel::InvalidRole).toBool();
        const int extent = m_theme.px(kStateIcon);
        const QRect place(right - extent, room.top() + m_theme.px(2), extent, extent);
        painter.drawPixmap(QStyle::visualRect(direction, room, place),
                           iconPixmap(invalid ? Icon::Error : Icon::Warning,
                                      m_theme.colour(invalid ? Theme::Token::Bad : Theme::Token::Warn),
                                      extent, painter.device()->devicePixelRatioF()));
        right -= extent + m_theme.px(kRuleGap);
    }
    if (const QString state = stateOf(index); !state.isEmpty()) {
        const QFont font = m_theme.font(0.92);
        painter.setFont(font);
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const QRect place(room.left(), room.top(), right - room.left(), QFontMetrics(font).lineSpacing());
        painter.drawText(QStyle::visualRect(direction, room, place),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignTrailing) | Qt::TextSingleLine, state);
    }
}

QWidget *RuleDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *const name = new QLineEdit(parent);
    name->setObjectName(QStringLiteral("rules.rename"));
    name->setAccessibleName(tr("Name of the rule"));
    name->setFont(titleFont());
    return name;
}

/// A rule may change while its name is edited, such as by a check: what is typed stays.
void RuleDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *const name = qobject_cast<QLineEdit *>(editor);
    const QString known = index.data(Qt::EditRole).toString();
    if (name && !name->isModified() && name->text() != known)
        name->setText(known);
}

void RuleDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    QRect place = option.rect;
    place.setHeight(std::min(place.height(), editor->sizeHint().height()));
    editor->setGeometry(place);
}

} // namespace ui

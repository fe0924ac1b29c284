#pragma once

#include "core/models/runlistmodel.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace core {
class Clock;
}

namespace ui {

class ModelColours;

/// Draws a run in three lines: pin, prompt and time; where the words were found, or the first answer's
/// beginning, with turns and tags; its models, its verdict, its state where it is not whole, and its cost.
class RunDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RunDelegate(const Theme &theme, const core::Clock &clock, ModelColours &colours,
                QObject *parent = nullptr);

    void setZone(const QTimeZone &zone) { m_zone = zone; }
    /// Words to mark, as they were searched for.
    void setWords(const QString &query);
    /// Whether an entry with turns stands for its whole conversation.
    bool showsConversations() const { return m_conversations; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// The places of the words in a text: start and length.
    QList<std::pair<int, int>> hits(const QString &text) const;
    /// What is not as it should be, in words; empty for a run that is whole.
    static QString stateText(const core::RunSummary &run);
    static QString costText(const core::RunSummary &run);

private:
    void drawText(QPainter &painter, const QRect &room, const QString &text, const QFont &font,
                  const QColor &ink) const;
    int drawRight(QPainter &painter, const QRect &room, const QString &text, const QFont &font,
                  const QColor &ink) const;
    int drawMarks(QPainter &painter, const QRect &room, const core::RunSummary &run) const;
    int drawHead(QPainter &painter, const QRect &room, const core::RunSummary &run) const;
    void drawFoot(QPainter &painter, const QRect &room, const core::RunSummary &run) const;
    void drawModels(QPainter &painter, const QRect &room, const core::RunSummary &run) const;

    const Theme &m_theme;
    const core::Clock &m_clock;
    ModelColours &m_colours;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QStringList m_words;
    bool m_conversations = true;
};

} // namespace ui

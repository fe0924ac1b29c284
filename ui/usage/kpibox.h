#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/widgets/surface.h"

class QBoxLayout;

namespace ui {

class ConvertedLabel;
class FlatButton;
class KpiText;
class ThemedLabel;

/// One figure with its name, its change and, if some of it is missing, a link to what. A click, Enter or
/// Space leads to what it is made of.
class KpiBox : public Surface
{
    Q_OBJECT

public:
    KpiBox(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// `exact` is the tooltip of the value.
    void setFigure(const QString &value, const QString &exact);
    /// The figure beside its name in another currency, where it is an amount and there is a rate.
    void setConverted(const std::optional<core::Money> &usd, const std::optional<core::ExchangeRate> &rate);
    void setNote(const QString &text, Theme::Token ink);
    /// Empty: none.
    void setLink(const QString &text);
    /// Whether there is anything to lead to, and what, for the tooltip.
    void setLeads(const QString &where);
    bool leads() const { return !m_where.isEmpty(); }

    /// The widest that the value may be.
    int room() const;
    QString value() const;
    void setValueScale(double scale);
    /// How many lines the name takes at the box's width.
    int nameLines() const;
    /// Names of boxes beside one another have as many, so that their values line up.
    void setNameLines(int lines);
    /// Note and link take as many lines as they need at the box's width; whether the link is below the note.
    bool fitNotes();
    /// Right below the figure, else in the middle of a line that is as high as a link.
    void setNoteAtTop(bool top);

signals:
    void clicked();
    void linkClicked();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void putTogether();
    void explainFigure();
    void nameForAssistiveTechnology();

    KpiText *const m_name;
    ConvertedLabel *const m_converted;
    ThemedLabel *const m_value;
    KpiText *const m_note;
    FlatButton *const m_link;
    QBoxLayout *const m_notes;
    QBoxLayout *const m_linkPlace;
    QString m_exact;
    QString m_where;
};

} // namespace ui

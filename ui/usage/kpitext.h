#pragma once

#include "ui/widgets/themedlabel.h"

namespace ui {

/// Words of a KpiBox in one or two lines, cut at the end where the room is too narrow even so; the whole of
/// them is in the accessible name and, if they are cut, in the tooltip.
class KpiText : public ThemedLabel
{
    Q_OBJECT

public:
    explicit KpiText(const Theme &theme, const QString &text = {}, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_full; }
    bool isElided() const { return m_elided; }

    /// How many lines the text takes at a width, at most two.
    int linesFor(int width) const;
    /// For how many lines there is room; the text takes them if it has to.
    void setLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Where the second line begins, 0 when there is none.
    qsizetype breakFor(int width) const;
    void layOut();

    QString m_full;
    int m_lines = 1;
    bool m_elided = false;
};

} // namespace ui

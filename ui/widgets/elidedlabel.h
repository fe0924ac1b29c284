#pragma once

#include "ui/widgets/themedlabel.h"

namespace ui {

/// One line of text that shortens itself to the room it has; the whole text is in the tooltip, the accessible
/// name and what is copied. Long names are cut in the middle, sentences at the end.
class ElidedLabel : public ThemedLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const Theme &theme, const QString &text = {}, Theme::Token ink = Theme::Token::Ink,
                         Qt::TextElideMode mode = Qt::ElideMiddle, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    QString fullText() const { return m_full; }
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_full;
    Qt::TextElideMode m_mode;
};

} // namespace ui

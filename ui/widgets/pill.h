#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A small rounded word: a state ("complete", "waiting 4 s") or a label ("task: reasoning"). Its colour only
/// repeats what the word says.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(const Theme &theme, const QString &text = {}, Theme::Token ink = Theme::Token::Ink2,
                  QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setInk(Theme::Token ink);
    Theme::Token ink() const { return m_ink; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont smallFont() const;

    const Theme &m_theme;
    QString m_text;
    Theme::Token m_ink;
};

} // namespace ui

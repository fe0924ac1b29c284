#pragma once

#include "ui/widgets/surface.h"

namespace ui {

class ElidedLabel;
class FlatButton;
class ThemedLabel;

/// What the shades of agreement mean, where one is, and the way to the next disagreement. Owned by
/// ComparePage; hidden until AgreementMarks shows it.
class AgreementBar : public Surface
{
    Q_OBJECT

public:
    explicit AgreementBar(const Theme &theme, QWidget *parent = nullptr);

    /// `lanes` that are compared, and how many passages only one of them has.
    void describe(int lanes, int disagreements);
    /// One sentence about where the reader was taken.
    void setPlace(const QString &text);

signals:
    /// 1: the next one, -1: the one before.
    void stepRequested(int by);
    void closed();

private:
    QWidget *makeSwatch(const QString &text, int agreeing, int lanes);

    QList<QWidget *> m_legend;
    ElidedLabel *const m_place;
    FlatButton *const m_previous;
    FlatButton *const m_next;
};

/// The ground behind a sentence that `agreeing` of `lanes` lanes say.
QColor agreementGround(const Theme &theme, int agreeing, int lanes);

} // namespace ui

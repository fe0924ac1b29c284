#pragma once

#include "ui/theme/icons.h"

#include <QToolButton>

namespace ui {

/// The ordinary button: text, icon or both, without weight of its own. With a menu it shows a small arrow and
/// opens it at once. An icon-only button takes its text as tooltip and accessible name.
class FlatButton : public QToolButton
{
    Q_OBJECT

public:
    /// A Fold shows and hides what stands below it; its arrow says whether it does.
    enum class Look { Flat, Outlined, Link, Danger, Fold };

    FlatButton(const Theme &theme, const QString &text, Look look = Look::Flat, QWidget *parent = nullptr);
    FlatButton(const Theme &theme, Icon icon, const QString &name, QWidget *parent = nullptr);

    void setLook(Look look);
    void setThemedIcon(Icon icon);
    /// Longest width of the text in pixels of the design before it is cut in the middle; 0: no limit.
    void setTextLimit(int pixels);
    /// Lets a layout narrow it: the text is cut in the middle to what there is room for.
    void setElidable();
    /// The limit while it is narrow; a button with an icon shows that alone then. Its text, tooltip and
    /// accessible name stay what they are.
    void setNarrowLimit(int pixels);
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    int widthWhen(bool narrow) const;
    /// From its left edge to a text without an icon.
    int textInset() const { return padding(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool looksChecked() const { return isChecked() && m_look != Look::Fold; }
    int padding() const;
    QColor ink() const;
    QColor fill() const;
    QString shownText(bool narrow) const;
    int textWidth(const QString &shown) const;
    int iconExtent() const;

    const Theme &m_theme;
    Look m_look;
    int m_textLimit = 0;
    int m_narrowLimit = 0;
    bool m_narrow = false;
    bool m_elidable = false;
};

} // namespace ui

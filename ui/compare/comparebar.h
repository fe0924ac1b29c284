#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/pagebar.h"

namespace ui {

class FlatButton;
class FollowUpButton;
class SegmentedControl;

/// The bar on top of Compare. Where there is not room for all of it, names are cut and buttons show their
/// icons alone; with more room they are back. Owned by ComparePage, which connects what stands in it.
class CompareBar : public PageBar
{
    Q_OBJECT

public:
    explicit CompareBar(const Theme &theme, QWidget *parent = nullptr);

    FlatButton &lineUp() const { return *m_lineUp; }
    FlatButton &addLane() const { return *m_addLane; }
    FollowUpButton &followUp() const { return *m_followUp; }
    FlatButton &agreement() const { return *m_agreement; }
    FlatButton &blind() const { return *m_blind; }
    FlatButton &source() const { return *m_source; }
    SegmentedControl &layouts() const { return *m_layouts; }

    /// The name of the line-up, or what stands for it.
    void setLineUpName(const QString &name);
    /// Without accounts or lanes there is nothing to choose.
    void setPossible(bool accounts, bool lanes);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    FlatButton *addToggle(Icon icon, const QString &text, const char *objectName);
    int widthWhen(bool narrow) const;
    void fit();

    FlatButton *const m_lineUp;
    FlatButton *const m_addLane;
    FollowUpButton *const m_followUp;
    FlatButton *m_agreement = nullptr;
    FlatButton *m_blind = nullptr;
    FlatButton *m_source = nullptr;
    SegmentedControl *m_layouts = nullptr;
};

} // namespace ui

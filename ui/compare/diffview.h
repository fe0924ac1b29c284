#pragma once

#include "ui/compare/difftext.h"
#include "ui/widgets/surface.h"

#include <QFuture>

class QTextBrowser;

namespace ui {

class ElidedLabel;
class FlatButton;
class SegmentedControl;

/// Shows in the place of a lane's answer how it differs from the base lane's: by words, lines or blocks, in
/// one text or, with room for it, side by side. A worker compares. Owned by its LaneView.
class DiffView : public Surface
{
    Q_OBJECT

public:
    explicit DiffView(const Theme &theme, QWidget *parent = nullptr);
    ~DiffView() override;

    /// `baseName` and `name` are those of the models. Without effect when nothing is different from before.
    void compare(const QString &baseName, const QString &name, const QString &before, const QString &after);

    core::DiffUnit unit() const { return m_unit; }
    void setUnit(core::DiffUnit unit);
    bool isSideBySide() const { return m_sideBySide; }
    /// As it is wished; too narrow a view stays with one text.
    void setSideBySide(bool sideBySide);
    /// The next change below (or above) what is seen comes to the top.
    void stepChange(int by);

    QTextBrowser &text() const { return *m_text; }
    const core::TextDiff &diff() const { return m_texts.diff; }

signals:
    /// The person chose: other lanes follow.
    void unitChosen(core::DiffUnit unit);
    void sideBySideChosen(bool sideBySide);
    void closed();
    /// The comparison is shown.
    void shown();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void restart();
    void take(const core::TextDiff &diff);
    void write();
    void describe();
    bool fitsSideBySide() const;

    QString m_baseName;
    QString m_name;
    DiffTexts m_texts;
    core::DiffUnit m_unit = core::DiffUnit::Words;
    bool m_sideBySide = false;
    bool m_writtenSideBySide = false;
    bool m_compared = false;
    QFuture<core::TextDiff> m_job;
    SegmentedControl *m_units = nullptr;
    FlatButton *m_columns = nullptr;
    ElidedLabel *const m_title;
    ElidedLabel *const m_summary;
    QTextBrowser *const m_text;
};

} // namespace ui

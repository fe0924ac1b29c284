#pragma once

#include "ui/widgets/surface.h"

#include <QUrl>

namespace ui {

class ElidedLabel;
class FlatButton;
class MarkdownView;
class ThemedLabel;
struct MarkdownServices;

/// What a model thinks of the answers, or makes of them: first what it would cost, then the text as it comes.
/// Above the composer; owned by ComparePage.
class OpinionPanel : public Surface
{
    Q_OBJECT

public:
    OpinionPanel(const Theme &theme, MarkdownServices &markdown, QWidget *parent = nullptr);

    /// Asks before anything is sent. `detail` says what it will cost.
    void showOffer(const QString &title, const QString &detail, const QString &yes);
    /// Under way: append() adds to the text.
    void showRunning(const QString &title, const QString &detail);
    void append(const QString &markdown);
    /// All there is.
    void showResult(const QString &title, const QString &detail, const QString &markdown);
    QString text() const;
    QString title() const;
    QString detail() const;

signals:
    void accepted();
    void stopped();
    /// The person has closed it.
    void closed();
    void linkActivated(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class State { Offer, Running, Result };
    void setState(State state, const QString &title, const QString &detail);
    void applyTheme();
    void dismiss();

    ThemedLabel *const m_title;
    ElidedLabel *const m_detail;
    FlatButton *const m_yes;
    FlatButton *const m_stop;
    FlatButton *const m_copy;
    FlatButton *const m_close;
    MarkdownView *const m_text;
};

} // namespace ui

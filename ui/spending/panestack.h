#pragma once

#include <QWidget>

class QStackedLayout;

namespace core {
struct Error;
}

namespace ui {

class MessagePanel;
class Theme;
class ThemedLabel;

/// What a pane of the usage page shows: its content, or instead of it that it is being read, that there is
/// nothing to show, or why it could not be read.
class PaneStack : public QWidget
{
    Q_OBJECT

public:
    /// Takes the content over.
    PaneStack(const Theme &theme, QWidget *content, QWidget *parent = nullptr);

    /// Content that is there already stays until the new one has come.
    void showLoading();
    void showContent();
    void showNothing(const QString &sentence);
    void showProblem(const core::Error &error);
    bool isContentShown() const;

signals:
    /// "Try again" beside a problem.
    void retryRequested();

private:
    QStackedLayout *m_stack = nullptr;
    QWidget *const m_content;
    ThemedLabel *const m_sentence;
    MessagePanel *const m_problem;
};

} // namespace ui

#pragma once

#include <QWidget>

class QProgressBar;

namespace ui {

class FlatButton;
class Theme;

/// How far something is that reads many calls, and the button that stops it; hidden while nothing runs.
class RunStrip : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the names of its parts.
    RunStrip(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void begin();
    /// 0 to 1.
    void setProgress(double share);
    void end() { hide(); }

signals:
    void stopRequested();

private:
    QProgressBar *const m_bar;
    FlatButton *const m_stop;
};

} // namespace ui

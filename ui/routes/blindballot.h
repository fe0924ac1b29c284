#pragma once

#include "core/insight/qualitypairs.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QPlainTextEdit;

namespace ui {

class FlatButton;
class ThemedLabel;

/// One pair of a quality check to be judged without knowing which answer is the new one. 1, 2 and 0 vote.
class BlindBallot : public QWidget
{
    Q_OBJECT

public:
    BlindBallot(const RoutesContext &context, QWidget *parent);

    void setPair(const core::QualityPair &pair, int left);
    void takeFocus();

signals:
    void voted(core::QualityVerdict verdict);

private:
    QPlainTextEdit *addText(const char *objectName, const QString &name);
    FlatButton *addVote(const QString &text, const char *objectName, int key);
    void vote(bool first);

    const RoutesContext m_context;
    ThemedLabel *const m_left;
    QPlainTextEdit *m_prompt = nullptr;
    QPlainTextEdit *m_first = nullptr;
    QPlainTextEdit *m_second = nullptr;
    FlatButton *m_same = nullptr;
    bool m_newFirst = false;
};

} // namespace ui

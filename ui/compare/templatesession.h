#pragma once

#include "ui/compare/comparecontext.h"

#include <QObject>

namespace core {
struct PromptTemplate;
}

namespace ui {

class Composer;
class TemplatePicker;
class TemplateTransfer;
class ToastArea;

/// Templates in the composer: opens the picker, puts what is chosen into the composer with the values of last
/// time, and keeps the values when it is sent. Owned by ComparePage.
class TemplateSession : public QObject
{
    Q_OBJECT

public:
    TemplateSession(const CompareContext &context, Composer &composer, ToastArea &toasts, QWidget *page);

    void open();
    /// Opens the picker with what stands in the composer as a new template.
    void saveCurrent();
    /// What stands in the composer is being sent with these values.
    void noteSent(const QHash<QString, QString> &values);

private:
    void use(const core::PromptTemplate &entry);

    const CompareContext m_context;
    Composer &m_composer;
    TemplatePicker *const m_picker;
    TemplateTransfer *const m_transfer;
    /// The templates whose text went into the composer; 0 is none.
    qint64 m_prompt = 0;
    qint64 m_system = 0;
};

} // namespace ui

#pragma once

#include "core/chat/request.h"
#include "ui/widgets/popup.h"

namespace core {
struct ParameterInput;
}

namespace ui {

class FlatButton;
class ParameterRow;
class ThemedLabel;

/// The parameters of one lane, of several together, or the run defaults. What is typed holds at once; what is
/// no value of its parameter is said and changes nothing. Owned by LaneInstruments.
class ParametersPanel : public Popup
{
    Q_OBJECT

public:
    ParametersPanel(const Theme &theme, QWidget *parent);

    /// `names` are those of the lanes, `lanes` their own parameters in the same order.
    void editLanes(const QStringList &names, const QList<core::ChatParameters> &lanes,
                   const core::ChatParameters &defaults);
    void editDefaults(const core::ChatParameters &defaults);
    void focusFirst();

signals:
    void lanesEdited(const QList<core::ChatParameters> &lanes);
    void defaultsEdited(const core::ChatParameters &defaults);

private:
    void build();
    void fill();
    void edit(ParameterRow &row, const core::ParameterInput &input);
    void resetAll();
    void say();

    QList<core::ChatParameters> m_edited;
    core::ChatParameters m_base;
    bool m_forDefaults = false;
    QList<ParameterRow *> m_rows;
    ThemedLabel *const m_title;
    ThemedLabel *const m_scope;
    FlatButton *const m_resetAll;
};

} // namespace ui

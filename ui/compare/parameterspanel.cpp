#include "ui/compare/parameterspanel.h"

#include "ui/compare/parameterrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themedlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

ParametersPanel::ParametersPanel(const Theme &theme, QWidget *parent)
    : Popup(theme, {640, 640}, parent)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_scope(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_resetAll(new FlatButton(theme, tr("Unset all"), FlatButton::Look::Link, this))
{
    setObjectName(QStringLiteral("parametersPanel"));
    setAccessibleName(tr("Parameters"));
    build();
}

void ParametersPanel::build()
{
    m_title->setObjectName(QStringLiteral("parametersTitle"));
    m_title->setType(1.15, QFont::DemiBold);
    m_title->setWordWrap(true);
    m_scope->setObjectName(QStringLiteral("parametersScope"));
    m_scope->setWordWrap(true);
    m_resetAll->setObjectName(QStringLiteral("unsetAllParameters"));
    m_resetAll->setAccessibleName(m_resetAll->text());
    connect(m_resetAll, &QToolButton::clicked, this, &ParametersPanel::resetAll);

    auto *const list = new QWidget;
    auto *const fields = new QVBoxLayout(list);
    fields->setContentsMargins(16, 12, 12, 16);
    fields->setSpacing(8);
    for (const core::ParameterField field : core::parameterFields()) {
        auto *const row = new ParameterRow(theme(), field, list);
        connect(row, &ParameterRow::edited, this,
                [this, row](const core::ParameterInput &input) { edit(*row, input); });
        m_rows.append(row);
        fields->addWidget(row);
    }
    fields->addStretch(1);
    auto *const area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(list);

    auto *const head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 14, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_resetAll, 0, Qt::AlignTop);
    auto *const scope = new QHBoxLayout;
    scope->setContentsMargins(16, 2, 16, 10);
    scope->addWidget(m_scope, 1);
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins(1, 1, 1, 1);
    box->setSpacing(0);
    box->addLayout(head);
    box->addLayout(scope);
    box->addWidget(new Separator(theme(), Qt::Horizontal, this));
    box->addWidget(area, 1);
}

void ParametersPanel::editLanes(const QStringList &names, const QList<core::ChatParameters> &lanes,
                                const core::ChatParameters &defaults)
{
    m_forDefaults = false;
    m_edited = lanes;
    m_base = defaults;
    m_title->setText(names.size() == 1
                         ? tr("Parameters of %1").arg(names.constFirst())
                         : tr("Parameters of %n lanes", nullptr, static_cast<int>(names.size())));
    m_title->setToolTip(names.join(QLatin1Char('\n')));
    m_scope->setText(
        tr("They hold for these lanes from the next request on. What is unset here is taken from "
           "the run defaults."));
    fill();
}

void ParametersPanel::editDefaults(const core::ChatParameters &defaults)
{
    m_forDefaults = true;
    m_edited = {defaults};
    m_base = {};
    m_title->setText(tr("Run defaults"));
    m_title->setToolTip({});
    m_scope->setText(
        tr("They are sent to every lane that does not set them itself, from the next request on. "
           "What is unset is not sent: the provider decides."));
    fill();
}

void ParametersPanel::focusFirst()
{
    m_rows.constFirst()->focusEditor();
}

void ParametersPanel::fill()
{
    for (ParameterRow *row : std::as_const(m_rows))
        row->forget();
    say();
}

void ParametersPanel::say()
{
    bool any = false;
    for (ParameterRow *row : std::as_const(m_rows)) {
        QList<core::ParameterInput> inputs;
        for (const core::ChatParameters &parameters : std::as_const(m_edited))
            inputs.append(core::parameterInput(parameters, row->field()));
        row->setInputs(inputs, core::parameterInput(m_base, row->field()));
    }
    for (const core::ChatParameters &parameters : std::as_const(m_edited))
        any = any || parameters != core::ChatParameters();
    m_resetAll->setEnabled(any);
}

void ParametersPanel::edit(ParameterRow &row, const core::ParameterInput &input)
{
    QList<core::ChatParameters> changed = m_edited;
    for (core::ChatParameters &parameters : changed) {
        if (const auto problem = core::setParameter(parameters, row.field(), input))
            return row.setProblem(parameterProblemText(row.field(), *problem));
    }
    row.setProblem({});
    if (changed != m_edited) {
        m_edited = changed;
        if (m_forDefaults)
            emit defaultsEdited(m_edited.constFirst());
        else
            emit lanesEdited(m_edited);
    }
    say();
}

void ParametersPanel::resetAll()
{
    m_edited = QList<core::ChatParameters>(m_edited.size());
    if (m_forDefaults)
        emit defaultsEdited({});
    else
        emit lanesEdited(m_edited);
    fill();
}

} // namespace ui

#include "ui/compare/lineuppicker.h"

#include "core/base/continuation.h"
#include "ui/compare/modelchooser.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/savedlineups.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kSavedWidth = 230;
} // namespace

LineUpPicker::LineUpPicker(const CompareContext &context, QWidget *parent)
    : Popup(context.theme, {820, 480}, parent)
    , m_context(context)
    , m_chooser(new ModelChooser(context, this))
    , m_saved(new SavedLineUps(context.theme, this))
    , m_name(new QLineEdit(this))
    , m_saveButton(new FlatButton(context.theme, tr("Save"), FlatButton::Look::Outlined, this))
    , m_problem(new ThemedLabel(context.theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("lineUpPicker"));
    setAccessibleName(tr("Line-up"));
    m_chooser->setHint(tr("add or remove"));
    auto *const columns = new QHBoxLayout(this);
    columns->setContentsMargins(1, 1, 1, 1);
    columns->setSpacing(0);
    columns->addWidget(makeSavedColumn());
    columns->addWidget(new Separator(context.theme, Qt::Vertical, this));
    columns->addWidget(m_chooser, 1);

    connect(m_chooser, &ModelChooser::chosen, this, [this](const core::ModelChoice &choice) {
        if (choice.typed)
            keepTypedModel(m_context, choice.name);
        emit toggled(choice.name);
    });
    connect(m_saved, &SavedLineUps::chosen, this, &LineUpPicker::apply);
    connect(m_saved, &SavedLineUps::renamed, this, &LineUpPicker::rename);
    connect(m_saved, &SavedLineUps::removalRequested, this, &LineUpPicker::remove);
    connect(m_name, &QLineEdit::returnPressed, this, &LineUpPicker::save);
    connect(m_saveButton, &QToolButton::clicked, this, &LineUpPicker::save);
    connect(&m_context.lineUps, &core::LineUpStore::changed, this, &LineUpPicker::fillSaved);
}

QWidget *LineUpPicker::makeSavedColumn()
{
    auto *const column = new QWidget(this);
    column->setFixedWidth(theme().px(kSavedWidth));
    auto *const title = new ThemedLabel(theme(), tr("Saved line-ups"), Theme::Token::Ink2, column);
    title->setType(1.0, QFont::DemiBold);
    m_name->setObjectName(QStringLiteral("lineUpName"));
    m_name->setPlaceholderText(tr("Save these lanes as …"));
    m_name->setAccessibleName(tr("Name for these lanes"));
    m_saveButton->setObjectName(QStringLiteral("saveLineUp"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *const saving = new QHBoxLayout;
    saving->setSpacing(6);
    saving->addWidget(m_name, 1);
    saving->addWidget(m_saveButton);
    auto *const rows = new QVBoxLayout(column);
    rows->setContentsMargins(12, 8, 10, 10);
    rows->setSpacing(6);
    rows->addWidget(title);
    rows->addWidget(m_saved, 1);
    rows->addWidget(m_problem);
    rows->addLayout(saving);
    return column;
}

void LineUpPicker::choose(const QWidget *anchor, const QList<LanePlan> &plans, const QJsonObject &layout)
{
    m_chooser->reload();
    m_layout = layout;
    setPlans(plans);
    fillSaved();
    m_problem->hide();
    openBelow(anchor);
    m_chooser->focusSearch();
}

void LineUpPicker::setPlans(const QList<LanePlan> &plans)
{
    m_plans = plans;
    m_chooser->setChosen(namesOf(plans));
    m_saveButton->setEnabled(!plans.isEmpty());
}

void LineUpPicker::fillSaved()
{
    m_saved->setLineUps(m_context.lineUps.lineUps());
}

void LineUpPicker::apply(qint64 id)
{
    for (const core::LineUp &lineUp : m_context.lineUps.lineUps()) {
        if (lineUp.id != id)
            continue;
        const core::LineUp chosen = lineUp;
        hide();
        emit applied(chosen);
        return;
    }
}

void LineUpPicker::say(const core::Result<void> &result)
{
    m_problem->setVisible(!result);
    if (!result)
        m_problem->setText(result.error().message);
}

void LineUpPicker::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_plans.isEmpty())
        return;
    core::continued(m_context.lineUps.save(name, lineUpOf(m_plans), m_layout), this,
                    [this](const core::Result<core::LineUp> &saved) {
                        say(saved ? core::Result<void>() : core::Result<void>(saved.error()));
                        if (saved)
                            m_name->clear();
                    });
}

void LineUpPicker::rename(qint64 id, const QString &name)
{
    core::continued(m_context.lineUps.rename(id, name), this, [this](const core::Result<void> &renamed) {
        say(renamed);
        if (!renamed)
            fillSaved();
    });
}

void LineUpPicker::remove(qint64 id)
{
    const QList<core::LineUp> &all = m_context.lineUps.lineUps();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [id](const core::LineUp &lineUp) { return lineUp.id == id; });
    if (found == all.cend())
        return;
    core::continued(
        m_context.lineUps.remove(found->id), this,
        [this, lineUp = *found, place = std::distance(all.cbegin(), found)](const core::Result<void> &done) {
            say(done);
            if (done)
                emit removed(lineUp, place);
        });
}

void LineUpPicker::bringBack(const core::LineUp &lineUp, qsizetype place)
{
    if (m_context.lineUps.find(lineUp.name))
        return say(core::Error{core::ErrorKind::InvalidRequest, tr("Another line-up has that name now.")});
    core::continued(m_context.lineUps.save(lineUp.name, lineUp.targets, lineUp.layout), this,
                    [this, place](const core::Result<core::LineUp> &saved) {
                        if (saved)
                            m_context.lineUps.move(saved->id, place);
                        else
                            say(saved.error());
                    });
}

} // namespace ui

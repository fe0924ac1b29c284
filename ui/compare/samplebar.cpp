#include "ui/compare/samplebar.h"

#include "core/simulator/samples.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>

namespace ui {

namespace {

constexpr qsizetype kMostSamples = 4;

} // namespace

SampleBar::SampleBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, Bottom, parent)
{
    setObjectName(QStringLiteral("sampleBar"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 14, 5);
    row->setSpacing(6);
    auto *const sentence = new ElidedLabel(theme, tr("One question, answered by every lane at once. Try:"),
                                           Theme::Token::Ink2, Qt::ElideRight, this);
    row->addWidget(sentence);
    const QList<core::Sample> samples = core::simulatorSamples().mid(0, kMostSamples);
    for (const core::Sample &sample : samples) {
        auto *const chip = new FlatButton(theme, sample.title, FlatButton::Look::Link, this);
        chip->setObjectName(QStringLiteral("sample"));
        chip->setToolTip(sample.prompt.left(400));
        connect(chip, &QToolButton::clicked, this,
                [this, prompt = sample.prompt] { emit sampleChosen(prompt); });
        row->addWidget(chip);
    }
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

} // namespace ui

#pragma once

#include "core/evaluate/matrix.h"

#include <functional>

class QWidget;

namespace core {
class LedgerReader;
class LineUpStore;
class ModelListStore;
class Settings;
class VolumeWatch;
class VoteStore;
} // namespace core

namespace ui {

class Actions;
class ModelColours;
class Theme;
class ToastArea;
struct MarkdownServices;

/// Shows every model below `anchor`, those in use marked, and hands over the one that is picked.
using ModelPicking = std::function<void(const QWidget *anchor, const QStringList &inUse,
                                        std::function<void(const core::TargetName &)> picked)>;

/// What the Evaluate page is built from. Application owns all of it and outlives the page.
struct EvaluateContext
{
    core::EvaluateServices services;
    core::VoteStore &votes;
    core::VolumeWatch &volume;
    core::ModelListStore &models;
    core::LineUpStore &lineUps;
    core::Settings &settings;
    core::LedgerReader &reader;
    Theme &theme;
    ModelColours &colours;
    MarkdownServices &markdown;
    Actions &actions;
    ToastArea &toasts;
    ModelPicking pickModel;
};

} // namespace ui

#pragma once

#include "core/compare/compareservices.h"

namespace core {
class AccountStore;
class LedgerReader;
class LineUpStore;
class ModelListStore;
class Settings;
class TemplateStore;
class UnsentAttachments;
class VolumeWatch;
class VoteStore;
} // namespace core

namespace ui {

class Actions;
class ModelColours;
class Theme;
struct MarkdownServices;

/// What the Compare page is built from. Application owns all of it and outlives the page.
struct CompareContext
{
    core::CompareServices services;
    core::AccountStore &accounts;
    core::ModelListStore &models;
    core::LineUpStore &lineUps;
    core::Settings &settings;
    core::LedgerReader &reader;
    Theme &theme;
    ModelColours &colours;
    MarkdownServices &markdown;
    Actions &actions;
    core::VoteStore &votes;
    core::TemplateStore &templates;
    core::UnsentAttachments &unsentAttachments;
    /// Turns costs of a call into costs of a month; null: never.
    core::VolumeWatch *volume = nullptr;
};

} // namespace ui

#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>

namespace ui {

/// The line icons of the application, drawn in 24 px boxes (resources/icons).
enum class Icon {
    Accounts,
    Add,
    Calendar,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Code,
    Columns,
    Compare,
    Copy,
    Database,
    Diff,
    Download,
    Drag,
    Edit,
    Error,
    Evaluate,
    External,
    Eye,
    EyeOff,
    Filter,
    Folder,
    Grid,
    History,
    Image,
    Info,
    Key,
    Maximise,
    More,
    Network,
    Paste,
    Play,
    Restore,
    Retry,
    Routes,
    Search,
    Send,
    Server,
    Settings,
    Star,
    StarFilled,
    Stop,
    Swap,
    Tabs,
    Tag,
    Text,
    Thought,
    Tool,
    Trash,
    Undo,
    Usage,
    Warning,
    Pin,
    Redo,
};
inline constexpr int kIcons = static_cast<int>(Icon::Redo) + 1;

/// The resource path of an icon's SVG.
QString iconPath(Icon icon);

/// An icon in a colour of `theme`, sharp at every size and device pixel ratio; it follows a change of the
/// scheme by itself. `checked` is its colour in the On state; disabled icons use Ink3.
QIcon themedIcon(const Theme &theme, Icon icon, Theme::Token token = Theme::Token::Ink2);
QIcon themedIcon(const Theme &theme, Icon icon, Theme::Token token, Theme::Token checked);

/// The icon in any colour at `size` logical pixels.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, double devicePixelRatio);

/// The application's own icon.
QIcon applicationIcon();

} // namespace ui

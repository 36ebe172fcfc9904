#pragma once

#include "desktop.h"
#include "single_instance.h"

#include <QCommandLineParser>
#include <QGuiApplication>

namespace mmm::desktop {

/// What the command line asks for.
struct StartOptions
{
    QString dataFolder;
    std::map<std::string, protocol::Endpoint> knownServices;
    bool selfTest = false;
    QString screenshots; ///< with the self-test: folder for a picture of every page
};

/// Name, version, icon and style of the program; needed before the window and for --version.
void nameApplication();

/// Reads the command line; prints what is wrong, or what was asked for, and ends the program.
[[nodiscard]] StartOptions readCommandLine(const QCoreApplication& application);

/// Calls `open` to begin, loads the pages, shows the window, and runs until the window is closed. With the
/// self-test: visits every page and ends, with 0 only if QML had nothing to complain about.
[[nodiscard]] int runWindow(Desktop& desktop, SingleInstance& instance, const StartOptions& options,
                            const std::function<void()>& open);

} // namespace mmm::desktop

#pragma once

namespace mmm::desktop {

/// Before anything else in main(): keeps the memory of this process, with its keys and passwords, out of core
/// files. What cannot be had is left out silently: it is a second line of defence.
void hardenProcess();

/// Before the QGuiApplication: settings of Qt for this process.
void prepareEnvironment();

} // namespace mmm::desktop

#pragma once

namespace mmm {

/// Ends the event loop when the system or the person at the terminal asks the program to stop.
void quitOnStopSignals();

} // namespace mmm

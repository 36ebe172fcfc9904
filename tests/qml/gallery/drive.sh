#!/usr/bin/env bash
# usage: drive.sh GALLERY: opens the gallery in a display and a session of its own and drives it with drive.py.
set -eu
gallery=$1
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${DRIVE_SESSION:-}" ]; then
    runtime=$(mktemp -d)
    trap 'rm -rf "$runtime"' EXIT
    chmod 700 "$runtime"
    DRIVE_SESSION=1 XDG_RUNTIME_DIR=$runtime HOME=$runtime dbus-run-session -- "$0" "$gallery"
    exit
fi
Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"$XDG_RUNTIME_DIR/display" >/dev/null 2>&1 &
server=$!
children=$server
trap 'kill $children 2>/dev/null || true' EXIT
for _ in $(seq 120); do
    [ -s "$XDG_RUNTIME_DIR/display" ] && break
    sleep 0.25
done
DISPLAY=:$(cat "$XDG_RUNTIME_DIR/display")
export DISPLAY
openbox >/dev/null 2>&1 &
children="$children $!"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1 QT_QUICK_BACKEND=software QT_QPA_PLATFORM=xcb
"$gallery" --size 1300x940 &
children="$! $children"
/usr/bin/python3 "$here/drive.py"

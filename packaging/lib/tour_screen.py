"""One desktop of the tour: a display, a window manager, mesh-desktop, and hands and eyes for them.

Runs inside of a D-Bus session of its own (the accessibility bus belongs to a session, so that each desktop needs
a process of its own). It takes one request per line of standard input, [method, argument…] in JSON, and answers
each with {"value": …} or {"error": …}. What goes wrong on the way is an error of the request, with what was seen.

usage: tour_screen.py LOG-FILE FOLDER MESH-DESKTOP ARGUMENT…
"""
import json
import os
import shlex
import signal
import subprocess
import sys
import time

from gi.repository import GLib

from tour_eyes import ACTIVE, FOCUSED, Eyes

PAUSE = 0.1
WIDTH, HEIGHT = 1124, 766
PATIENCE = float(os.environ.get("MESH_TOUR_PATIENCE", "1"))

# What a person's own session may have set and what would change how the desktop looks or where it shows.
FOREIGN = ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION",
           "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_IM_MODULE",
           "QT_QUICK_CONTROLS_STYLE", "NO_AT_BRIDGE", "LC_TIME")


class Trouble(Exception):
    pass


def wait_until(look, limit, what):
    """The first true answer of look(); trees change while they are read, so that a failing look is another no."""
    end = time.monotonic() + limit * PATIENCE
    while True:
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise Trouble(what())
        time.sleep(PAUSE)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60 * PATIENCE).stdout


class Screen:
    def __init__(self, log, folder, command):
        self.log = log
        self.folder = folder
        self.command = command
        self.children = []
        self.desktop = None
        self.eyes = None

    # Start and end. Each part is there before the next one needs it.

    def prepare(self):
        os.makedirs(self.folder, exist_ok=True)
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", QT_QUICK_BACKEND="software",
                          QT_QPA_PLATFORM="xcb", QT_FORCE_STDERR_LOGGING="1", LC_ALL="C.UTF-8", LANGUAGE="en")
        self.start_display()
        self.start_window_manager()
        self.eyes = wait_until(lambda: Eyes(PATIENCE), 30, lambda: "the accessibility bus did not start")

    def start_display(self):
        # Without -noreset the display begins anew, and drops who is just connecting, whenever its last client leaves.
        number = os.path.join(self.folder, "display")
        with open(number, "w+") as file:
            self.spawn(["Xvfb", "-displayfd", str(file.fileno()), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset",
                        "-nolisten", "tcp", "-fbdir", self.folder], pass_fds=[file.fileno()])

            def display():
                file.seek(0)
                line = file.read()
                return line.endswith("\n") and line.strip()

            os.environ["DISPLAY"] = ":" + wait_until(display, 60, lambda: "the display did not start")
        self.point_at_nothing()

    def start_window_manager(self):
        ready = os.path.join(self.folder, "managed")
        self.spawn(["openbox", "--sm-disable", "--startup", f"mkdir {shlex.quote(ready)}"])
        wait_until(lambda: os.path.isdir(ready), 60, lambda: "the window manager did not start")

    def start(self):
        """Starts mesh-desktop; returns once its window has the keyboard."""
        if not self.children:
            self.prepare()
        # Dates as people write them; for that the locale need not be installed.
        self.desktop = self.spawn(self.command, env={**os.environ, "LC_ALL": "en_GB.UTF-8"})

        def on_the_bus():
            self.look_alive()
            return self.eyes.find_program(self.desktop.pid)

        def active():
            self.look_alive()
            return any(window.has(ACTIVE) for window in self.eyes.look().things)

        wait_until(on_the_bus, 120, lambda: "mesh-desktop is not on the accessibility bus")
        wait_until(active, 120, lambda: "mesh-desktop shows no window that has the keyboard; on the bus it has "
                   f"{[window.name for window in self.eyes.look().things]}, on the display "
                   f"{run('xdotool', 'search', '--onlyvisible', '--name', '.').split()}")

    def look_alive(self):
        if self.desktop.poll() is not None:
            raise Trouble(f"mesh-desktop ended with {self.desktop.returncode}; see {self.log}")

    def quit(self):
        """Closes the window as a person does, and waits for the program's end."""
        self.keys("alt+F4")
        wait_until(lambda: self.desktop.poll() is not None, 30, lambda: "mesh-desktop goes on without its window")
        if self.desktop.returncode != 0:
            raise Trouble(f"mesh-desktop ended with {self.desktop.returncode}; see {self.log}")
        self.children.remove(self.desktop)

    def kill(self):
        """What a power cut does to the program alone."""
        self.desktop.kill()
        self.desktop.wait()
        self.children.remove(self.desktop)

    def spawn(self, command, **options):
        with open(self.log, "a") as log:
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)
        self.children.append(child)
        return child

    def stop(self):
        for child in reversed(self.children):
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    # Eyes.

    def look(self, role, name, part=False, within=None):
        """What is there now, or None; `within`: a role and a name, and only what is inside of that counts."""
        everything = self.eyes.look()
        inside = next((t for t in everything.walk() if (t.role, t.name) == tuple(within)), None) if within else everything
        matching = (t for t in (inside.walk() if inside else ())
                    if t.role == role and (name in t.name if part else name == t.name))
        return next(matching, None)

    def find(self, role, name, limit, part=False, within=None):
        def look():
            self.look_alive()
            return self.look(role, name, part, within)

        def what():
            seen = sorted({f"{t.role} “{t.name}”" for t in self.eyes.look().walk() if t.name})
            return f"there is no {role} “{name}”; there are " + ", ".join(seen)

        return wait_until(look, limit, what)

    def see(self, role, name, limit=20, part=False):
        """Waits until it is there."""
        return self.find(role, name, limit, part).name

    def miss(self, role, name, limit=20, part=False):
        """Waits until it is gone."""
        wait_until(lambda: self.look(role, name, part) is None, limit, lambda: f"there still is {role} “{name}”")

    def there(self, role, name, part=False):
        return self.look(role, name, part) is not None

    def text(self, name, limit=20):
        return self.eyes.texts([self.find("text", name, limit)])[0]

    def read(self, name, text, limit=20):
        """Waits until a field holds this."""
        wait_until(lambda: self.text(name) == text, limit, lambda: f"“{name}” holds “{self.text(name)}”, not “{text}”")

    def filled(self, name, limit=20):
        """Waits until a field holds something."""
        wait_until(lambda: self.text(name), limit, lambda: f"“{name}” stays empty")

    def code(self, name):
        """A code that is shown in groups, each of which is spelt."""
        def groups():
            return [t.name.replace(" ", "") for t in self.find("panel", name, 20).walk() if t.role == "label"]

        return "-".join(wait_until(groups, 20, lambda: f"“{name}” shows no code"))

    def tells(self, words):
        """Whether any name, description or text on the accessibility bus has these words."""
        things = list(self.eyes.look().walk())
        told = [t.name for t in things] + self.eyes.texts(things) + self.eyes.descriptions(things)
        return any(words in part for part in told if part)

    def clipped(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
                              timeout=60 * PATIENCE).stdout

    def clipboard(self, text, limit=20):
        """Waits until this is on the clipboard."""
        wait_until(lambda: self.clipped() == text, limit,
                   lambda: f"“{self.clipped()}” is on the clipboard, not “{text}”")

    def copied(self, before, limit=20):
        """Waits until something else than before is on the clipboard, and gives it."""
        wait_until(lambda: self.clipped() not in ("", before), limit, lambda: "nothing new is on the clipboard")
        return self.clipped()

    # Hands.

    def press(self, role, name, limit=20, part=False, within=None):
        self.act(self.find(role, name, limit, part, within), "Press")

    def press_one_of(self, role, name, number):
        """Of several that have the same name, the one with this number, counted from 0."""
        self.find(role, name, 20)
        matching = [t for t in self.eyes.look().walk() if (t.role, t.name) == (role, name)]
        if number >= len(matching):
            raise Trouble(f"there are only {len(matching)} of {role} “{name}”")
        self.act(matching[number], "Press")

    def dismiss(self):
        """Closes the message at the bottom, if there is one."""
        button = self.look("push button", "Close")
        if button:
            try:
                self.act(button, "Press")
            except GLib.Error:
                pass  # it went by itself

    def act(self, thing, action):
        offered = self.eyes.actions(thing)
        if action not in offered:
            raise Trouble(f"{thing.role} “{thing.name}” offers {offered}, not {action}")
        self.eyes.act(thing, offered.index(action))

    def write(self, name, text, limit=20, secret=False):
        """Types into a field in place of what it holds; what is secret can only be typed once, unchecked."""
        for _ in range(4):
            field = self.find("text", name, limit)
            self.act(field, "SetFocus")
            wait_until(lambda: self.eyes.state(field).has(FOCUSED), 10, lambda: f"“{name}” does not take the keyboard")
            self.keys("ctrl+a")
            self.type(text)
            if secret:
                return
            try:
                wait_until(lambda: self.eyes.texts([field])[0] == text, 5, lambda: "")
                return
            except Trouble:
                continue
        raise Trouble(f"“{name}” holds “{self.text(name)}”, not “{text}”")

    def choose_file(self, path):
        """Names a file in the file dialog that is open or about to open."""
        self.settle()
        self.keys("ctrl+l")
        self.settle()
        self.keys("ctrl+a")
        self.type(path)
        self.keys("Return")

    def point_at(self, role, name, limit=20):
        """Moves the pointer to its middle."""
        left, top, width, height = self.eyes.place(self.find(role, name, limit))
        run("xdotool", "mousemove", str(left + width // 2), str(top + height // 2))

    def point_at_nothing(self):
        run("xdotool", "mousemove", str(WIDTH - 1), str(HEIGHT - 1))

    def type(self, text):
        """Types where the keyboard is."""
        run("xdotool", "type", "--delay", "8", text)

    def keys(self, *names):
        run("xdotool", "key", *names)

    # Pictures.

    def frame(self):
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            return file.read()

    def settle(self, limit=6):
        """Waits until the picture stands still."""
        end = time.monotonic() + limit
        before = self.frame()
        while time.monotonic() < end:
            time.sleep(0.2)
            now = self.frame()
            if now == before:
                return
            before = now

    def picture(self, path):
        self.settle()
        run("import", "-window", "root", "-strip", path)


def main():
    screen = Screen(sys.argv[1], sys.argv[2], sys.argv[3:])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        for line in sys.stdin:
            method, *arguments = json.loads(line)
            keywords = arguments.pop() if arguments and isinstance(arguments[-1], dict) else {}
            try:
                answer = {"value": getattr(screen, method)(*arguments, **keywords)}
            except (Trouble, GLib.Error, OSError, subprocess.SubprocessError) as trouble:
                answer = {"error": str(trouble)}
            print(json.dumps(answer), flush=True)
    finally:
        screen.stop()


main()

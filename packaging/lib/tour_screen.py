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
import warnings

warnings.simplefilter("ignore")
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

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


def state(node, which):
    node.clear_cache()
    return node.get_state_set().contains(which)


def text_of(node):
    return Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() else ""


class Screen:
    def __init__(self, log, folder, command):
        self.log = log
        self.folder = folder
        self.command = command
        self.children = []
        self.desktop = None
        self.application = None

    # Start and end. Each part is there before the next one needs it.

    def prepare(self):
        os.makedirs(self.folder, exist_ok=True)
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", QT_QUICK_BACKEND="software",
                          QT_QPA_PLATFORM="xcb", QT_FORCE_STDERR_LOGGING="1", LC_ALL="C.UTF-8", LANGUAGE="en")
        self.start_display()
        self.start_window_manager()
        # On a slow machine a busy program answers late; the default of 0.8 s would take that for no answer.
        Atspi.set_timeout(30000, 60000)
        Atspi.init()
        wait_until(lambda: Atspi.get_desktop(0).get_child_count() >= 0, 30,
                   lambda: "the accessibility bus did not start")

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

        def application():
            self.look_alive()
            root = Atspi.get_desktop(0)
            root.clear_cache()
            for index in range(root.get_child_count()):
                child = root.get_child_at_index(index)
                if child and child.get_process_id() == self.desktop.pid:
                    return child
            return None

        self.application = wait_until(application, 120, lambda: "mesh-desktop is not on the accessibility bus")

        def active():
            self.look_alive()
            return any(state(window, Atspi.StateType.ACTIVE) for window in self.windows())

        wait_until(active, 120, lambda: "mesh-desktop shows no window that has the keyboard; "
                   f"on the bus it has {[w.get_name() for w in self.windows()]}, "
                   f"on the display {run('xdotool', 'search', '--onlyvisible', '--name', '.').split()}")

    def windows(self):
        self.application.clear_cache()
        found = (self.application.get_child_at_index(i) for i in range(self.application.get_child_count()))
        return [window for window in found if window]

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

    def walk(self, node=None):
        node = node or self.application
        node.clear_cache()
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child and state(child, Atspi.StateType.VISIBLE):
                yield from self.walk(child)

    def look(self, role, name, part=False, within=None):
        def matches(node):
            if node.get_role_name() != role:
                return False
            seen = node.get_name() or ""
            return name in seen if part else seen == name

        return next((node for node in self.walk(within) if matches(node)), None)

    def find(self, role, name, limit, part=False):
        def look():
            self.look_alive()
            return self.look(role, name, part)

        return wait_until(look, limit, lambda: self.absent(role, name))

    def absent(self, role, name):
        seen = sorted({f"{n.get_role_name()} “{n.get_name()}”" for n in self.walk() if n.get_name()})
        return f"there is no {role} “{name}”; there are " + ", ".join(seen)

    def see(self, role, name, limit=20, part=False):
        """Waits until it is there."""
        return self.find(role, name, limit, part).get_name()

    def miss(self, role, name, limit=20, part=False):
        """Waits until it is gone."""
        wait_until(lambda: self.look(role, name, part) is None, limit, lambda: f"there still is {role} “{name}”")

    def there(self, role, name, part=False):
        return self.look(role, name, part) is not None

    def read(self, name, text=None, limit=20):
        """What a field holds; waits until it is `text` if that is given."""
        field = self.find("text", name, limit)
        if text is not None:
            wait_until(lambda: text_of(self.find("text", name, limit)) == text, limit,
                       lambda: f"“{name}” holds “{text_of(self.find('text', name, limit))}”, not “{text}”")
        return text_of(field)

    def code(self, name):
        """A code that is shown in groups, each of which is spelt."""
        display = self.find("panel", name, 20)
        groups = wait_until(lambda: [n.get_name().replace(" ", "") for n in self.walk(display)
                                     if n.get_role_name() == "label"], 20, lambda: f"“{name}” shows no code")
        return "-".join(groups)

    def tells(self, words):
        """Whether any name, description or text on the accessibility bus has these words."""
        return any(words in part for node in self.walk()
                   for part in (node.get_name() or "", node.get_description() or "", text_of(node)))

    def clipboard(self, text, limit=20):
        """Waits until this is on the clipboard."""
        def content():
            return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True,
                                  timeout=60 * PATIENCE).stdout

        wait_until(lambda: content() == text, limit, lambda: f"“{content()}” is on the clipboard, not “{text}”")

    # Hands.

    def press(self, role, name, limit=20, part=False, within=None):
        """`within`: a role and a name; only what is inside of that counts."""
        def node():
            self.look_alive()
            place = self.look(*within) if within else None
            return None if within and not place else self.look(role, name, part, place)

        self.act(wait_until(node, limit, lambda: self.absent(role, name)), "Press")

    def act(self, node, action):
        actions = node.get_action_iface()
        names = [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []
        if action not in names:
            raise Trouble(f"{node.get_role_name()} “{node.get_name()}” offers {names}, not {action}")
        actions.do_action(names.index(action))

    def take(self, role, name, limit=20):
        """Gives it the keyboard."""
        field = self.find(role, name, limit)
        self.act(field, "SetFocus")
        wait_until(lambda: state(field, Atspi.StateType.FOCUSED), 10, lambda: f"“{name}” does not take the keyboard")
        return field

    def write(self, name, text, limit=20, secret=False):
        """Types into a field in place of what it holds; what is secret can only be typed once, unchecked."""
        for _ in range(4):
            field = self.take("text", name, limit)
            self.keys("ctrl+a")
            self.type(text)
            if secret:
                return
            try:
                wait_until(lambda: text_of(field) == text, 5, lambda: "")
                return
            except Trouble:
                continue
        raise Trouble(f"“{name}” holds “{text_of(field)}”, not “{text}”")

    def filled(self, name, limit=20):
        """Waits until a field holds something."""
        wait_until(lambda: text_of(self.find("text", name, limit)), limit, lambda: f"“{name}” stays empty")

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
        place = self.find(role, name, limit).get_extents(Atspi.CoordType.SCREEN)
        run("xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2))

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

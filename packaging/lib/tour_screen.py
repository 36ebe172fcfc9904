"""One desktop of the tour: a display, a window manager, mesh-desktop, and hands and eyes for them.

Runs inside of a D-Bus session of its own (the accessibility bus belongs to a session, so that each desktop needs
a process of its own). It takes one request per line of standard input, [method, argument…] in JSON, and answers
each with {"value": …} or {"error": …}.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter("ignore")
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

PAUSE = 0.15
WIDTH, HEIGHT = 1124, 766
PATIENCE = float(os.environ.get("MESH_TOUR_PATIENCE", "1"))


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
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout


def state(node, which):
    return node.get_state_set().contains(which)


def text_of(node):
    return Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() else ""


class Screen:
    def __init__(self, log, command):
        self.log = log
        self.children = []
        self.application = None
        self.command = command

    def start(self):
        with tempfile.TemporaryFile("w+") as number:
            self.spawn(["Xvfb", "-displayfd", str(number.fileno()), "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
                        "-nolisten", "tcp"], pass_fds=[number.fileno()])

            def display():
                number.seek(0)
                return number.read().strip()

            os.environ["DISPLAY"] = ":" + wait_until(display, 30, lambda: "the display did not start")
        os.environ.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", QT_QUICK_BACKEND="software",
                          QT_QPA_PLATFORM="xcb", LANG="C.UTF-8", LANGUAGE="en")
        self.spawn(["openbox"])
        desktop = self.spawn(self.command)
        Atspi.init()

        def application():
            if desktop.poll() is not None:
                raise Trouble(f"mesh-desktop ended with {desktop.returncode}; see {self.log}")
            root = Atspi.get_desktop(0)
            root.clear_cache()
            for index in range(root.get_child_count()):
                child = root.get_child_at_index(index)
                if child and child.get_process_id() == desktop.pid:
                    return child
            return None

        self.application = wait_until(application, 40, lambda: "mesh-desktop is not on the accessibility bus")

        def window():
            return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(desktop.pid)],
                                  capture_output=True, text=True).stdout.split()

        self.window = wait_until(window, 20, lambda: "mesh-desktop shows no window")[-1]
        run("xdotool", "windowactivate", self.window)

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

    def walk(self, node=None):
        node = node or self.application
        node.clear_cache()
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child and state(child, Atspi.StateType.VISIBLE):
                yield from self.walk(child)

    def look(self, role, name, part=False):
        def matches(node):
            seen = node.get_name() or ""
            return node.get_role_name() == role and (name in seen if part else seen == name)

        return next((node for node in self.walk() if matches(node)), None)

    def find(self, role, name, limit, part=False):
        def what():
            seen = sorted({f"{n.get_role_name()} “{n.get_name()}”" for n in self.walk() if n.get_name()})
            return f"there is no {role} “{name}”; there are " + ", ".join(seen)

        return wait_until(lambda: self.look(role, name, part), limit, what)

    def act(self, node, action):
        actions = node.get_action_iface()
        names = [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []
        if action not in names:
            raise Trouble(f"{node.get_role_name()} “{node.get_name()}” offers {names}, not {action}")
        actions.do_action(names.index(action))

    # What can be asked for from outside.

    def see(self, role, name, limit=20, part=False):
        """Waits until it is there."""
        return self.find(role, name, limit, part).get_name()

    def miss(self, role, name, limit=20, part=False):
        """Waits until it is gone."""
        wait_until(lambda: self.look(role, name, part) is None, limit, lambda: f"there still is {role} “{name}”")

    def there(self, role, name, part=False):
        return self.look(role, name, part) is not None

    def press(self, role, name, limit=20, part=False):
        node = self.find(role, name, limit, part)
        wait_until(lambda: node.clear_cache() or state(node, Atspi.StateType.ENABLED), limit, lambda: f"{role} “{name}” stays disabled")
        self.act(node, "Press")

    def write(self, name, text, limit=20, secret=False):
        """Types into a field in place of what it holds; what is secret can only be typed once, unchecked."""
        field = self.find("text", name, limit)
        for _ in range(4):
            self.act(field, "SetFocus")
            wait_until(lambda: field.clear_cache() or state(field, Atspi.StateType.FOCUSED), 5,
                       lambda: f"“{name}” does not take the keyboard")
            self.keys("ctrl+a")
            self.type(text)
            if secret:
                return
            try:
                wait_until(lambda: field.clear_cache() or text_of(field) == text, 3, lambda: "")
                return
            except Trouble:
                continue
        raise Trouble(f"“{name}” holds “{text_of(field)}”, not “{text}”")

    def type(self, text):
        """Types where the keyboard is."""
        run("xdotool", "type", "--delay", "12", text)

    def read(self, name):
        return text_of(self.find("text", name, 10))

    def code(self, name):
        """A code that is shown in groups, each of which is spelt."""
        display = self.find("panel", name, 20)
        groups = wait_until(lambda: [n.get_name().replace(" ", "") for n in self.walk(display)
                                     if n.get_role_name() == "label"], 20, lambda: f"“{name}” shows no code")
        return "-".join(groups)

    def keys(self, *names):
        run("xdotool", "key", *names)

    def settle(self, limit=6):
        """Waits until the picture stands still."""
        before = None
        end = time.monotonic() + limit
        while time.monotonic() < end:
            now = subprocess.run(["import", "-window", "root", "rgb:-"], capture_output=True, timeout=30).stdout
            if now == before:
                return
            before = now
            time.sleep(PAUSE)

    def picture(self, path):
        self.settle()
        run("import", "-window", "root", "-strip", path)


def main():
    screen = Screen(sys.argv[1], sys.argv[2:])
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

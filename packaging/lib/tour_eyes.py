"""What a program says on the accessibility bus.

Speaks D-Bus itself: the usual library asks one question at a time and waits for each answer, five for each of the
hundred things in a window, which takes long on a busy machine. Here all things of one level are asked at once.
"""
import warnings

warnings.simplefilter("ignore")
from gi.repository import Gio, GLib

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"

# Bits of a state, as AT-SPI numbers them.
ACTIVE, FOCUSED, VISIBLE = 1, 12, 30


class Thing:
    """A window, a button, a row …, as it was when it was looked at."""

    def __init__(self, path, role, name, state):
        self.path = path
        self.role = role
        self.name = name
        self.state = state
        self.things = []

    def has(self, bit):
        return bool(self.state >> bit & 1)

    def walk(self):
        yield self
        for thing in self.things:
            yield from thing.walk()


class Eyes:
    """One program; every look is a new one. Raises GLib.Error when the program or the thing is gone."""

    def __init__(self, patience):
        self.limit = int(60000 * patience)  # milliseconds that an answer may take
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, self.limit, None).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.program = None
        self.programs()  # the registry is there when it answers

    def ask_all(self, questions):
        """The answers to (object, interface, method, arguments), None for each that fails."""
        answers = [None] * len(questions)
        open_questions = len(questions)

        def answered(bus, result, number):
            nonlocal open_questions
            open_questions -= 1
            try:
                answers[number] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (path, interface, method, arguments) in enumerate(questions):
            self.bus.call(self.program, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, self.limit,
                          None, answered, number)
        while open_questions:
            GLib.MainContext.default().iteration(True)
        return answers

    def ask(self, path, interface, method, arguments=None, program=None):
        return self.bus.call_sync(program or self.program, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, self.limit, None).unpack()

    def programs(self):
        return [name for name, _ in self.ask(ROOT, ACCESSIBLE, "GetChildren", None, "org.a11y.atspi.Registry")[0]]

    def find_program(self, pid):
        """Looks for the process; later looks see it alone."""
        for name in self.programs():
            owner = self.ask("/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (name,)), "org.freedesktop.DBus")[0]
            if owner == pid:
                self.program = name
                return True
        return False

    def look(self):
        """All that is visible in the program's windows."""
        root = Thing(ROOT, "application", "", 0)
        level = [root]
        while level:
            lists = self.ask_all([(thing.path, ACCESSIBLE, "GetChildren", None) for thing in level])
            found = [(thing, path) for thing, answer in zip(level, lists) if answer for _, path in answer[0]]
            name = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
            answers = self.ask_all([question for _, path in found for question in (
                (path, ACCESSIBLE, "GetState", None), (path, ACCESSIBLE, "GetRoleName", None),
                (path, PROPERTIES, "Get", name))])
            level = []
            for number, (parent, path) in enumerate(found):
                state, role, name = answers[3 * number:3 * number + 3]
                if not state or not role or not name:
                    continue
                thing = Thing(path, role[0], name[0], state[0][0] | state[0][1] << 32)
                if thing.has(VISIBLE):
                    parent.things.append(thing)
                    level.append(thing)
        return root

    def texts(self, things):
        """What stands in each; None in what holds no text."""
        everything = GLib.Variant("(ii)", (0, -1))
        answers = self.ask_all([(t.path, "org.a11y.atspi.Text", "GetText", everything) for t in things])
        return [answer and answer[0] for answer in answers]

    def descriptions(self, things):
        what = GLib.Variant("(ss)", (ACCESSIBLE, "Description"))
        return [answer and answer[0] for answer in
                self.ask_all([(thing.path, PROPERTIES, "Get", what) for thing in things])]

    def place(self, thing):
        """Left, top, width and height on the screen."""
        return self.ask(thing.path, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (0,)))[0]

    def state(self, thing):
        low, high = self.ask(thing.path, ACCESSIBLE, "GetState")[0]
        thing.state = low | high << 32
        return thing

    def actions(self, thing):
        return [name for name, _, _ in self.ask(thing.path, "org.a11y.atspi.Action", "GetActions")[0]]

    def act(self, thing, number):
        self.ask(thing.path, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (number,)))

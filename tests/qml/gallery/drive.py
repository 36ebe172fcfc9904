#!/usr/bin/python3
"""Finds and presses every kind of control of the gallery over the accessibility bus, as a screen reader would.

Run inside of a session with an accessibility bus, a display and the gallery on it:
    mesh_gallery --page 1 & drive.py
Ends with 1 and a sentence for the first control that is missing, unnamed or does nothing.
"""
import subprocess
import sys
import time
import warnings

warnings.simplefilter("ignore")
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

Atspi.init()
PLAIN = "hunter2"


def application(name, limit=20):
    end = time.time() + limit
    while time.time() < end:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == name:
                return child
        time.sleep(0.2)
    sys.exit(f"{name} is not on the accessibility bus")


def walk(node):
    node.clear_cache()
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def find(role, name, limit=5):
    end = time.time() + limit
    while True:
        for node in walk(app):
            if node.get_role_name() == role and node.get_name() == name and showing(node):
                return node
        if time.time() > end:
            seen = sorted({(n.get_role_name(), n.get_name()) for n in walk(app) if showing(n)})
            sys.exit(f"not found: {role} “{name}”\n" + "\n".join(map(str, seen)))
        time.sleep(0.1)


def act(node, wanted):
    actions = node.get_action_iface()
    names = [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []
    if wanted not in names:
        sys.exit(f"“{node.get_name()}” offers {names}, not {wanted}")
    actions.do_action(names.index(wanted))
    time.sleep(0.3)


def press(role, name):
    act(find(role, name), "Press")


def expect(condition, words):
    if not condition:
        sys.exit(f"failed: {words}")
    print("ok:", words)


def keys(*names):
    subprocess.run(["xdotool", "key", *names], check=True)
    time.sleep(0.3)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)
    time.sleep(0.4)


def checked(node):
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


app = application("mesh_gallery")
subprocess.run(["xdotool", "search", "--sync", "--name", "Mesh.Controls", "windowactivate"], check=False)
time.sleep(0.5)

press("page tab", "Buttons")
press("push button", "Primary")
expect(find("label", "Primary was pressed"), "a button acts once it is pressed")

press("page tab", "Inputs")
name = find("text", "Name")
act(name, "SetFocus")
keys("ctrl+a")
type_text("Vera")
expect(Atspi.Text.get_text(name, 0, -1) == "Vera", "a text entry takes what is typed")

password = find("text", "Password")
act(password, "SetFocus")
type_text(PLAIN)
everything = []
for node in walk(app):
    everything += [node.get_name() or "", node.get_description() or ""]
    if node.get_text_iface():
        everything.append(Atspi.Text.get_text(node, 0, -1) or "")
expect(not any(PLAIN in text for text in everything), "a secret is nowhere on the bus")
press("push button", "Show: Password")
expect(find("push button", "Hide: Password"), "a secret can be shown")
everything = [Atspi.Text.get_text(n, 0, -1) or "" for n in walk(app) if n.get_text_iface()]
expect(not any(PLAIN in text for text in everything), "a shown secret is nowhere on the bus either")

box = find("check box", "Not yet")
act(box, "Press")
expect(checked(box), "a check box is ticked")
switch = find("check box", "Visible on the local network")
act(switch, "Press")
expect(not checked(switch), "a switch is switched")
radio = find("radio button", "At a service")
act(radio, "Press")
expect(checked(radio), "a radio button is chosen")
segment = find("radio button", "Done")
act(segment, "Press")
expect(checked(segment), "a segment is chosen")
folder = find("combo box", "Folder")
act(folder, "Press")
press("list item", "Home")
expect("Home" in find("combo box", "Folder").get_description(), "a choice is made")
press("push button", "Choose a day: Due")
expect(find("push button", "Month after"), "the calendar opens")
keys("Escape")

press("page tab", "Messages")
press("push button", "Open a dialog")
expect(find("dialog", "Disconnect “Vera’s laptop”?"), "a dialog is found by its title")
press("push button", "Cancel")
press("push button", "Open a menu")
press("menu item", "Edit")
press("push button", "Show a toast")
press("push button", "Undo")

press("page tab", "Lists")
press("list item", "Emeka Nwosu")
expect(find("heading", "Emeka Nwosu"), "a row of a list is opened")
press("push button", "New contact")
expect(find("list item", "New person"), "a row is added")

press("page tab", "Codes")
expect(find("label", "A D C E"), "a code is spelt group by group")

unnamed = [
    (n.get_role_name(), n.get_id() if hasattr(n, "get_id") else "")
    for n in walk(app)
    if showing(n) and not n.get_name()
    and n.get_role_name() in ("push button", "check box", "radio button", "text", "combo box", "page tab", "list item")
]
expect(not unnamed, f"every control has a name {unnamed}")

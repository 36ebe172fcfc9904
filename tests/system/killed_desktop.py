"""Kills mesh-desktop, with the service in it, while it saves, and starts it again on the same data, several times.
Whatever had been shown as saved has to be there each time, and the window has to come.

usage: killed_desktop.py MESH-DESKTOP WITH-KEYRING
"""
import os
import random
import sys
import tempfile
import time

DESKTOP, WITH_KEYRING = sys.argv[1:]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "packaging", "lib"))

from tour_session import Failed, Screen  # noqa: E402

ROUNDS = 8


def begin_task(screen, title):
    screen.press("push button", "New task")
    screen.write("Title", title)
    screen.press("push button", "Save")


def is_there(screen, title):
    """Looks for it with the search, since a long list shows only a part of its rows."""
    screen.keys("ctrl+f")
    screen.write("Search", title)
    screen.settle()
    found = screen.there("list item", title, part=True)
    screen.keys("ctrl+f", "ctrl+a", "Delete")
    return found


def run(screen):
    saved = []
    screen.start()
    screen.press("push button", "Start a new mesh", 60)
    screen.write("Your name", "Alice Archer")
    screen.write("Account name", "alice")
    screen.write("Device name", "Desk")
    screen.press("radio button", "Keep my mesh on this computer")
    screen.press("push button", "Create")
    for number in range(ROUNDS):
        screen.see("page tab", "Tasks", 90)
        screen.press("page tab", "Tasks")
        screen.see("heading", "Tasks")
        for title in saved:
            if not is_there(screen, title):
                raise Failed(f"{title} was saved and is lost")
        title = f"Kept {number}"
        begin_task(screen, title)
        screen.see("list item", title, part=True)
        saved.append(title)
        # the next one is killed on its way: it may be there afterwards or not, but must not harm the others
        begin_task(screen, f"Killed {number}")
        time.sleep(random.uniform(0, 0.15))
        screen.kill()
        print(f"killed {number + 1} times, {len(saved)} saved", flush=True)
        screen.start()
    screen.see("page tab", "Tasks", 90)
    if screen.complaints():
        raise Failed("\n".join(screen.complaints()))


def main():
    with tempfile.TemporaryDirectory(prefix="mesh-killed.") as work:
        log = os.path.join(work, "desktop.log")
        screen = Screen("killed", log, os.path.join(work, "screen"), WITH_KEYRING,
                        [DESKTOP, "--data-folder", os.path.join(work, "data")])
        try:
            run(screen)
            return 0
        except Failed as failure:
            print(failure)
            with open(log) as file:
                print(file.read()[-4000:])
            return 1
        finally:
            screen.close()


sys.exit(main())

"""The steps of the tour in their order: what a person does at two desktops, and what has to be seen then.

Each step is a function of the tour (tour.py); its first line goes into the transcript. `first` and `second` are
screens; what can be done with them stands in tour_screen.py.
"""
import os

DOMAIN = "example.com"
ADDRESS = f"alice@{DOMAIN}"
PASSWORD = "Quiet-Harbour-41"
STEPS = []


class Failed(Exception):
    pass


def step(do):
    STEPS.append(do)
    return do


def demand(true, words):
    if not true:
        raise Failed(words)


def go(screen, place):
    screen.press("page tab", place)
    screen.see("heading", place)


def open_entry(screen, place, name):
    go(screen, place)
    screen.press("list item", name, 40, part=True)
    screen.see("heading", name, part=True)


def save(screen):
    """Saves a form; whether something waits to be saved shows in the button beside."""
    other = "Cancel" if screen.there("push button", "Cancel") else "Discard changes"
    screen.see("push button", other)
    screen.press("push button", "Save")
    screen.miss("push button", other, 30)


@step
def welcome(tour):
    """A service and two desktops start; the first greets."""
    tour.service.start()
    tour.both(lambda screen: screen.start())
    tour.first.see("push button", "Start a new mesh", 60)
    tour.picture(tour.first, "welcome")


@step
def create(tour):
    """A new mesh is made at the service."""
    first = tour.first
    first.press("push button", "Start a new mesh")
    first.write("Your name", "Alice Archer")
    first.write("Account name", "alice")
    first.write("Device name", "Desk")
    first.press("radio button", "Use a Mesh service")
    first.write("Service domain", DOMAIN)
    tour.picture(first, "create")
    first.press("push button", "Create")
    first.see("page tab", "Contacts", 90)
    first.see("heading", "Contacts")
    tour.picture(first, "contacts-at-first")


@step
def contact(tour):
    """A contact is added."""
    first = tour.first
    first.press("push button", "New contact")
    first.write("Full name", "Bob Baker")
    first.write("Company", "Harbour Books")
    first.press("push button", "Add mail")
    first.write("Mail", "bob@example.net")
    save(first)
    first.see("list item", "Bob Baker", part=True)
    tour.picture(first, "contact")


@step
def bookmark(tour):
    """A bookmark is added."""
    first = tour.first
    go(first, "Bookmarks")
    first.press("push button", "New bookmark")
    first.write("Address", "https://www.rfc-editor.org/rfc/rfc8032")
    first.write("Title", "Edwards curves")
    first.write("Folder", "Reading")
    save(first)
    first.see("list item", "Edwards curves", part=True)
    first.dismiss()
    tour.picture(first, "bookmark")


@step
def task(tour):
    """A task is added."""
    first = tour.first
    go(first, "Tasks")
    first.press("push button", "New task")
    first.write("Title", "Renew the passport")
    first.write("Start", "2030-05-14 09:30")
    first.write("Place", "Town hall")
    save(first)
    first.see("list item", "Renew the passport", part=True)
    tour.picture(first, "task")


@step
def credential(tour):
    """A credential is added; the password shows only when it is asked for, and can be copied."""
    first = tour.first
    go(first, "Credentials")
    first.press("push button", "New credential")
    first.write("Service", "library.example.org")
    first.write("User name", "alice.archer")
    first.write("Password", PASSWORD, secret=True)
    save(first)
    first.see("list item", "library.example.org", part=True)
    first.see("push button", "Show: Password")
    first.dismiss()
    tour.picture(first, "credential")
    first.press("push button", "Show: Password")
    first.see("push button", "Hide: Password")
    demand(not first.tells(PASSWORD), "the password can be read on the accessibility bus")
    tour.picture(first, "credential-shown")
    first.press("push button", "Copy: Password")
    first.clipboard(PASSWORD)
    first.press("push button", "Hide: Password")
    first.see("push button", "Show: Password")


@step
def issue(tour):
    """A PIN and its picture for a further device are shown."""
    first = tour.first
    go(first, "Devices")
    first.press("push button", "Connect another device")
    tour.pin = first.code("PIN")
    first.see("label", f"Account address: {ADDRESS}")
    first.dismiss()
    tour.picture(first, "connect-another-device")


@step
def connect(tour):
    """The second desktop joins with the PIN."""
    second = tour.second
    second.press("push button", "Connect this device")
    second.press("radio button", "Type the PIN")
    second.write("Account address", ADDRESS)
    second.write("PIN", tour.pin)
    second.write("Device name", "Notebook")
    tour.picture(second, "connect")
    second.press("push button", "Connect")
    second.see("page tab", "Contacts", 90)
    tour.first.see("heading", "Devices", 60)
    tour.first.see("label", "Notebook")
    tour.picture(tour.first, "devices")


@step
def arrive(tour):
    """All that the first has is on the second."""
    second = tour.second
    open_entry(second, "Contacts", "Bob Baker")
    second.read("Mail", "bob@example.net")
    tour.picture(second, "contact-arrived")
    open_entry(second, "Bookmarks", "Edwards curves")
    second.read("Folder", "Reading")
    open_entry(second, "Tasks", "Renew the passport")
    second.read("Place", "Town hall")
    tour.picture(second, "task-arrived")
    open_entry(second, "Credentials", "library.example.org")
    second.read("User name", "alice.archer")
    second.press("push button", "Copy: Password")
    second.clipboard(PASSWORD)
    tour.picture(second, "credential-arrived")


@step
def follow(tour):
    """What is edited on the second shows on the first, and the other way round."""
    first, second = tour.screens
    open_entry(second, "Bookmarks", "Edwards curves")
    second.write("Title", "Signatures on Edwards curves")
    save(second)
    open_entry(second, "Credentials", "library.example.org")
    second.write("User name", "archer@example.org")
    save(second)
    open_entry(first, "Credentials", "library.example.org")
    first.read("User name", "archer@example.org", 40)
    go(first, "Bookmarks")
    first.see("list item", "Signatures on Edwards curves", 40, part=True)
    tour.picture(first, "edit-followed")
    open_entry(first, "Tasks", "Renew the passport")
    first.write("Place", "Town hall, room 12")
    save(first)
    open_entry(first, "Contacts", "Bob Baker")
    first.write("Mail", "bob.baker@example.net")
    save(first)
    open_entry(second, "Tasks", "Renew the passport")
    second.read("Place", "Town hall, room 12", 40)
    open_entry(second, "Contacts", "Bob Baker")
    second.read("Mail", "bob.baker@example.net", 40)


@step
def delete(tour):
    """An entry is deleted and brought back; one that stays deleted is gone on both."""
    first, second = tour.screens
    go(second, "Bookmarks")
    second.press("push button", "New bookmark")
    second.write("Address", "https://example.net/fair")
    second.write("Title", "Last year's fair")
    save(second)
    open_entry(first, "Bookmarks", "Last year's fair")
    first.press("push button", "Delete")
    first.point_at("push button", "Undo")  # which keeps it from going away
    first.miss("list item", "Last year's fair", part=True)
    tour.picture(first, "deleted")
    first.press("push button", "Undo")
    first.point_at_nothing()
    first.see("list item", "Last year's fair", part=True)
    second.see("list item", "Last year's fair", part=True)
    first.press("list item", "Last year's fair", part=True)
    first.see("heading", "Last year's fair")
    first.press("push button", "Delete")
    second.miss("list item", "Last year's fair", 40, part=True)


@step
def offline(tour):
    """Without the service both go on."""
    first, second = tour.screens
    tour.service.stop()
    for screen, name in ((first, "first"), (second, "second")):
        go(screen, "Bookmarks")
        screen.press("push button", "New bookmark")
        screen.write("Address", f"https://example.org/{name}")
        screen.write("Title", f"Written on the {name}")
        save(screen)
        screen.see("list item", f"Written on the {name}", part=True)
    # different fields of one entry
    open_entry(first, "Tasks", "Renew the passport")
    first.write("Description", "Bring two photographs.")
    save(first)
    open_entry(second, "Tasks", "Renew the passport")
    second.write("Place", "Town hall, room 14")
    save(second)
    # the same field of one entry
    open_entry(first, "Contacts", "Bob Baker")
    first.write("Company", "Harbour Books and Maps")
    save(first)
    open_entry(second, "Contacts", "Bob Baker")
    second.write("Company", "Baker and Daughters")
    save(second)
    tour.picture(first, "offline-first")
    tour.picture(second, "offline-second")


@step
def agree(tour):
    """The service is back: what was added and what was changed in different fields is on both."""
    first, second = tour.screens
    tour.service.start()
    for screen in tour.screens:
        screen.press("push button", "Sync: ", part=True)
        screen.press("push button", "Sync now")
        screen.press("push button", "Close", within=("dialog", "Synchronisation"))
    go(first, "Bookmarks")
    first.see("list item", "Written on the second", 60, part=True)
    go(second, "Bookmarks")
    second.see("list item", "Written on the first", 60, part=True)
    tour.picture(first, "agree-first")
    for screen in tour.screens:
        open_entry(screen, "Tasks", "Renew the passport")
        screen.read("Place", "Town hall, room 14", 40)
        screen.read("Description", "Bring two photographs.", 40)
    tour.picture(second, "agree-second")


@step
def conflict(tour):
    """Where both changed the same field, the person sees both versions and decides; then both agree."""
    first, second = tour.screens
    for screen in tour.screens:
        go(screen, "Contacts")
    # whose change came to the service last is asked
    asked = None
    for _ in range(60):
        asked = next((screen for screen in tour.screens if screen.there("label", "Conflict")), None)
        if asked:
            break
        tour.pause(0.5)
    demand(asked, "neither desktop shows a conflict")
    other = second if asked is first else first
    mine, theirs = "Harbour Books and Maps", "Baker and Daughters"
    if asked is second:
        mine, theirs = theirs, mine
    open_entry(asked, "Contacts", "Bob Baker")
    tour.picture(asked, "conflict")
    asked.press("push button", "Compare")
    asked.see("dialog", "Which one is right?")
    asked.see("label", f"Company, here: {mine}")
    asked.see("label", f"Company, elsewhere: {theirs}")
    tour.picture(asked, "conflict-compared")
    asked.press("push button", "Keep mine")
    asked.miss("label", "Conflict", 40)
    asked.read("Company", mine, 40)
    open_entry(other, "Contacts", "Bob Baker")
    other.read("Company", mine, 60)
    demand(not other.there("label", "Conflict"), "the other desktop shows a conflict as well")
    tour.picture(other, "conflict-decided")


@step
def search(tour):
    """A few letters find one entry among them."""
    first = tour.first
    go(first, "Bookmarks")
    first.keys("ctrl+f")
    first.type("edwards")
    first.miss("list item", "Written on the first", part=True)
    first.see("list item", "Signatures on Edwards curves", part=True)
    first.keys("Return")
    first.settle()
    first.keys("Return")  # opens the first row, which another entry would be without the search
    first.see("heading", "Signatures on Edwards curves")
    tour.picture(first, "search")


@step
def again(tour):
    """The first is closed and started again, and has everything."""
    first = tour.first
    first.quit()
    first.start()
    first.see("page tab", "Bookmarks", 60)
    open_entry(first, "Contacts", "Bob Baker")
    open_entry(first, "Bookmarks", "Written on the second")
    tour.picture(first, "started-again")


@step
def disconnect(tour):
    """The second device is disconnected, and says so."""
    first, second = tour.screens
    go(first, "Devices")
    first.press("push button", "Disconnect")
    first.see("dialog", "Disconnect “Notebook”?")
    tour.picture(first, "disconnect")
    first.press("push button", "Disconnect device")
    second.see("heading", "This device was disconnected", 60)
    tour.picture(second, "disconnected")


@step
def picture_of_code(tour):
    """It begins anew and joins with a picture of the QR code, which is taken from the first's screen."""
    first, second = tour.screens
    first.press("push button", "Connect another device", 60)
    first.code("PIN")
    code = os.path.join(tour.work, "code.png")
    first.picture(code)
    second.press("push button", "Begin anew")
    second.press("push button", "Connect this device", 60)
    second.press("radio button", "Scan or paste a code")
    second.press("push button", "Open a picture…")
    second.choose_file(code)
    second.filled("Code", 30)
    second.write("Device name", "Notebook, once more")
    tour.picture(second, "connect-with-picture")
    second.press("push button", "Connect")
    second.see("page tab", "Contacts", 90)


@step
def arrive_again(tour):
    """Everything is on it again."""
    first, second = tour.screens
    open_entry(second, "Contacts", "Bob Baker")
    open_entry(second, "Bookmarks", "Written on the first")
    open_entry(second, "Credentials", "library.example.org")
    second.read("User name", "archer@example.org")
    tour.picture(second, "arrived-again")
    first.see("label", "Notebook, once more", 40)
    tour.picture(first, "devices-at-last")
    go(first, "Inbox")
    first.see("list item", "Notebook", part=True)
    tour.picture(first, "inbox")


@step
def quiet(tour):
    """Both are closed; nothing was amiss behind the pages."""
    tour.both(lambda screen: screen.quit())
    for screen in tour.screens:
        for complaint in screen.complaints():
            raise Failed(f"{screen.name}: {complaint}")

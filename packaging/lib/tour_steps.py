"""The steps of the tour in their order: what a person does at two desktops, and what has to be seen then.

Each step is a function of the tour (tour.py); its first line goes into the transcript. `first` and `second` are
the screens of one person, `other` is that of another; what can be done with them stands in tour_screen.py.
"""
import os

from tour_session import Failed

DOMAIN = "example.com"
ADDRESS = f"alice@{DOMAIN}"
OTHER_DOMAIN = "example.net"
OTHER_ADDRESS = f"carol@{OTHER_DOMAIN}"
MOVED_ADDRESS = f"alice@{OTHER_DOMAIN}"
CHOIR_ADDRESS = f"choir@{DOMAIN}"
CHOIR_COPY = f"choir@{OTHER_DOMAIN}"
PASSWORD = "Quiet-Harbour-41"
STEPS = []


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


def start_mesh(screen, name, account, device, domain):
    screen.press("push button", "Start a new mesh")
    screen.write("Your name", name)
    screen.write("Account name", account)
    screen.write("Device name", device)
    screen.press("radio button", "Use a Mesh service")
    screen.write("Service domain", domain)


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
    start_mesh(first, "Alice Archer", "alice", "Desk", DOMAIN)
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


def open_message(screen, box, title):
    go(screen, box)
    screen.press("list item", title, 60, part=True)
    screen.see("heading", title, part=True)


@step
def another_person(tour):
    """Another person makes a mesh at another service."""
    tour.other_service.start()
    other = tour.other
    other.start()
    other.see("push button", "Start a new mesh", 60)
    start_mesh(other, "Carol Cooper", "carol", "Laptop", OTHER_DOMAIN)
    other.press("push button", "Create")
    other.see("page tab", "Contacts", 90)


@step
def ask_for_contact(tour):
    """The first asks her for contact by her address; she sees who asks, and adds the card."""
    first, other = tour.first, tour.other
    go(first, "Contacts")
    first.press("push button", "Ask for a contact")
    first.write("Address", OTHER_ADDRESS)
    first.write("Message", "We met at the fair.")
    tour.picture(first, "ask-for-contact")
    first.press("push button", "Send")
    open_message(other, "Inbox", "asks for contact")
    other.see("label", ADDRESS)
    other.see("label", "We met at the fair.")
    tour.picture(other, "contact-request")
    other.press("push button", "Add to contacts")
    go(other, "Contacts")
    other.see("list item", "Alice Archer", part=True)


@step
def contact_arrives(tour):
    """Her answer makes her a contact whose account is proved, on both devices of the first."""
    first, second = tour.screens
    open_message(first, "Inbox", "sends a card")
    tour.picture(first, "contact-reply")
    if first.there("push button", "Add to contacts"):
        first.press("push button", "Add to contacts")
    open_entry(first, "Contacts", "Carol Cooper")
    first.see("label", f"Account address: {OTHER_ADDRESS}")
    tour.picture(first, "contact-proved")
    go(second, "Contacts")
    second.see("list item", "Carol Cooper", 60, part=True)


@step
def confirm(tour):
    """The first asks her to confirm; the answer comes back signed."""
    first, other = tour.first, tour.other
    open_entry(first, "Contacts", "Carol Cooper")
    first.press("push button", "Ask to confirm")
    first.write("Question", "May the parcel be left with you?")
    first.press("push button", "Send")
    go(other, "Inbox")
    other.press("list item", "asks you to confirm", 60, part=True)
    other.see("label", "May the parcel be left with you?")
    tour.picture(other, "confirmation")
    other.press("push button", "Confirm")
    go(first, "Inbox")
    first.see("list item", " confirmed", 60, part=True)
    tour.picture(first, "confirmed")


@step
def propose(tour):
    """A task is proposed, accepted, and is among her tasks."""
    first, other = tour.first, tour.other
    open_entry(first, "Contacts", "Carol Cooper")
    first.press("push button", "Propose a task")
    first.write("Title", "Bring the atlas")
    first.write("Description", "The large one, for the lecture.")
    tour.picture(first, "propose")
    first.press("push button", "Send")
    open_message(other, "Inbox", "proposes a task")
    tour.picture(other, "proposal")
    other.press("push button", "Add to tasks")
    go(other, "Tasks")
    other.see("list item", "Bring the atlas", part=True)


@step
def make_group(tour):
    """The first makes a group and invites her; she joins from her inbox."""
    first, other = tour.first, tour.other
    go(first, "Groups")
    first.press("push button", "Make the first group")
    first.write("Name of the group", "atlas-circle")
    first.press("push button", "Make the group")
    first.see("heading", "atlas-circle", 60)
    first.press("push button", "Invite a contact…")
    first.write("Message", "For all who draw maps.")
    tour.picture(first, "invite-to-group")
    first.press("push button", "Invite")
    first.see("label", "Invited", 60)
    open_message(other, "Inbox", "invites you to a group")
    tour.picture(other, "group-invitation")
    other.press("push button", "Join the group")
    open_entry(other, "Groups", "atlas-circle")
    first.miss("label", "Invited", 90)
    first.dismiss()
    tour.picture(first, "group")


def open_encrypted(screen, path):
    go(screen, "Groups")
    screen.press("push button", "Open an encrypted file")
    screen.choose_file(path)


@step
def share_file(tour):
    """A file is encrypted to the group; she opens it and sees who encrypted it."""
    first, other = tour.first, tour.other
    words = "Here be dragons, and a harbour.\n"
    plain = os.path.join(tour.work, "legend.txt")
    with open(plain, "w") as file:
        file.write(words)
    first.press("push button", "Encrypt a file…")
    first.choose_file(plain)
    first.see("dialog", "“legend.txt” is encrypted", 60)
    tour.picture(first, "file-encrypted")
    first.press("push button", "Close", within=("dialog", "“legend.txt” is encrypted"))
    # as if by mail
    received = os.path.join(tour.work, "received.txt.dare")
    os.rename(plain + ".dare", received)
    with open(received, "rb") as file:
        demand(b"dragons" not in file.read(), "the file is not encrypted")
    open_encrypted(other, received)
    other.see("dialog", "“received.txt.dare” is open", 60)
    demand(other.tells("Encrypted and signed by Alice Archer"), "it is not said who encrypted the file")
    tour.picture(other, "file-opened")
    other.press("push button", "Close", within=("dialog", "“received.txt.dare” is open"))
    opened = received.removesuffix(".dare")
    with open(opened) as file:
        demand(file.read() == words, "the file is not what it was")
    os.remove(opened)


@step
def revoke_member(tour):
    """She is removed from the group, and the file stays closed to her from then on."""
    first, other = tour.first, tour.other
    first.press("push button", "Remove")
    question = ("dialog", "Remove Carol Cooper from the group?")
    first.press("push button", "Remove", within=question)
    first.miss("label", "Carol Cooper", 60)
    open_encrypted(other, os.path.join(tour.work, "received.txt.dare"))
    other.see("dialog", "“received.txt.dare” was not opened", 60)
    demand(other.tells("no longer a member"), "it is not said why the file stays closed")
    tour.picture(other, "no-longer-a-member")
    other.press("push button", "Close", within=("dialog", "“received.txt.dare” was not opened"))
    other.press("list item", "atlas-circle", part=True)
    other.see("push button", "Take it off the list", 60)
    demand(not os.path.exists(os.path.join(tour.work, "received.txt")), "a removed member has opened the file")


@step
def make_shares(tour):
    """She makes three recovery shares, any two of which are enough, and keeps two as text."""
    other = tour.other
    go(other, "Recovery")
    tour.picture(other, "recovery")
    other.press("push button", "Make shares")
    other.see("heading", "Make recovery shares")
    tour.picture(other, "make-shares")
    other.press("push button", "Make the shares")
    other.see("heading", "Your recovery shares", 60)
    for number in (0, 2):
        other.press_one_of("push button", "Copy as text", number)
        tour.shares.append(other.copied(tour.shares[-1] if tour.shares else ""))
    other.dismiss()
    tour.picture(other, "shares")
    other.press("push button", "Done")
    other.see("heading", "Recovery")


@step
def recover(tour):
    """Her only device is lost; on a blank one two of the three shares bring everything back."""
    tour.other.kill()
    blank = tour.blank
    blank.start()
    blank.press("push button", "Recover a mesh", 60)
    for number, share in enumerate(tour.shares):
        blank.write("Share", share, secret=True)
        blank.press("push button", "Take this share")
        blank.see("push button", "Take out", part=True)
        tour.picture(blank, f"share-{number + 1}")
    blank.write("Account address", OTHER_ADDRESS)
    blank.keys("Return")
    blank.see("page tab", "Tasks", 90)
    go(blank, "Tasks")
    blank.see("list item", "Bring the atlas", 60, part=True)
    go(blank, "Contacts")
    blank.see("list item", "Alice Archer", 60, part=True)
    tour.picture(blank, "recovered")


def choose_account(screen, present, entry):
    """In the menu at the head of the window."""
    screen.press("push button", f"Account: {present}")
    screen.press("menu item", entry)


@step
def add_account(tour):
    """The first makes an account for the choir; what is added there is there alone."""
    first = tour.first
    choose_account(first, ADDRESS, "New account…")
    first.write("Account name", "choir")
    first.write("Your name", "Alice of the choir")
    tour.picture(first, "new-account")
    first.press("push button", "Make the account")
    first.see("push button", f"Account: {CHOIR_ADDRESS}", 90)
    first.miss("dialog", "New account")
    go(first, "Bookmarks")
    first.miss("list item", "Written on the first", part=True)
    first.press("push button", "New bookmark")
    first.write("Address", "https://example.org/scores")
    first.write("Title", "Scores for the spring")
    save(first)
    first.see("list item", "Scores for the spring", part=True)
    first.dismiss()
    tour.picture(first, "account-for-the-choir")


@step
def add_service(tour):
    """That account is given a further service, which has a copy of it then."""
    first = tour.first
    go(first, "Settings")
    first.press("push button", "Add a further service…")
    first.write("Further service", OTHER_DOMAIN)
    first.press("push button", "Add", within=("dialog", "Add a further service"))
    first.see("label", f"Address at a further service: {CHOIR_COPY}", 90)
    first.miss("dialog", "Add a further service")
    first.see("label", "In step: ", 90, part=True)
    first.dismiss()
    tour.picture(first, "further-service")


@step
def switch_account(tour):
    """Back in the first account all is as it was, and nothing of the other one shows, here and on the second."""
    first, second = tour.screens
    choose_account(first, CHOIR_ADDRESS, ADDRESS)
    first.see("push button", f"Account: {ADDRESS}", 60)
    go(first, "Bookmarks")
    first.see("list item", "Written on the first", part=True)
    demand(not first.there("list item", "Scores for the spring", part=True), "an entry shows in another account")
    tour.picture(first, "first-account-again")
    choose_account(second, ADDRESS, CHOIR_ADDRESS)
    second.see("push button", f"Account: {CHOIR_ADDRESS}", 60)
    go(second, "Bookmarks")
    second.see("list item", "Scores for the spring", 60, part=True)
    demand(not second.there("list item", "Written on the first", part=True), "an entry shows in another account")
    choose_account(second, CHOIR_ADDRESS, ADDRESS)
    second.see("push button", f"Account: {ADDRESS}", 60)


@step
def move(tour):
    """The account of the first moves to her service; both of its desktops have everything, and go on there."""
    first, second = tour.screens
    go(first, "Settings")
    first.press("push button", "Move to another service or to this computer…")
    first.write("New service", OTHER_DOMAIN)
    tour.picture(first, "move-to-another-service")
    first.press("push button", "Move", within=("dialog", "Move to another service"))
    first.see("label", f"From {ADDRESS} to {MOVED_ADDRESS}", 90)
    first.miss("dialog", "Move to another service", 60)
    first.see("label", f"Account address: {MOVED_ADDRESS}", 90)
    tour.picture(first, "moved")
    go(second, "Settings")
    second.see("label", f"Account address: {MOVED_ADDRESS}", 90)
    for screen in tour.screens:
        open_entry(screen, "Contacts", "Bob Baker")
        open_entry(screen, "Bookmarks", "Written on the first")
        open_entry(screen, "Credentials", "library.example.org")
    second.read("User name", "archer@example.org")
    go(second, "Bookmarks")
    second.press("push button", "New bookmark")
    second.write("Address", "https://example.org/atlas")
    second.write("Title", "Written after the move")
    save(second)
    open_entry(first, "Bookmarks", "Written after the move")
    tour.picture(first, "after-the-move")
    # who knows the first has heard of it
    open_entry(tour.blank, "Contacts", "Alice Archer")
    tour.picture(tour.blank, "contact-has-moved")


@step
def quiet(tour):
    """All are closed; nothing was amiss behind the pages."""
    tour.both(lambda screen: screen.quit())
    tour.blank.quit()
    for screen in (*tour.screens, tour.other, tour.blank):
        for complaint in screen.complaints():
            raise Failed(f"{screen.name}: {complaint}")

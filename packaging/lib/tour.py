"""The steps of the tour; packaging/tour starts it.

usage: tour.py FOLDER MESH-DESKTOP MESH-SERVICE WITH-KEYRING
"""
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

FOLDER, DESKTOP, SERVICE, WITH_KEYRING = sys.argv[1:]
HERE = os.path.dirname(os.path.abspath(__file__))
DOMAIN = "example.com"
ADDRESS = f"alice@{DOMAIN}"


class Failed(Exception):
    pass


class Screen:
    """A desktop in a session of its own; its methods are those of tour_screen.py."""

    def __init__(self, name, work, port):
        self.name = name
        program = [DESKTOP, "--data-folder", os.path.join(work, name), "--service-map", f"{DOMAIN}=127.0.0.1:{port}"]
        self.process = subprocess.Popen(
            [WITH_KEYRING, "--accessibility", "--", sys.executable, "-B", os.path.join(HERE, "tour_screen.py"),
             os.path.join(FOLDER, f"{name}.log"), *program],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __getattr__(self, method):
        def ask(*arguments, **keywords):
            try:
                self.process.stdin.write(json.dumps([method, *arguments, keywords]) + "\n")
                self.process.stdin.flush()
                answer = self.process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            if not answer:
                raise Failed(f"{self.name} has ended")
            answer = json.loads(answer)
            if "error" in answer:
                raise Failed(f"{self.name}: {answer['error']}")
            return answer["value"]

        return ask

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait()


class Service:
    def __init__(self, work):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.passphrase = os.path.join(work, "passphrase")
        with open(self.passphrase, "w") as file:
            file.write("correct horse battery staple\n")
        os.chmod(self.passphrase, 0o600)
        self.data = os.path.join(work, "service")
        self.process = None

    def start(self):
        with open(os.path.join(FOLDER, "service.log"), "a") as log:
            self.process = subprocess.Popen(
                [SERVICE, "--data", self.data, "--domain", DOMAIN, "--listen", f"127.0.0.1:{self.port}",
                 "--passphrase-file", self.passphrase], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        end = time.monotonic() + 40
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"mesh-service ended with {self.process.returncode}; see service.log")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise Failed("mesh-service does not listen")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise Failed("mesh-service did not stop when it was asked to")


class Tour:
    def __init__(self, work):
        self.began = time.monotonic()
        self.pictures = 0
        self.pin = ""
        self.service = Service(work)
        self.first = Screen("first", work, self.service.port)
        self.second = Screen("second", work, self.service.port)

    def say(self, words):
        line = f"{time.monotonic() - self.began:6.1f} s  {words}"
        print(line, flush=True)
        with open(os.path.join(FOLDER, "transcript.txt"), "a") as transcript:
            transcript.write(line + "\n")

    def picture(self, screen, name):
        self.pictures += 1
        screen.picture(os.path.join(FOLDER, f"{self.pictures:02}-{name}.png"))

    def go(self, screen, place):
        screen.press("page tab", place)
        screen.see("heading", place)

    # The steps, in their order.

    def welcome(self):
        """Both desktops and the service start; the first greets."""
        self.service.start()
        for screen in (self.first, self.second):
            screen.start()
        self.first.see("push button", "Start a new mesh", 60)
        self.picture(self.first, "welcome")

    def create(self):
        """A new mesh is made at a service."""
        self.first.press("push button", "Start a new mesh")
        self.first.write("Your name", "Alice Archer")
        self.first.write("Account name", "alice")
        self.first.write("Device name", "Desk")
        self.first.press("radio button", "Use a Mesh service")
        self.first.write("Service domain", DOMAIN)
        self.picture(self.first, "create")
        self.first.press("push button", "Create")

    def empty(self):
        """The mesh is there, and the contacts are empty or hold only their owner."""
        self.first.see("page tab", "Contacts", 60)
        self.first.see("heading", "Contacts")
        self.picture(self.first, "contacts")

    def credential(self):
        """A credential is added."""
        self.go(self.first, "Credentials")
        self.first.press("push button", "New credential")
        self.first.write("Service", "library.example.org")
        self.first.write("User name", "alice.archer")
        self.first.write("Password", "Quiet-Harbour-41", secret=True)
        self.first.press("push button", "Save")
        self.first.see("list item", "library.example.org", part=True)
        self.picture(self.first, "credential")

    def bookmark(self):
        """A bookmark is added."""
        self.go(self.first, "Bookmarks")
        self.first.press("push button", "New bookmark")
        self.first.write("Address", "https://www.rfc-editor.org/rfc/rfc8032")
        self.first.write("Title", "Edwards curves")
        self.first.write("Folder", "Reading")
        self.first.press("push button", "Save")
        self.first.see("list item", "Edwards curves", part=True)
        self.picture(self.first, "bookmark")

    def issue(self):
        """A PIN and its picture for a further device are shown."""
        self.go(self.first, "Devices")
        self.first.press("push button", "Connect another device")
        self.pin = self.first.code("PIN")
        self.first.see("label", f"Account address: {ADDRESS}")
        self.picture(self.first, "pin")

    def connect(self):
        """The second desktop joins with the PIN."""
        self.second.press("push button", "Connect this device")
        self.second.press("radio button", "Type the PIN")
        self.second.write("Account address", ADDRESS)
        self.second.write("PIN", self.pin)
        self.second.write("Device name", "Notebook")
        self.picture(self.second, "connect")
        self.second.press("push button", "Connect")
        self.second.see("page tab", "Contacts", 60)
        self.picture(self.second, "connected")

    def arrive(self):
        """What the first has is on the second."""
        self.go(self.second, "Credentials")
        self.second.press("list item", "library.example.org", 40, part=True)
        self.second.see("heading", "library.example.org")
        user = self.second.read("User name")
        if user != "alice.archer":
            raise Failed(f"the user name on the second is “{user}”")
        self.picture(self.second, "credential-arrived")
        self.go(self.second, "Bookmarks")
        self.second.see("list item", "Edwards curves", 40, part=True)
        self.picture(self.second, "bookmark-arrived")

    def follow(self):
        """An edit on the second shows on the first."""
        self.second.press("list item", "Edwards curves", part=True)
        self.second.write("Title", "Signatures on Edwards curves")
        self.second.press("push button", "Save")
        self.go(self.first, "Bookmarks")
        self.first.see("list item", "Signatures on Edwards curves", 40, part=True)
        self.picture(self.first, "edit-followed")

    def offline(self):
        """Without the service both go on, and agree once it is back."""
        self.service.stop()
        self.go(self.first, "Bookmarks")
        self.first.press("push button", "New bookmark")
        self.first.write("Address", "https://example.org/first")
        self.first.write("Title", "Written on the first")
        self.first.press("push button", "Save")
        self.first.see("list item", "Written on the first", part=True)
        self.picture(self.first, "offline-first")
        self.second.press("push button", "New bookmark")
        self.second.write("Address", "https://example.org/second")
        self.second.write("Title", "Written on the second")
        self.second.press("push button", "Save")
        self.second.see("list item", "Written on the second", part=True)
        self.picture(self.second, "offline-second")
        self.service.start()
        for screen in (self.first, self.second):
            screen.press("push button", "Sync: ", part=True)
            screen.press("push button", "Sync now")
            screen.press("push button", "Close")
        self.first.see("list item", "Written on the second", 60, part=True)
        self.second.see("list item", "Written on the first", 60, part=True)
        self.picture(self.first, "agree-first")
        self.picture(self.second, "agree-second")

    def search(self):
        """A few letters find one entry among them."""
        self.first.keys("ctrl+f")
        self.first.type("edwards")
        self.first.settle()
        self.first.keys("Return")
        self.first.settle()
        self.first.keys("Return")  # opens the first row, which another entry would be without the search
        self.first.see("heading", "Signatures on Edwards curves")
        self.picture(self.first, "search")

    def disconnect(self):
        """The second device is disconnected, and says so."""
        self.go(self.first, "Devices")
        self.first.press("push button", "Disconnect")
        self.first.see("dialog", "Disconnect “Notebook”?")
        self.picture(self.first, "disconnect")
        self.first.press("push button", "Disconnect device")
        self.second.see("heading", "This device was disconnected", 60)
        self.picture(self.second, "disconnected")

    def run(self):
        steps = [self.welcome, self.create, self.empty, self.credential, self.bookmark, self.issue, self.connect,
                 self.arrive, self.follow, self.offline, self.search, self.disconnect]
        for number, step in enumerate(steps, 1):
            try:
                step()
            except Failed as failure:
                self.say(f"{number:2} failed: {step.__doc__}")
                self.say(f"   {failure}")
                self.picture_of_failure()
                return 1
            self.say(f"{number:2} {step.__doc__}")
        self.say(f"All {len(steps)} steps passed; the pictures are in {FOLDER}")
        return 0

    def picture_of_failure(self):
        for screen in (self.first, self.second):
            try:
                self.picture(screen, f"failed-{screen.name}")
            except Failed as failure:
                self.say(f"   no picture: {failure}")

    def close(self):
        self.first.close()
        self.second.close()
        self.service.stop()


def main():
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="mesh-tour.") as work:
        tour = Tour(work)
        try:
            return tour.run()
        finally:
            tour.close()


sys.exit(main())

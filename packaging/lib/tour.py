"""Starts two services and four desktops and goes through the steps of tour_steps.py; packaging/tour starts it.

usage: tour.py FOLDER MESH-DESKTOP MESH-SERVICE WITH-KEYRING
"""
import concurrent.futures
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

from tour_session import Failed, Screen
from tour_steps import DOMAIN, OTHER_DOMAIN, STEPS

FOLDER, DESKTOP, SERVICE, WITH_KEYRING = sys.argv[1:]
PATIENCE = float(os.environ.get("MESH_TOUR_PATIENCE", "1"))


class Service:
    def __init__(self, work, name, domain):
        self.name = name
        self.domain = domain
        self.peer = None  # the other service
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.passphrase = os.path.join(work, f"{name}-passphrase")
        with open(self.passphrase, "w") as file:
            file.write("correct horse battery staple\n")
        os.chmod(self.passphrase, 0o600)
        self.data = os.path.join(work, name)
        self.process = None

    def start(self):
        with open(os.path.join(FOLDER, f"{self.name}.log"), "a") as log:
            self.process = subprocess.Popen(
                [SERVICE, "--data", self.data, "--domain", self.domain, "--listen", f"127.0.0.1:{self.port}",
                 "--peer", f"{self.peer.domain}=127.0.0.1:{self.peer.port}", "--passphrase-file", self.passphrase],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        end = time.monotonic() + 60 * PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"mesh-service ended with {self.process.returncode}; see {self.name}.log")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise Failed("mesh-service does not listen")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise Failed("mesh-service did not stop when it was asked to")


class Tour:
    """What the steps work with: one person's service and two screens, the other person's, and the record of it all."""

    def __init__(self, work):
        self.began = time.monotonic()
        self.work = work
        self.pictures = 0
        self.pin = ""
        self.service = Service(work, "service", DOMAIN)
        self.other_service = Service(work, "other-service", OTHER_DOMAIN)
        self.service.peer, self.other_service.peer = self.other_service, self.service
        self.first = self.desktop("first")
        self.second = self.desktop("second")
        self.other = self.desktop("other")
        self.blank = self.desktop("blank")  # a machine that the other person gets when hers is lost
        self.shares = []
        self.screens = (self.first, self.second)

    def desktop(self, name):
        program = [DESKTOP, "--data-folder", os.path.join(self.work, name)]
        for service in (self.service, self.other_service):
            program += ["--service-map", f"{service.domain}=127.0.0.1:{service.port}"]
        log = os.path.join(FOLDER, f"{name}.log")
        return Screen(name, log, os.path.join(self.work, f"{name}-screen"), WITH_KEYRING, program)

    def say(self, words):
        line = f"{time.monotonic() - self.began:6.1f} s  {words}"
        print(line, flush=True)
        with open(os.path.join(FOLDER, "transcript.txt"), "a") as transcript:
            transcript.write(line + "\n")

    def picture(self, screen, name):
        self.pictures += 1
        screen.picture(os.path.join(FOLDER, f"{self.pictures:02}-{name}.png"))

    def pause(self, seconds):
        time.sleep(seconds * PATIENCE)

    def both(self, do):
        """Does the same with both screens at the same time."""
        with concurrent.futures.ThreadPoolExecutor() as pool:
            return list(pool.map(do, self.screens))

    def run(self):
        for number, step in enumerate(STEPS, 1):
            try:
                step(self)
            except Failed as failure:
                self.say(f"{number:2} failed: {step.__doc__}")
                self.say(f"   {failure}")
                self.picture_of_failure()
                return 1
            self.say(f"{number:2} {step.__doc__}")
        self.say(f"All {len(STEPS)} steps passed; {self.pictures} pictures are in {FOLDER}")
        return 0

    def picture_of_failure(self):
        for screen in (*self.screens, self.other, self.blank):
            try:
                self.picture(screen, f"failed-{screen.name}")
            except Failed as failure:
                self.say(f"   no picture: {failure}")

    def close(self):
        for screen in (*self.screens, self.other, self.blank):
            screen.close()
        self.service.stop()
        self.other_service.stop()


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

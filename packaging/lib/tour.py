"""Starts a service and two desktops and goes through the steps of tour_steps.py; packaging/tour starts it.

usage: tour.py FOLDER MESH-DESKTOP MESH-SERVICE WITH-KEYRING
"""
import concurrent.futures
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

from tour_steps import DOMAIN, STEPS, Failed

FOLDER, DESKTOP, SERVICE, WITH_KEYRING = sys.argv[1:]
HERE = os.path.dirname(os.path.abspath(__file__))
PATIENCE = float(os.environ.get("MESH_TOUR_PATIENCE", "1"))


class Screen:
    """A desktop in a session of its own; its methods are those of tour_screen.py."""

    def __init__(self, name, work, port):
        self.name = name
        self.log = os.path.join(FOLDER, f"{name}.log")
        program = [DESKTOP, "--data-folder", os.path.join(work, name), "--service-map", f"{DOMAIN}=127.0.0.1:{port}"]
        # what its own session has to say, such as a keyring that does not start, stands in the same log
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                [WITH_KEYRING, "--accessibility", "--", sys.executable, "-B", os.path.join(HERE, "tour_screen.py"),
                 self.log, os.path.join(work, f"{name}-screen"), *program],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)

    def __getattr__(self, method):
        def ask(*arguments, **keywords):
            try:
                self.process.stdin.write(json.dumps([method, *arguments, keywords]) + "\n")
                self.process.stdin.flush()
                answer = self.process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            if not answer:
                raise Failed(f"the session of the {self.name} desktop has ended; see {self.log}")
            answer = json.loads(answer)
            if "error" in answer:
                raise Failed(f"{self.name}: {answer['error']}")
            return answer["value"]

        return ask

    def complaints(self):
        """What QML has to say about itself, which a person never sees."""
        with open(self.log) as log:
            return [line.strip() for line in log if re.search(r"^(qrc|file):.*\.qml|QML ", line)]

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(30)
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
        end = time.monotonic() + 60 * PATIENCE
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
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise Failed("mesh-service did not stop when it was asked to")


class Tour:
    """What the steps work with: the service, two screens, and the record of it all."""

    def __init__(self, work):
        self.began = time.monotonic()
        self.work = work
        self.pictures = 0
        self.pin = ""
        self.service = Service(work)
        self.first = Screen("first", work, self.service.port)
        self.second = Screen("second", work, self.service.port)
        self.screens = (self.first, self.second)

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
        for screen in self.screens:
            try:
                self.picture(screen, f"failed-{screen.name}")
            except Failed as failure:
                self.say(f"   no picture: {failure}")

    def close(self):
        for screen in self.screens:
            screen.close()
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

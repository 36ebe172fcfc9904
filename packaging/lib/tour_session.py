"""A desktop in a session of its own, seen from outside of that session."""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Failed(Exception):
    pass


class Screen:
    """Its methods are those of tour_screen.py."""

    def __init__(self, name, log, folder, with_keyring, program):
        """`folder`: for the display, made if it is not there; `program`: mesh-desktop with its arguments."""
        self.name = name
        self.log = log
        # what its own session has to say, such as a keyring that does not start, stands in the same log
        with open(self.log, "a") as log_file:
            self.process = subprocess.Popen(
                [with_keyring, "--accessibility", "--", sys.executable, "-B", os.path.join(HERE, "tour_screen.py"),
                 self.log, folder, *program],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log_file, text=True)

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

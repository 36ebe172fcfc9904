"""Runs the programs of tests/bench one after the other and prints one table, with the marks that are to be reached.

usage: measure.py BUILD-FOLDER [--json FILE] [NAME...]
"""
import argparse
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))

# What is to be reached on two idle cores: the figure must not exceed it.
MARKS = {
    "store 10000: open (s)": 0.25,
    "store 100000: open (s)": 1.5,
    "store 100000: peak (MiB)": 200,
    "store 100000: search (ms)": 16,
    "store 1000: add, median (ms)": 10,
    "store 10000: add, median (ms)": 10,
    "store 100000: add, median (ms)": 10,
    "first sync (s)": 4,
    "change: 95 % (ms)": 1000,
    "start: rows, median (s)": 0.6,
}


def commands(build):
    bench = os.path.join(build, "tests", "bench")
    service = os.path.join(build, "app", "service", "mesh-service")
    return {
        "crypto": [os.path.join(bench, "bench_crypto")],
        "http": [os.path.join(bench, "bench_http")],
        "store": [os.path.join(bench, "bench_store")],
        "mesh": [os.path.join(bench, "bench_mesh"), "--service", service],
        "start": [os.path.join(HERE, "cold-start"), build],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--json", metavar="FILE", help="write the figures there as well")
    parser.add_argument("names", nargs="*", metavar="NAME", help="crypto, http, store, mesh, start; default: all")
    options = parser.parse_intermixed_args()
    available = commands(options.build)
    wrong = [name for name in options.names if name not in available]
    if wrong:
        sys.exit(f"There is no measurement {wrong[0]}. There are: {', '.join(available)}.")

    results = {}
    missed = []
    held = 0
    for name in options.names or available:
        load = os.getloadavg()[0]
        print(f"\n{name} (load before: {load:.2f} on {os.cpu_count()} cores)", flush=True)
        began = time.monotonic()
        done = subprocess.run(available[name] + ["--json"], stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{name} failed")
        figures = json.loads(done.stdout)
        results[name] = {"load": load, "figures": figures}
        for key, value in figures.items():
            mark = MARKS.get(key)
            verdict = ""
            if mark is not None:
                held += 1
                verdict = f"  mark {mark:g}: {'reached' if value <= mark else 'MISSED'}"
                if value > mark:
                    missed.append(key)
            print(f"  {key:<48} {value:>12.3f}{verdict}")
        print(f"  took {time.monotonic() - began:.0f} s", flush=True)
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=2)
            file.write("\n")
    if held:
        print(f"\nMarks missed: {', '.join(missed)}" if missed else f"\nAll {held} marks reached.")


if __name__ == "__main__":
    main()

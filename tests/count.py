#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single cases in logs of `meson test` and shows the failed ones.

A case that is skipped or missing from its plan, and a program that crashes, hangs or has no case,
count as failed. Ends with the line "N passed, N failed"; exit status 0 if some passed, none failed.
"""

import argparse
import json
import re
import sys

CASE = re.compile(r"(not ok|ok)\b\s*\d*\s*-?\s*([^#]*)(#\s*(skip|todo)\b.*)?", re.IGNORECASE)
PLAN = re.compile(r"1\.\.(\d+)")
NOISE = re.compile(r"ok\b|1\.\.\d|TAP version|# (Start of|End of|random seed|slow test|\(MSG)|\s*$")
LINES_SHOWN = 40


def count(test):
    """Returns how many cases of one test program passed, and a line for each that did not."""
    passed, failed, planned = 0, [], None
    for line in test.get("stdout", "").splitlines():
        if plan := PLAN.match(line):
            planned = int(plan[1])
        elif case := CASE.match(line):
            if case[1].lower() == "ok" and not case[3]:
                passed += 1
            else:
                failed.append(case[2].strip() + (" " + case[3] if case[3] else ""))
    missing = (planned or 0) - passed - len(failed)
    result = f"{test['result'].lower()}, status {test['returncode']}"
    failed += [f"case not reached ({result})"] * missing
    if test["result"] != "OK" and not failed:
        failed.append(result)
    if passed == 0 and not failed:
        failed.append("no case in it")
    return passed, failed


def show(test, failed):
    """Prints the failed cases of one program with what it said about them."""
    for case in dict.fromkeys(failed):
        times = failed.count(case)
        print(f"FAILED {test['name']}: {case}" + (f", {times} times" if times > 1 else ""))
    said = [line for line in test.get("stdout", "").splitlines() if not NOISE.match(line)]
    said += test.get("stderr", "").strip().splitlines()
    if len(said) > LINES_SHOWN:
        said = ["…"] + said[-LINES_SHOWN:]
    for line in said:
        print("    " + line)
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--left", action="append", default=[], help="a process left behind")
    parser.add_argument("log", nargs="+", help="testlog.json of meson")
    arguments = parser.parse_args()

    passed, failed = 0, len(arguments.left)
    print()
    for log in arguments.log:
        try:
            with open(log, encoding="utf-8") as lines:
                tests = [json.loads(line) for line in lines]
        except OSError as error:
            print(f"FAILED {log}: {error.strerror}")
            tests, failed = [], failed + 1
        for test in tests:
            test_passed, test_failed = count(test)
            passed += test_passed
            failed += len(test_failed)
            if test_failed:
                show(test, test_failed)
    for process in arguments.left:
        print(f"FAILED: left behind: {process}")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())

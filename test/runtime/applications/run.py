# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Applications of the distribution, used by a script for half a minute each, alone and then under `offmain run`: what they print, how
# they end and the windows on the way must be the same, and no call may be reported but those that table.py knows.
#
#   run.py --tool=build/bin/offmain --work=DIR [NAME...]      DIR/<name>/{alone,checked}: screenshots, output, report.jsonl
#
# Each runs under an Xvfb with a window manager and a session bus of its own, in a new home. Stalls depend on the machine: told, not judged.
import argparse
import fnmatch
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from desktop import Lost, User
from display import Display, environment
from table import APPLICATIONS

SECONDS = 30
STALL_ROW = re.compile(r"count +worst ms|\d+ +\d+ +\d+  ")  # of offmain run's own table


def make_pdf(path, pages=4):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {pages} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(pages))}] >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for n in range(pages):
        text = f"BT /F1 24 Tf 72 700 Td (This is page {n + 1}) Tj ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R"
                       " /Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n").encode()
    path.write_bytes(out)


def make_files(home):
    """What the applications open: the same every time."""
    for folder in ("images", "tree"):
        (home / folder).mkdir(parents=True)
    lines = [f"line {n} of a text" for n in range(200)]
    (home / "text.txt").write_text("\n".join(lines) + "\n")
    (home / "other.txt").write_text("\n".join(line if n % 20 else line + ", changed" for n, line in enumerate(lines)) + "\n")
    (home / "text.md").write_text("# Title\n\n" + "\n\n".join(f"*{line}*" for line in lines[:40]) + "\n")
    make_pdf(home / "pages.pdf")
    for n in range(1, 5):
        subprocess.run(["convert", "-size", "640x480", f"gradient:rgb({60 * n},40,90)-white", f"PNG24:{home}/images/{n}.png"], check=True)
    for n in range(300):
        folder = home / "tree" / f"d{n % 20}" / f"e{n % 7}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"f{n}").write_text("x" * 100 * n)
    return {"text": home / "text.txt", "other": home / "other.txt", "markdown": home / "text.md", "pdf": home / "pages.pdf",
            "images": home / "images", "tree": home / "tree"}


def printed(text):
    """What an application printed, as a set of lines without what differs from run to run."""
    # The bus's own lines, and races between Qt and the window manager.
    others = ("offmain: ", "stalls of the main loop:", "dbus-daemon[", "qt.qpa.xcb: QXcbConnection: XCB error")
    lines = []
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith(others) and not STALL_ROW.match(line):
            lines.append(re.sub(r"\d+", "N", re.sub(r"0x[0-9a-f]+", "0x", line)))
    return set(lines)


def run_once(application, tool, work, seconds):
    """Gives how it ended, what it printed, what the user saw, and the problem, if any."""
    shutil.rmtree(work, ignore_errors=True)
    home = work / "home"
    home.mkdir(parents=True)
    files = make_files(home)
    command = [part.format(**files) for part in application.command]
    if tool:
        command = [tool, "run", "--format=jsonl", "-o", str(work / "report.jsonl"), "--", *command]
    with Display("1024x768x24") as display, open(work / "output.txt", "w+b") as output:
        env = {**environment(display, home / "runtime"), "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", "GSK_RENDERER": "cairo",
               "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"), "QT_QUICK_BACKEND": "software"}
        env.pop("DBUS_SESSION_BUS_ADDRESS", None)
        manager = subprocess.Popen(["openbox"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process = subprocess.Popen(["dbus-run-session", "--", *command], env=env, cwd=home, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                   start_new_session=True)
        user = User(env, process, work)
        problem = ""
        try:
            user.window(application.title)
            begin = time.monotonic()
            rounds = 0
            while time.monotonic() < begin + seconds or rounds < 1:
                user.window(application.title)
                application.use(user)
                if not rounds:
                    user.shoot("used")
                rounds += 1
            user.window(application.title)
            user.leaving = True
            application.leave(user)
            process.wait(timeout=60)
        except (Lost, subprocess.TimeoutExpired) as error:
            problem = str(error)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            manager.terminate()
            manager.wait()
        output.seek(0)
        text = output.read().decode(errors="replace")
    # Rounds differ with the machine's load; what one round shows does not.
    return {"status": process.returncode, "printed": printed(text.replace(str(work), "WORK")), "seen": list(dict.fromkeys(user.seen)), "problem": problem, "text": text}


def judge(application, work):
    reports = [json.loads(line) for line in (work / "report.jsonl").read_text().splitlines()]
    stalls = [r for r in reports if r["rule"] == "blocking-call-on-main"]
    calls = [r for r in reports if r not in stalls]
    new = [r for r in calls if not any(r["rule"] == rule and fnmatch.fnmatchcase(r["callee"], callee) for rule, callee, _ in application.known)]
    return calls, stalls, new


def shown(report):
    at = report["at"]
    place = at["file"] + (f":{at['line']}" if at["line"] else "") + (f" in {report['function']}" if report["function"] else "")
    return f"{report['rule']}: {report['message']} at {place}, {report['observed']['count']} times"


def run_application(application, tool, work, seconds):
    alone = run_once(application, None, work / "alone", seconds)
    checked = run_once(application, tool, work / "checked", seconds)
    problems = [f"{way}: {run['problem']}" for way, run in (("alone", alone), ("checked", checked)) if run["problem"]]
    for what in ("status", "seen"):
        if alone[what] != checked[what]:
            problems.append(f"{what} alone: {alone[what]}, checked: {checked[what]}")
    for line in sorted(checked["printed"] - alone["printed"]):
        problems.append(f"only the checked one prints: {line}")
    if not (work / "checked" / "report.jsonl").exists():
        return problems + ["there is no report"], ""
    calls, stalls, new = judge(application, work / "checked")
    problems += [f"reported: {shown(r)}" for r in new]
    watched = re.search(r"(\d+) functions of (\d+) libraries watched", checked["text"])
    if not watched:
        problems.append("nothing was watched:\n" + checked["text"])
    summary = f"{watched.group(0) if watched else ''}, {len(calls)} calls reported, {len(stalls)} stalls"
    return problems, summary + "".join(f"\n    {shown(r)}" for r in calls + stalls)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    failed = 0
    for application in APPLICATIONS:
        if arguments.names and application.package not in arguments.names:
            continue
        problems, summary = run_application(application, os.path.abspath(arguments.tool), Path(arguments.work).resolve() / application.package,
                                            arguments.seconds)
        print(f"{application.package} ({application.kit}): {summary}", *(f"  PROBLEM {p}" for p in problems), sep="\n", flush=True)
        failed += bool(problems)
    sys.exit(1 if failed else 0)


main()

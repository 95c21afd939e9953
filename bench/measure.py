# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# What the benchmarks have in common: running a command and knowing what it took, compile databases as the compiler's own
# parse, edits that are taken back, and what is in the tool's cache.
#
# User CPU is that of the whole process tree (wait4): other load on the machine disturbs it little. Wall time is there for what
# is about waiting (several workers, the first finding).
import contextlib
import json
import os
import shlex
import struct
import subprocess
import tempfile
import time
from collections import namedtuple

# user, system, wall, first: seconds (first: until the first byte on standard output, None without one); peak: MB of the
# largest process; log: standard error, where it was asked for.
Run = namedtuple("Run", "code user system wall first peak log")


def run(command, directory=None, environment=None, log=False, one_core=False):
    """Runs a command to its end."""
    def pin():
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.monotonic()
    first = None
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen(command, cwd=directory, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=errors if log else subprocess.DEVNULL, preexec_fn=pin if one_core else None) as process:
            while os.read(process.stdout.fileno(), 1 << 16):
                first = first if first is not None else time.monotonic() - start
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    return Run(process.returncode, usage.ru_utime, usage.ru_stime, wall, first, usage.ru_maxrss / 1024, text)


def output(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout


def load(directory, count=0):
    """`count` entries of the database, evenly over its sorted files; all when 0."""
    with open(os.path.join(directory, "compile_commands.json"), encoding="utf-8") as file:
        entries = sorted(json.load(file), key=lambda e: e["file"])
    if count and count < len(entries):
        step = len(entries) / count
        entries = [entries[int(i * step)] for i in range(count)]
    return entries


def store(entries, directory):
    """A database of these entries alone."""
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(entries, out)


def arguments(entry):
    return list(entry.get("arguments") or shlex.split(entry["command"]))


def source(entry):
    return os.path.normpath(os.path.join(entry["directory"], entry["file"]))


def syntax_only(entry, clang):
    """The entry's command as clang -fsyntax-only -w."""
    given = arguments(entry)
    compiler = clang if given[0].endswith(("gcc", "cc", "clang")) and not given[0].endswith("++") else clang.replace("clang", "clang++", 1)
    kept, skip = [], False
    for argument in given[1:]:
        if skip:
            skip = False
        elif argument in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif argument not in ("-c", "-MD", "-MMD", "-MP", "-S", "-E"):
            kept.append(argument)
    return [compiler, *kept, "-fsyntax-only", "-w", "-Wno-unknown-warning-option"]


def run_clang(entries, clang):
    """A Run of clang's parse for each unit."""
    return [run(syntax_only(entry, clang), entry["directory"]) for entry in entries]


@contextlib.contextmanager
def touched(path):
    """The file has one comment more at its end, for as long as this lasts."""
    with open(path, "rb") as file:
        before = file.read()
    times = os.stat(path)
    try:
        with open(path, "ab") as file:
            file.write(b"\n// touched\n")
        yield
    finally:
        with open(path, "wb") as file:
            file.write(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def entry_files(cache):
    """The entries of units in a cache: name → path."""
    return {name: os.path.join(base, name) for base, _, names in os.walk(cache) for name in names
            if name.startswith("llvmcache-") and "why" not in name and "." not in name}


def read_entry(path):
    """(files the unit read, its facts) of a cache entry; see cache/Entry.cpp for the form, and its version below."""
    with open(path, "rb") as file:
        data = file.read()
    magic, version = data[:8], struct.unpack_from("<I", data, 8)[0]
    if magic != b"OFFMAINU" or version != 2:
        raise ValueError(f"{path}: an entry of another form than this reads")
    at, last = 24, b""

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from("<I", data, at - 4)[0]

    def text():
        nonlocal at
        size = number()
        at += size
        return data[at - size:at]

    def name():
        nonlocal last
        last = last[:number()] + text()
        return last

    reads = []
    for _ in range(number()):
        reads.append(name().decode(errors="surrogateescape"))
        at += 32
    for _ in range(number()):
        name()
    for _ in range(number()):
        name()
        at += 8
    for _ in range(number()):
        text()
    number()
    size = number()
    return reads, data[len(data) - size:]

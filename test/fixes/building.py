# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A test program compiled for real: objects, what moc makes of Q_OBJECT, linked with the toolkit's libraries. A program without
# main() becomes a shared object that lacks nothing.
#
# Objects come from ccache where it is installed; what moc writes is included behind its source in one unit, as projects do with
# "name.moc".
import functools
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "corpus"))
import expectations
import flags

CCACHE = ["ccache"] if shutil.which("ccache") else []
META = re.compile(rb"^\s*Q_(?:OBJECT|GADGET)\b", re.M)
MAIN = re.compile(rb"^(?:\w[\w\s]*\s)?main\s*\(", re.M)
# What a rewrite gets wrong is an error: a capture that nobody needs, a variable that hides another.
WARNINGS = ("-Wall", "-Wextra", "-Werror=unused-lambda-capture", "-Werror=shadow-uncaptured-local", "-Werror=unused-function",
            "-Werror=unused-variable", "-Werror=implicit-function-declaration", "-Werror=incompatible-pointer-types", "-Werror=int-conversion",
            "-Wno-deprecated-declarations", "-Wno-unused-parameter")


class DoesNotBuild(Exception):
    pass


def execute(command, directory):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", cwd=directory, timeout=600)
    if done.returncode:
        raise DoesNotBuild(done.stderr or done.stdout)


@functools.lru_cache(maxsize=None)
def moc_of(name):
    variable, module = ("libexecdir", "Qt6Core") if "qt6" in name else ("host_bins", "Qt5Core")
    return subprocess.run(["pkg-config", "--variable=" + variable, module], check=True, capture_output=True, text=True).stdout.strip() + "/moc"


def read(file):
    with open(file, "rb") as source:
        return source.read()


def moc(name, file, command, output):
    meta = [argument for argument in command if argument.startswith(("-I", "-D"))]
    execute([moc_of(name), *meta, *(["-i"] if file.endswith(expectations.SOURCES) else []), file, "-o", output], os.path.dirname(file))


def compile_unit(command, output, warnings=WARNINGS):
    """`command` is a compile database's; the object is `output`."""
    is_c = command[-1].endswith(".c")
    execute([*CCACHE, "clang-22" if is_c else "clang++-22", "-gline-tables-only", "-fPIC", *(warnings or ["-w"]), *command[1:-1], command[-1], "-o", output],
            os.path.dirname(output))


def build(read_program, commands, folder, *, warnings=WARNINGS, probe=None):
    """The linked program or shared object in `folder`; DoesNotBuild says what the compiler said."""
    os.makedirs(folder, exist_ok=True)
    objects, mocked = [], []
    for number, command in enumerate(commands):
        file = command[-1]
        if META.search(read(file)):
            made = os.path.join(folder, f"unit{number}.moc")
            moc(read_program.flags, file, command, made)
            unit = os.path.join(folder, f"unit{number}.cpp")
            with open(unit, "w", encoding="utf-8") as out:
                out.write(f'#include "{file}"\n#include "{made}"\n')
            command = [*command[:-1], unit]
        objects.append(os.path.join(folder, f"{number}.o"))
        compile_unit(command, objects[-1], warnings)
    for header in read_program.files:
        if header.endswith(expectations.HEADERS) and META.search(read(header)):
            mocked.append(os.path.join(folder, f"moc_{len(mocked)}.cpp"))
            moc(read_program.flags, header, commands[0], mocked[-1])
            objects.append(mocked[-1] + ".o")
            compile_unit([*commands[0][:-1], mocked[-1]], objects[-1], None)
    output = os.path.join(folder, "program")
    whole = any(MAIN.search(read(command[-1])) for command in commands)
    linker = "clang-22" if all(command[-1].endswith(".c") for command in commands) and not mocked else "clang++-22"
    execute([linker, *objects, *([probe] if probe else []), *([] if whole else ["-shared", "-Wl,--no-undefined"]), "-o", output,
             *flags.libraries(read_program.flags), "-pthread", *(["-fuse-ld=lld"] if shutil.which("ld.lld") else [])], folder)
    return output

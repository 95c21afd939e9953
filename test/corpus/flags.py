# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Toolkit name → compile flags, for test programs. A name may be joined from several with "+": "gtk3+gst".
# Asked of pkg-config once per process and name; a toolkit that is not installed is an error of the test, not a skip:
# a suite that silently tests less is worse than one that fails.
import functools
import shlex
import subprocess
from pathlib import Path

MODULES = {
    "plain": [],
    "glib": ["glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0"],
    "gtk2": ["gtk+-2.0", "gthread-2.0"],
    "gtk3": ["gtk+-3.0", "gthread-2.0", "gio-unix-2.0"],
    "gtk4": ["gtk4", "gio-unix-2.0"],
    "gtkmm24": ["gtkmm-2.4", "gthread-2.0"],
    "gtkmm3": ["gtkmm-3.0"],
    "gtkmm4": ["gtkmm-4.0"],
    "qt5": ["Qt5Core", "Qt5Gui", "Qt5Widgets", "Qt5Network", "Qt5Concurrent", "Qt5Sql", "Qt5PrintSupport", "Qt5Test",
            "Qt5Xml", "Qt5DBus"],
    "qt6": ["Qt6Core", "Qt6Gui", "Qt6Widgets", "Qt6Network", "Qt6Concurrent", "Qt6Sql", "Qt6PrintSupport", "Qt6Test",
            "Qt6Xml", "Qt6DBus"],
    "gst": ["gstreamer-1.0", "gstreamer-app-1.0"],
    "soup": ["libsoup-2.4"],
    "curl": ["libcurl"],
    "sqlite": ["sqlite3"],
    "usb": ["libusb-1.0"],
    "pulse": ["libpulse"],
    "portaudio": ["portaudio-2.0"],
    "avahi": ["avahi-client"],
    "concurrent": [],  # part of qt5 and qt6 already
    "svg": ["Qt5Svg"],
    "quick": ["Qt5Quick", "Qt5Qml"],
    "vte": ["vte-2.91"],
    "adwaita": ["libadwaita-1"],
    "handy": ["libhandy-1"],
    "sourceview": ["gtksourceview-4"],
    "python": ["python3"],
    "pybind": ["pybind11", "python3"],
    "multimedia": ["Qt5Multimedia", "Qt5MultimediaWidgets"],
}


def _pc(args):
    return subprocess.run(["pkg-config", *args], capture_output=True, text=True)


@functools.lru_cache(maxsize=None)
def available(name):
    """True when every part's headers are installed."""
    try:
        pkg_config(name)
        return True
    except LookupError:
        return False


@functools.lru_cache(maxsize=None)
def pkg_config(name):
    """Compile flags of "gtk3", "qt5+svg"...; LookupError names what is missing."""
    return _flags(name, "--cflags") + (["-fPIC"] if "qt5" in name or "qt6" in name else [])


@functools.lru_cache(maxsize=None)
def libraries(name):
    """What the linker needs for it."""
    return _flags(name, "--libs")


def _flags(name, kind):
    flags = []
    for part in name.split("+"):
        if part == "offmain":  # the project's own public headers
            flags += [f"-I{Path(__file__).resolve().parents[2] / 'include'}"] if kind == "--cflags" else []
            continue
        if part not in MODULES:
            raise LookupError(f"unknown FLAGS '{part}', known: {', '.join(sorted(MODULES))}")
        modules = MODULES[part]
        if not modules:
            continue
        answer = _pc([kind, *modules])
        if answer.returncode == 0:
            flags += shlex.split(answer.stdout)
        else:
            # Optional modules of a toolkit (Sql, Test...) may be missing; the toolkit itself may not.
            present = [m for m in modules if _pc(["--exists", m]).returncode == 0]
            if not present or modules[0] not in present:
                raise LookupError(f"pkg-config does not know {', '.join(m for m in modules if m not in present)}")
            flags += shlex.split(_pc([kind, *present]).stdout)
    seen, unique = set(), []
    for flag in flags:
        if flag not in seen:
            seen.add(flag)
            unique.append(flag)
    return unique


def command(file, name, std=None, extra=()):
    """The compile command (argument list) of one source file."""
    is_c = file.endswith(".c")
    default = "gnu11" if is_c else "c++20" if "gtkmm4" in name else "c++17"
    compiler = "clang" if is_c else "clang++"
    std = std if std and ("++" in std) != is_c else default
    return [compiler, f"-std={std}", "-pthread", *pkg_config(name), *extra, "-c", file]

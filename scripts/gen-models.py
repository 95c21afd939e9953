#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""models/generated/*.yaml from the installed GObject-Introspection files.

    scripts/gen-models.py [--gir DIR] [--check]

GIR states for every function its C name and for every callback parameter its scope; that is the authority for "is this
a GTK function" and "does this callback run before the call returns". What GIR does not state (thread safety, how a
GLib callback is dispatched) stands in the hand-written files, which are loaded later and win. The safe lists of
models/gtk.yaml (between `# safe:begin` and `# safe:end`) are read here, so that an exact generated name never
overrules a safe glob.

--check writes nothing and exits 1 when a file would change, 77 when the GIR files are not installed.
"""
import argparse
import fnmatch
import os
import re
import sys
import xml.etree.ElementTree as ET

CORE = "{http://www.gtk.org/introspection/core/1.0}"
C = "{http://www.gtk.org/introspection/c/1.0}"
GLIB = "{http://www.gtk.org/introspection/glib/1.0}"
CALLABLES = (CORE + "function", CORE + "method", CORE + "constructor")

GTK_DOCS = {
    "4.0": "https://docs.gtk.org/gtk4/",
    "3.0": "https://docs.gtk.org/gtk3/",
    "2.0": "https://developer-old.gnome.org/gtk2/stable/",
}
GTK_THREADS = "https://docs.gtk.org/gdk3/func.threads_init.html"

# Synchronous namesakes of an _async function that do not wait for anything outside the machine: closing, launching.
NOT_BLOCKING = [
    "g_input_stream_close", "g_output_stream_close", "g_io_stream_close", "g_file_enumerator_close",
    "gdk_pixbuf_get_file_info", "g_app_info_launch_default_for_uri", "g_app_info_launch_uris", "g_app_info_get_default_for_type",
    "g_app_info_get_default_for_uri_scheme", "g_file_new_tmp", "g_file_query_default_handler",
]


# GLib functions that keep such a callback for later.
STORED = ["g_thread_pool_new", "g_thread_pool_new_full", "g_thread_pool_set_sort_function", "g_tree_new",
          "g_tree_new_full", "g_tree_new_with_data", "g_completion_new", "g_completion_set_compare",
          "g_hash_table_new", "g_hash_table_new_full", "g_scanner_new"]

# Callback types whose very purpose is to be called before the function returns; GIR leaves their scope out at many
# functions of GLib's containers.
INLINE_TYPES = {"GLib." + t for t in (
    "Func", "HFunc", "HRFunc", "CompareFunc", "CompareDataFunc", "TraverseFunc", "NodeTraverseFunc", "NodeForeachFunc",
    "DataForeachFunc", "SequenceIterCompareFunc", "CopyFunc", "RegexEvalCallback")}


class Function:
    def __init__(self, name, callbacks):
        self.name = name
        self.callbacks = callbacks  # (arg, scope, data or None, destroy or None)


def callback_types(roots):
    """Qualified names of all callback types, and aliases without namespace for each root."""
    names = set()
    for root in roots:
        for space in root.findall(CORE + "namespace"):
            for callback in space.findall(CORE + "callback"):
                names.add(space.get("name") + "." + callback.get("name"))
    return names


def read_callable(node, space, callbacks_known):
    parameters = node.find(CORE + "parameters")
    callbacks = []
    if parameters is None:
        return callbacks
    shift = 1 if parameters.find(CORE + "instance-parameter") is not None else 0
    for index, parameter in enumerate(parameters.findall(CORE + "parameter")):
        if parameter.get("direction", "in") != "in":
            continue
        kind = parameter.find(CORE + "type")
        if kind is None or not kind.get("name"):
            continue
        name = kind.get("name")
        if "." not in name:
            name = space + "." + name
        if name not in callbacks_known or name.endswith(("DestroyNotify", "ClosureNotify")):
            continue
        number = lambda key: int(parameter.get(key)) + shift if parameter.get(key) else None
        scope = parameter.get("scope", "call" if name in INLINE_TYPES else "")
        callbacks.append((index + shift, scope, number("closure"), number("destroy")))
    return callbacks


def read_functions(root, callbacks_known):
    functions = {}
    for space in root.findall(CORE + "namespace"):
        for node in space.iter():
            if node.tag in CALLABLES and node.get(C + "identifier"):
                name = node.get(C + "identifier")
                functions[name] = Function(name, read_callable(node, space.get("name"), callbacks_known))
    return functions


def read_widgets(roots):
    """C names of all classes that derive from GtkWidget."""
    parents, names = {}, {}
    for root in roots:
        for space in root.findall(CORE + "namespace"):
            for node in space.findall(CORE + "class"):
                own = space.get("name") + "." + node.get("name")
                parent = node.get("parent", "")
                parents[own] = parent if "." in parent or not parent else space.get("name") + "." + parent
                names[own] = node.get(C + "type") or node.get(GLIB + "type-name")
    widgets = set()
    for own, name in names.items():
        at = own
        while at and at != "Gtk.Widget":
            at = parents.get(at)
        if at and name:
            widgets.add(name)
    return widgets


def wrapped(names, indent):
    lines, line = [], ""
    for name in names:
        if line and len(indent) + len(line) + len(name) + 2 > 118:
            lines.append(indent + line.rstrip())
            line = ""
        line += name + ", "
    lines.append(indent + line.rstrip().rstrip(","))
    return "\n".join(lines)


def entry(names, lines):
    text = "  - names: [\n" + wrapped(sorted(names), "      ") + "]\n"
    return text + "".join("    " + line + "\n" for line in lines)


def callback_text(callback, runs):
    arg, _, data, destroy = callback
    text = "{arg: %d, runs: %s" % (arg, runs)
    if data is not None and data != arg:
        text += ", data: %d" % data
    if destroy is not None:
        text += ", destroy: %d" % destroy
    return text + "}"


def callback_entries(functions, runs_of, extra=()):
    """One entry for each set of equal callbacks."""
    groups = {}
    for function in functions:
        texts = [callback_text(c, runs_of(c)) for c in function.callbacks if runs_of(c)]
        if texts:
            groups.setdefault(tuple(texts), []).append(function.name)
    out = []
    for texts, names in sorted(groups.items()):
        out.append(entry(names, ["callbacks: [" + ", ".join(texts) + "]"] + list(extra)))
    return "".join(out)


def header(library, toolkit, girs, source):
    return ("# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception\n"
            "#\n# Generated by scripts/gen-models.py from %s. Do not edit.\n"
            "library: %s\ntoolkit: %s\nsource: %s\nfunctions:\n" % (", ".join(girs), library, toolkit, source))


def safe_globs(path):
    """The names between `# safe:begin` and `# safe:end`."""
    inside, globs = False, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() in ("# safe:begin", "# safe:end"):
                inside = line.strip() == "# safe:begin"
            elif inside and re.match(r"\s*(- )?names?:|\s*[\"'a-z_*]", line):
                line = re.sub(r"^\s*(- )?names?:", "", line.split("#")[0])
                if not re.match(r"\s*[a-z-]+:", line):
                    globs += re.findall(r"g[dt]k_[A-Za-z0-9_*]+|\*_[a-z_]+", line)
    return globs


def generate_glib(load):
    functions = {}
    for gir in ("GLib-2.0", "GObject-2.0"):
        functions.update(load(gir))
    for name in STORED:
        functions.pop(name, None)
    runs = lambda c: "inline" if c[1] == "call" else None
    return (header("glib", "none", ["GLib-2.0.gir", "GObject-2.0.gir"], "https://docs.gtk.org/glib/") +
            callback_entries([functions[n] for n in sorted(functions)], runs))


def generate_gio(load):
    functions = dict(load("Gio-2.0"))
    functions.update(load("GdkPixbuf-2.0"))
    text = header("gio", "none", ["Gio-2.0.gir", "GdkPixbuf-2.0.gir"], "https://docs.gtk.org/gio/")
    for name in sorted(functions):
        if name in NOT_BLOCKING or name.endswith(("_finish", "_async")):
            continue
        other = name + "_async"
        if name.endswith("_sync") and name[:-5] in functions:
            other = name[:-5]
        if other not in functions or other == name:
            continue
        if not any(c[1] == "async" for c in functions[other].callbacks):
            continue
        finish = other.removesuffix("_async") + "_finish"
        text += "  - {name: %s, blocks: unbounded, async: %s%s}\n" % (name, other, ", finish: " + finish if finish in functions else "")
    runs = lambda c: {"call": "inline", "async": "main"}.get(c[1])
    return text + callback_entries([functions[n] for n in sorted(functions)], runs)


def generate_gtk(load, roots, safe):
    chosen = {}  # name -> (version, Function); the newest version that has it speaks
    girs = []
    for version in ("2.0", "3.0", "4.0"):
        for space in ("Gdk", "GdkX11", "Gtk"):
            girs.append("%s-%s.gir" % (space, version))
            for name, function in load("%s-%s" % (space, version)).items():
                if name.startswith(("gtk_", "gdk_")) and not any(fnmatch.fnmatchcase(name, g) for g in safe):
                    chosen[name] = (version, function)
    text = header("gtk", "gtk", girs, GTK_THREADS)
    for version in ("2.0", "3.0", "4.0"):
        names = [n for n, (v, _) in chosen.items() if v == version]
        text += entry(names, ["runs-on: main", "source: " + GTK_DOCS[version]])
    # GTK calls back from the thread that called it, which has to be main, or later from the main loop.
    runs = lambda c: "inline" if c[1] == "call" else "main"
    text += callback_entries([chosen[n][1] for n in sorted(chosen)], runs)
    widgets = set()
    for version in ("2.0", "3.0", "4.0"):
        widgets |= read_widgets([roots["Gtk-" + version]])
    return text + "classes:\n" + entry(widgets, ["heirs: true", "affinity: gui"])


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gir", default="/usr/share/gir-1.0", help="directory of the .gir files")
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 when something would change")
    options = parser.parse_args()

    wanted = ["GLib-2.0", "GObject-2.0", "Gio-2.0", "GdkPixbuf-2.0"]
    wanted += ["%s-%s" % (s, v) for v in ("2.0", "3.0", "4.0") for s in ("Gdk", "GdkX11", "Gtk")]
    missing = [w for w in wanted if not os.path.exists(os.path.join(options.gir, w + ".gir"))]
    if missing:
        print("gen-models: not installed: " + ", ".join(m + ".gir" for m in missing), file=sys.stderr)
        return 77
    roots = {w: ET.parse(os.path.join(options.gir, w + ".gir")).getroot() for w in wanted}
    known = callback_types(roots.values())
    load = lambda gir: read_functions(roots[gir], known)

    safe = safe_globs(os.path.join(here, "models", "gtk.yaml"))
    files = {"glib.yaml": generate_glib(load), "gio.yaml": generate_gio(load), "gtk.yaml": generate_gtk(load, roots, safe)}
    stale = 0
    for name, text in files.items():
        path = os.path.join(here, "models", "generated", name)
        old = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
        if old == text:
            continue
        stale = 1
        if options.check:
            print("gen-models: models/generated/%s is not what the GIR files say; run scripts/gen-models.py" % name,
                  file=sys.stderr)
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    return stale if options.check else 0


if __name__ == "__main__":
    sys.exit(main())

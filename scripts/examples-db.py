# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Compile databases of the examples that the toolkits' own authors wrote, as Debian installs them:
#
#   kit      package              from                                           programs
#   qt5      qtbase5-examples     <libdir>/qt5/examples, a .pro file a program   qmake and make for moc, uic, D-Bus glue
#   gtk3     gtk-3-examples       its documentation's examples/, and the sources of the demo programs, which they carry
#                                 as resources to show them                      gresource
#   gtkmm3   libgtkmm-3.0-doc     libgtkmm-3.0-dev/examples                      one program
#
#   examples-db.py --work DIR --kit KIT
#     →  DIR/KIT.list             "name <tab> directory of its compile_commands.json <tab> units", a program a line
#        DIR/KIT/all/compile_commands.json   all units that parse at once: for measuring only. They are many programs
#                                            with a main each.
#
# Sources are copied to DIR/KIT/src first: in their place under /usr they would look like system files. Rejected: reading .pro
# files ourselves; qmake is what knows them.
import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

# The package does not install a header of these: they are analyzed in part, and are nothing to measure with.
INCOMPLETE = ("vulkan/hellovulkantriangle", "vulkan/hellovulkanwidget")

GENERATED_BY_QMAKE = ("moc_header", "moc_source", "uic", "dbus_interface_header", "dbus_interface_source",
                      "dbus_adaptor_header", "dbus_adaptor_source", "moc_predefs")


def installed(package, pattern):
    """Files of a Debian package whose path matches."""
    done = subprocess.run(["dpkg", "-L", package], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{package} is not installed")
    return [line for line in done.stdout.splitlines() if re.search(pattern, line)]


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def write_database(directory, entries):
    os.makedirs(directory, exist_ok=True)
    with open(os.path.join(directory, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(sorted(entries, key=lambda e: e["file"]), out, indent=1)


def write_list(work, kit, programs):
    """programs: [(name, directory, entries)]"""
    programs = sorted(p for p in programs if p[2])
    for name, directory, entries in programs:
        write_database(directory, entries)
    write_database(os.path.join(work, kit, "all"), [e for p in programs if p[0] not in INCOMPLETE for e in p[2]])
    with open(os.path.join(work, f"{kit}.list"), "w", encoding="utf-8") as out:
        for name, directory, entries in programs:
            out.write(f"{name}\t{directory}\t{len(entries)}\n")
    print(f"{kit}: {len(programs)} programs, {sum(len(p[2]) for p in programs)} units", file=sys.stderr)


def pkg_config(*modules):
    done = subprocess.run(["pkg-config", "--cflags", *modules], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return shlex.split(done.stdout)


# --- Qt ---------------------------------------------------------------------------------------------------------------------


def makefile_variables(path):
    text = read(path).replace("\\\n", " ")
    variables = {}
    for match in re.finditer(r"^([A-Z_]+)\s*=[ \t]*(.*)$", text, re.M):
        variables.setdefault(match.group(1), re.sub(r"\$\((\w+)\)", lambda m: variables.get(m.group(1), ""), match.group(2)))
    targets = re.findall(r"^compiler_(\w+)_make_all:", text, re.M)
    return variables, targets


def qt_program(project, source_root, build_root, with_moc):
    """Runs qmake and the generators; (name, directory, entries) or the reason why not."""
    name = os.path.relpath(project, source_root)[:-len(".pro")]
    short = os.path.dirname(name) if os.path.basename(os.path.dirname(name)) == os.path.basename(name) else name
    build = os.path.join(build_root, short)
    os.makedirs(build, exist_ok=True)
    done = subprocess.run([QMAKE, project, "-o", "Makefile"], cwd=build, capture_output=True, text=True)
    if done.returncode or not os.path.exists(os.path.join(build, "Makefile")):
        return short, done.stderr.strip().splitlines()[-1:] or ["qmake failed"]
    variables, targets = makefile_variables(os.path.join(build, "Makefile"))
    if "SOURCES" not in variables or "INCPATH" not in variables:
        return short, []  # a project of sub-directories
    wanted = [f"compiler_{t}_make_all" for t in targets if t in GENERATED_BY_QMAKE]
    make = subprocess.run(["make", "-k", *wanted], cwd=build, capture_output=True, text=True)
    entries = []
    for source in shlex.split(variables["SOURCES"]):
        path = os.path.normpath(os.path.join(build, source))
        base = os.path.basename(path)
        if base.startswith("qrc_") or not os.path.exists(path) or (base.startswith("moc_") and not with_moc):
            continue
        is_c = base.endswith(".c")
        flags = shlex.split(variables.get("CFLAGS" if is_c else "CXXFLAGS", ""))
        entries.append({"directory": build, "file": path,
                        "arguments": ["gcc" if is_c else "g++", *flags, *shlex.split(variables["INCPATH"]), "-c", path]})
    return short, (build, entries, make.stderr if make.returncode else "")


QMAKE = next((q for q in ("/usr/lib/qt5/bin/qmake", shutil.which("qmake") or "") if q and os.path.exists(q)), "qmake")


def qt5(work, options):
    roots = installed("qtbase5-examples", r"/qt5/examples$")
    if not roots:
        sys.exit("qtbase5-examples has no examples directory")
    source, build = os.path.join(work, "qt5", "src"), os.path.join(work, "qt5", "build")
    shutil.rmtree(source, ignore_errors=True)
    shutil.rmtree(build, ignore_errors=True)
    shutil.copytree(roots[0], source, symlinks=False)
    projects = sorted(os.path.join(b, n) for b, _, names in os.walk(source) for n in names if n.endswith(".pro"))
    projects = [p for p in projects if not re.search(r"^\s*TEMPLATE\s*=\s*\\?\s*subdirs", read(p), re.M)]
    programs = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for short, made in pool.map(lambda p: qt_program(p, source, build, options.moc), projects):
            if isinstance(made, list):
                for reason in made:
                    print(f"qt5: {short} left out: {reason}", file=sys.stderr)
                continue
            directory, entries, trouble = made
            if trouble:
                print(f"qt5: {short}: a generator failed: {trouble.strip().splitlines()[0]}", file=sys.stderr)
            programs.append((short, directory, entries))
    write_list(work, "qt5", programs)


# --- GTK ----------------------------------------------------------------------------------------------------------------------

# The demo's own main() is not among the sources it carries: this one starts each part from a handler, as the demo does.
DEMO_MAIN = """#include <gtk/gtk.h>
%(declare)s
static void run_demo(GtkTreeView *view, GtkTreePath *path, GtkTreeViewColumn *column, gpointer window) {
  switch (gtk_tree_path_get_indices(path)[0]) {
%(cases)s
  }
}
int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *view = gtk_tree_view_new();
  g_signal_connect(view, "row-activated", G_CALLBACK(run_demo), window);
  gtk_container_add(GTK_CONTAINER(window), view);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
"""


def carried_sources(binary, target):
    """Writes the C sources a demo program holds as resources to `target`; their paths."""
    listed = subprocess.run(["gresource", "list", binary], capture_output=True, text=True).stdout.split()
    written = []
    for resource in listed:
        if not re.search(r"\.[ch]$", resource):
            continue
        path = os.path.join(target, os.path.basename(resource))
        if os.path.exists(path) and path in written:
            continue
        text = subprocess.run(["gresource", "extract", binary, resource], capture_output=True).stdout
        os.makedirs(target, exist_ok=True)
        with open(path, "wb") as out:
            out.write(text)
        written.append(path)
    return written


def gtk3_entry(path, directory, flags):
    return {"directory": directory, "file": path,
            "arguments": ["gcc", "-std=gnu11", *flags, f"-I{os.path.dirname(path)}", f"-I{directory}", "-c", path]}


def generate_resources(source, build):
    """resources.c/.h and the like that the application examples' units include or link."""
    for name in sorted(os.listdir(source)):
        if name.endswith(".gresource.xml"):
            stem = name[:-len(".gresource.xml")]
            subprocess.run(["glib-compile-resources", name, "--generate-header", "--sourcedir=.",
                            f"--target={build}/resources.h"], cwd=source, capture_output=True)
            shutil.copy(os.path.join(build, "resources.h"), os.path.join(build, f"{stem}-resources.h"))


def gtk3(work, options):
    source, build = os.path.join(work, "gtk3", "src"), os.path.join(work, "gtk3", "build")
    shutil.rmtree(source, ignore_errors=True)
    shutil.rmtree(build, ignore_errors=True)
    roots = installed("gtk-3-examples", r"/gtk-3-examples/examples$")
    shutil.copytree(roots[0], source)
    for packed in [os.path.join(b, n) for b, _, names in os.walk(source) for n in names if n.endswith(".gz")]:
        subprocess.run(["gunzip", packed], check=True)
    flags = pkg_config("gtk+-3.0", "gtk+-unix-print-3.0", "gmodule-2.0")
    programs = []
    for base, _, names in os.walk(source):
        units = [os.path.join(base, n) for n in sorted(names) if n.endswith(".c")]
        name = os.path.relpath(base, source)
        with_main = [u for u in units if re.search(r"\bmain\s*\(", read(u))]
        if len(with_main) <= 1:
            groups = [(name, units)]
        else:  # a folder of single-file programs
            groups = [(os.path.normpath(os.path.join(name, os.path.basename(u)[:-2])), [u]) for u in units]
        for program, members in groups:
            directory = os.path.join(build, program)
            os.makedirs(directory, exist_ok=True)
            if name != ".":
                generate_resources(base, directory)
            programs.append((program, directory, [gtk3_entry(u, directory, flags) for u in members]))

    carried = os.path.join(source, "gtk3-demo")
    written = [p for b in installed("gtk-3-examples", r"^/usr/bin/.") for p in carried_sources(b, carried)]
    units = sorted(set(p for p in written if p.endswith(".c")))
    # Of GTK's own build: what is used of them.
    own = os.path.join(build, "gtk-own")
    os.makedirs(os.path.join(own, "gtk"))
    for name, text in (("config.h", '#define PACKAGE_VERSION "3.24"\n'), ("gtk/fallback-c89.c", "")):
        with open(os.path.join(own, name), "w", encoding="utf-8") as out:
            out.write(text)
    demo_flags = [*flags, f"-I{own}"]
    # The application demo is shown twice, once as a part of the other: one main is enough.
    own_main = [u for u in units if re.search(r"^main\s*\(", read(u), re.M)]
    parts = sorted(set(name for u in units for name in re.findall(r"^(do_\w+)\s*\(GtkWidget \*\w+\)",
                                                                  read(u), re.M)))
    main = os.path.join(carried, "offmain-demo-main.c")
    with open(main, "w", encoding="utf-8") as out:
        out.write(DEMO_MAIN % {"declare": "\n".join(f"GtkWidget *{p}(GtkWidget *do_widget);" for p in parts),
                               "cases": "\n".join(f"  case {i}: {p}(window); break;" for i, p in enumerate(parts))})
    directory = os.path.join(build, "gtk3-demo")
    os.makedirs(directory, exist_ok=True)
    members = [main] + [u for u in units if u not in own_main]
    programs.append(("gtk3-demo", directory, [gtk3_entry(u, directory, demo_flags) for u in members]))
    for unit in own_main:
        name = "gtk3-demo-" + os.path.basename(unit)[:-2]
        programs.append((name, os.path.join(build, name), [gtk3_entry(unit, os.path.join(build, name), demo_flags)]))
        os.makedirs(os.path.join(build, name), exist_ok=True)
    write_list(work, "gtk3", programs)


def gtkmm3(work, options):
    source, build = os.path.join(work, "gtkmm3", "src"), os.path.join(work, "gtkmm3", "build")
    shutil.rmtree(source, ignore_errors=True)
    roots = installed("libgtkmm-3.0-doc", r"/libgtkmm-3.0-dev/examples$")
    shutil.copytree(roots[0], source)
    flags = pkg_config("gtkmm-3.0", "epoxy") if subprocess.run(["pkg-config", "--exists", "epoxy"]).returncode == 0 \
        else pkg_config("gtkmm-3.0")
    programs = []
    for base, _, names in os.walk(source):
        units = [os.path.join(base, n) for n in sorted(names) if n.endswith((".cc", ".cpp"))]
        directory = os.path.join(build, os.path.relpath(base, source))
        os.makedirs(directory, exist_ok=True)
        programs.append((os.path.relpath(base, source), directory,
                         [{"directory": directory, "file": u,
                           "arguments": ["g++", "-std=c++17", *flags, f"-I{base}", "-c", u]} for u in units]))
    write_list(work, "gtkmm3", programs)


def main():
    parser = argparse.ArgumentParser(description="compile databases of the toolkits' own examples")
    parser.add_argument("--work", required=True)
    parser.add_argument("--kit", choices=["qt5", "gtk3", "gtkmm3"], action="append")
    parser.add_argument("--moc", action="store_true", help="also moc's own output as units")
    parser.add_argument("-j", type=int, default=os.cpu_count() or 1, dest="jobs")
    options = parser.parse_args()
    work = os.path.abspath(options.work)
    os.makedirs(work, exist_ok=True)
    for kit in options.kit or ["qt5", "gtk3", "gtkmm3"]:
        {"qt5": qt5, "gtk3": gtk3, "gtkmm3": gtkmm3}[kit](work, options)


if __name__ == "__main__":
    main()

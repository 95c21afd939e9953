# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Configures the programs under examples/ so that each has a compile_commands.json that parses:
#
#   configure-examples.py --build build/examples [--all] [NAME...]   →  build/examples/<name>/compile_commands.json
#
# CMake or Meson, as the example has it; of the build only what the units include is made (Qt's moc), with --all everything.
import argparse
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "examples")


def names():
    return sorted(n for n in os.listdir(ROOT) if os.path.isdir(os.path.join(ROOT, n)))


def configure(name, build, everything=False):
    source, target = os.path.join(ROOT, name), os.path.join(build, name)
    if os.path.exists(os.path.join(source, "meson.build")):
        if not os.path.exists(os.path.join(target, "build.ninja")):
            run(["meson", "setup", target, source])
        if everything:
            run(["ninja", "-C", target])
        return
    run(["cmake", "-S", source, "-B", target, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug"])
    if everything:
        run(["cmake", "--build", target])
    elif "AUTOMOC" in open(os.path.join(source, "CMakeLists.txt"), encoding="utf-8").read():
        run(["cmake", "--build", target, "--target", f"{name}_autogen"])


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}")


def main():
    parser = argparse.ArgumentParser(description="configures the bundled examples")
    parser.add_argument("--build", required=True)
    parser.add_argument("--all", action="store_true", help="also build the programs")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    build = os.path.abspath(options.build)
    os.makedirs(build, exist_ok=True)
    for name in options.names or names():
        configure(name, build, options.all)


if __name__ == "__main__":
    main()

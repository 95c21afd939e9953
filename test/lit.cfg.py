# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# lit configuration of test/driver and test/phases: RUN lines in *.test, *.c and *.cpp, FileCheck for the output.
#
#   %offmain      the tool                       %S %s %t       as everywhere in lit
#   %gtk3 %gtk4 %gtk2 %gtkmm3 %qt5 %qt6          compile flags of a toolkit (pkg-config)
#   %mkdb DIR FLAGS -- FILES                     writes DIR/compile_commands.json
#   %sarif        reads SARIF on stdin, prints "rule file:line" a line, sorted
import os
import sys

import lit.formats

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "corpus"))
import flags as toolkit_flags

config.name = "offmain"
config.test_format = lit.formats.ShTest(execute_external=True)
config.suffixes = [".test", ".c", ".cpp"]
config.excludes = ["Inputs", "inputs"]
config.test_source_root = here

build = lit_config.params.get("build", os.path.join(os.path.dirname(here), "build"))
tool = lit_config.params.get("tool", os.path.join(build, "bin", "offmain"))
llvm = lit_config.params.get("llvm", "/usr/lib/llvm-22/bin")
config.test_exec_root = os.path.join(build, "lit")

config.environment["PATH"] = os.pathsep.join([os.path.dirname(tool), llvm, os.environ.get("PATH", "")])
config.environment["XDG_CACHE_HOME"] = os.path.join(build, "lit-cache")
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["OFFMAIN"] = tool
config.environment["OFFMAIN_BUILD"] = build

python = sys.executable
config.substitutions.append(("%offmain", tool))
config.substitutions.append(("%mkdb", f"{python} -B {here}/corpus/mkdb.py"))
config.substitutions.append(("%sarif", f"{python} -B {here}/corpus/sarif.py"))
config.substitutions.append(("%python", python))
for name in ("gtkmm24", "gtkmm3", "gtkmm4", "gtk2", "gtk3", "gtk4", "qt5", "qt6"):
    if toolkit_flags.available(name):
        config.substitutions.append((f"%{name}", " ".join(toolkit_flags.pkg_config(name))))
        config.available_features.add(name)

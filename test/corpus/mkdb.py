# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# mkdb.py DIR [FLAG...] -- FILE...: writes DIR/compile_commands.json for lit tests. -std is chosen by the suffix unless given.
import json
import os
import sys


def main(argv):
    target, rest = argv[0], argv[1:]
    cut = rest.index("--")
    flags, files = rest[:cut], rest[cut + 1:]
    os.makedirs(target, exist_ok=True)
    entries = []
    for file in files:
        file = os.path.abspath(file)
        compiler = "clang" if file.endswith(".c") else "clang++"
        std = [] if any(f.startswith("-std=") for f in flags) else ["-std=gnu11" if file.endswith(".c") else "-std=c++17"]
        entries.append({"directory": os.path.dirname(file), "file": file,
                        "arguments": [compiler, *std, *flags, "-c", file]})
    with open(os.path.join(target, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(entries, out, indent=1)


main(sys.argv[1:])

# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# SARIF as the tests see it. As a program: SARIF on stdin (or the file given), one "rule file:line" a line on stdout, sorted.
import dataclasses
import json
import os
import sys
import urllib.parse


@dataclasses.dataclass(frozen=True)
class Result:
    rule: str
    file: str
    line: int
    confidence: str  # "high" | "medium" | "low"
    level: str
    message: str
    functions: tuple  # qualified names along the witness, then the one the finding stands in

    def __str__(self):
        return f"{self.rule} {self.file}:{self.line}"


def _bases(run):
    return {key: value.get("uri", "") for key, value in run.get("originalUriBaseIds", {}).items()}


def _path(artifact, bases, root):
    uri = artifact.get("uri", "")
    base = bases.get(artifact.get("uriBaseId", ""), "")
    if base and "://" not in uri and not uri.startswith("/"):
        uri = base.rstrip("/") + "/" + uri
    if uri.startswith("file://"):
        uri = urllib.parse.urlparse(uri).path
    path = urllib.parse.unquote(uri)
    return os.path.normpath(path if os.path.isabs(path) else os.path.join(root, path))


def _names(location):
    for logical in location.get("logicalLocations", []):
        name = logical.get("fullyQualifiedName") or logical.get("name")
        if name:
            yield name


def results(text, root="."):
    """All results of a SARIF text, suppressed ones left out; relative URIs are taken from `root`."""
    found = []
    for run in json.loads(text).get("runs", []):
        bases = _bases(run)
        for result in run.get("results", []):
            if result.get("suppressions"):
                continue
            location = (result.get("locations") or [{}])[0]
            physical = location.get("physicalLocation", {})
            functions = []
            for flow in result.get("codeFlows", []):
                for thread in flow.get("threadFlows", []):
                    for step in thread.get("locations", []):
                        functions += _names(step.get("location", {}))
            functions += _names(location)
            found.append(Result(rule=result.get("ruleId", ""),
                                file=_path(physical.get("artifactLocation", {}), bases, root),
                                line=physical.get("region", {}).get("startLine", 0),
                                confidence=result.get("properties", {}).get("confidence", "high"),
                                level=result.get("level", "warning"),
                                message=result.get("message", {}).get("text", ""),
                                functions=tuple(functions)))
    return found


def incomplete(text, root="."):
    """(level, file, reason) of the units that were not analyzed ("error") or only in part ("warning")."""
    for run in json.loads(text).get("runs", []):
        bases = _bases(run)
        for invocation in run.get("invocations", []):
            for note in invocation.get("toolExecutionNotifications", []):
                location = (note.get("locations") or [{}])[0].get("physicalLocation", {})
                yield (note.get("level", "warning"), _path(location.get("artifactLocation", {}), bases, root),
                       note.get("message", {}).get("text", ""))


def troubles(text):
    """Messages of units that could not be analyzed whole: a test program has none."""
    return [reason for _, _, reason in incomplete(text)]


def main():
    text = open(sys.argv[1], encoding="utf-8").read() if len(sys.argv) > 1 else sys.stdin.read()
    for line in sorted(f"{r.rule} {os.path.basename(r.file)}:{r.line}" for r in results(text)):
        print(line)


if __name__ == "__main__":
    main()

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which Python functions stand on a stack. Only the interpreter's public C API is used (since Python 3.9:
// https://docs.python.org/3/c-api/frame.html), found by name in the process: the reporter is linked to no Python.
#ifndef OFFMAIN_RUNTIME_REPORTER_PYTHON_H
#define OFFMAIN_RUNTIME_REPORTER_PYTHON_H

#include <stdint.h>

namespace offmain::rt {

struct PythonFrame {
  char Function[96];
  char File[232];
  uint32_t Line;
};

struct PythonStack {
  unsigned Count = 0;
  PythonFrame Frames[12]; ///< innermost first
  /// What tells the program's line apart: the innermost one that is neither the binding's nor, if there is a better
  /// one, the standard library's; 0 if there is none.
  uint64_t line() const;
};

/// The Python frames of the calling thread; none if the process runs no Python, or this thread none. Takes the GIL.
void pythonStack(PythonStack &Into);

/// The calling thread as Python knows it; null if it does not. For pythonStackOf().
void *pythonThread();
/// Asks for the Python frames of another thread, which goes on running meanwhile. Who answers waits for the GIL: native
/// code of the program may hold it for long. False if there is no Python, or an older question is still waiting.
bool askPython(void *Thread);
/// Waits for the answer, for so long at most. False if there is none yet.
bool pythonAnswer(PythonStack &Into, unsigned Ms);

} // namespace offmain::rt

#endif

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Python.h"
#include "runtime/Owner.h"
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

namespace offmain::rt {

namespace {

/// Python's types, as far as pointers to them go.
struct PyObject;
struct PyThreadState;
struct PyFrameObject;
struct PyCodeObject;

struct Api {
  int (*IsInitialized)();
  int (*GILStateEnsure)();
  void (*GILStateRelease)(int);
  PyThreadState *(*ThisThreadState)();
  PyThreadState *(*ThreadStateGet)();
  PyFrameObject *(*ThreadStateGetFrame)(PyThreadState *);
  PyCodeObject *(*FrameGetCode)(PyFrameObject *);
  PyFrameObject *(*FrameGetBack)(PyFrameObject *);
  int (*FrameGetLineNumber)(PyFrameObject *);
  PyObject *(*GetAttrString)(PyObject *, const char *);
  const char *(*AsUtf8)(PyObject *);
  void (*DecRef)(PyObject *);
  void (*ErrFetch)(PyObject **, PyObject **, PyObject **);
  void (*ErrRestore)(PyObject *, PyObject *, PyObject *);
  bool Whole = false;
};

template <class T> bool find(T &Into, const char *Name) {
  Into = reinterpret_cast<T>(dlsym(RTLD_DEFAULT, Name));
  return Into != nullptr;
}

const Api &api() {
  static Api A;
  static bool Looked = false;
  if (Looked)
    return A;
  if (!dlsym(RTLD_DEFAULT, "Py_IsInitialized"))
    return A; // may be loaded later
  A.Whole = find(A.IsInitialized, "Py_IsInitialized") && find(A.GILStateEnsure, "PyGILState_Ensure") &&
            find(A.GILStateRelease, "PyGILState_Release") && find(A.ThisThreadState, "PyGILState_GetThisThreadState") &&
            find(A.ThreadStateGet, "PyThreadState_Get") && find(A.ThreadStateGetFrame, "PyThreadState_GetFrame") &&
            find(A.FrameGetCode, "PyFrame_GetCode") && find(A.FrameGetBack, "PyFrame_GetBack") &&
            find(A.FrameGetLineNumber, "PyFrame_GetLineNumber") && find(A.GetAttrString, "PyObject_GetAttrString") &&
            find(A.AsUtf8, "PyUnicode_AsUTF8") && find(A.DecRef, "Py_DecRef") && find(A.ErrFetch, "PyErr_Fetch") &&
            find(A.ErrRestore, "PyErr_Restore");
  Looked = true;
  return A;
}

void copyAttribute(const Api &A, PyCodeObject *Of, const char *Name, char *Into, size_t Size) {
  Into[0] = 0;
  PyObject *Value = A.GetAttrString(reinterpret_cast<PyObject *>(Of), Name);
  if (!Value)
    return;
  if (const char *Text = A.AsUtf8(Value))
    snprintf(Into, Size, "%s", Text);
  A.DecRef(Value);
}

/// With the GIL held.
void frames(const Api &A, PyThreadState *Of, PythonStack &Into) {
  PyObject *Type, *Value, *Trace;
  A.ErrFetch(&Type, &Value, &Trace);
  PyFrameObject *F = Of ? A.ThreadStateGetFrame(Of) : nullptr;
  while (F) {
    if (Into.Count < sizeof(Into.Frames) / sizeof(*Into.Frames)) {
      PythonFrame &To = Into.Frames[Into.Count++];
      To.Line = static_cast<uint32_t>(A.FrameGetLineNumber(F));
      PyCodeObject *Code = A.FrameGetCode(F);
      copyAttribute(A, Code, "co_name", To.Function, sizeof(To.Function));
      copyAttribute(A, Code, "co_filename", To.File, sizeof(To.File));
      A.DecRef(reinterpret_cast<PyObject *>(Code));
    }
    PyFrameObject *Back = A.FrameGetBack(F);
    A.DecRef(reinterpret_cast<PyObject *>(F));
    F = Back;
  }
  A.ErrRestore(Type, Value, Trace);
}

} // namespace

uint64_t PythonStack::line() const {
  const PythonFrame *Best = nullptr;
  for (unsigned I = 0; I < Count; ++I) {
    const PythonFrame &F = Frames[I];
    if (inBinding(F.File) || (Best && inPythonLibrary(F.File)))
      continue;
    Best = &F;
    if (!inPythonLibrary(F.File))
      break;
  }
  uint64_t Line = Best ? Best->Line : 0;
  for (const char *C = Best ? Best->File : ""; *C; ++C)
    Line = Line * 31 + static_cast<unsigned char>(*C);
  return Line;
}

void pythonStack(PythonStack &Into) {
  const Api &A = api();
  // A thread that never ran Python has no state, and must not get one here.
  if (!A.Whole || !A.IsInitialized() || !A.ThisThreadState())
    return;
  int State = A.GILStateEnsure();
  frames(A, A.ThreadStateGet(), Into);
  A.GILStateRelease(State);
}

void *pythonThread() {
  const Api &A = api();
  return A.Whole && A.IsInitialized() ? A.ThisThreadState() : nullptr;
}

namespace {

sem_t Asked, Answered;
void *AskedOf;
PythonStack Answer;
enum { NotStarted, Idle, Waiting } Answering = NotStarted; ///< the watchdog's: nobody else asks

void *answer(void *) {
  pthread_setname_np(pthread_self(), "offmain-python");
  while (true) {
    while (sem_wait(&Asked) != 0)
      ;
    const Api &A = api();
    Answer.Count = 0;
    int State = A.GILStateEnsure();
    frames(A, static_cast<PyThreadState *>(AskedOf), Answer);
    A.GILStateRelease(State);
    sem_post(&Answered);
  }
  return nullptr;
}

} // namespace

bool askPython(void *Thread) {
  const Api &A = api();
  if (!A.Whole || !Thread || !A.IsInitialized())
    return false;
  if (Answering == Waiting && sem_trywait(&Answered) != 0)
    return false;
  if (Answering == NotStarted) {
    pthread_t Who;
    if (sem_init(&Asked, 0, 0) != 0 || sem_init(&Answered, 0, 0) != 0 ||
        pthread_create(&Who, nullptr, answer, nullptr) != 0)
      return false;
    pthread_detach(Who);
  }
  Answering = Waiting;
  AskedOf = Thread;
  sem_post(&Asked);
  return true;
}

bool pythonAnswer(PythonStack &Into, unsigned Ms) {
  if (Answering != Waiting)
    return false;
  timespec Until;
  clock_gettime(CLOCK_REALTIME, &Until);
  Until.tv_nsec += long(Ms % 1000) * 1000000;
  Until.tv_sec += Ms / 1000 + Until.tv_nsec / 1000000000;
  Until.tv_nsec %= 1000000000;
  while (sem_timedwait(&Answered, &Until) != 0)
    if (errno != EINTR)
      return false;
  Answering = Idle;
  Into = Answer;
  return true;
}

} // namespace offmain::rt

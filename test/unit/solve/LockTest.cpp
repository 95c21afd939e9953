// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Solved.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace offmain;

namespace {

/// How `f` can be left: "+1 0 =" says with the lock taken, as before, and as before after a balanced pair.
std::string exitsOf(const std::string &Body, const std::string &Before = "") {
  Solved S({std::string(Posix) + Before + "int f(int a, int b) {" + Body + "}\n"}, "c");
  std::vector<std::string> Out;
  for (const LockExit &E : S.S->impl().G->exits(S.function("f")))
    Out.push_back(E.Depth ? (E.Depth > 0 ? "+" : "") + std::to_string(E.Depth) : E.Balanced ? "=" : "0");
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return llvm::join(Out, " ");
}

const std::string Enter = "gdk_threads_enter();", Leave = "gdk_threads_leave();";

} // namespace

TEST(Lock, BalancedFunctionsHaveNoExits) {
  EXPECT_EQ(exitsOf("return a;"), "");
  EXPECT_EQ(exitsOf(Enter + "touch();" + Leave + "return 0;"), "");
  EXPECT_EQ(exitsOf(Leave + "touch();" + Enter + "return 0;"), "");
}

TEST(Lock, EarlyReturn) { EXPECT_EQ(exitsOf(Enter + "if (a) return 1; touch();" + Leave + "return 0;"), "+1 ="); }

TEST(Lock, Wrappers) {
  EXPECT_EQ(exitsOf(Enter + "return 0;"), "+1");
  EXPECT_EQ(exitsOf(Leave + "return 0;"), "-1");
  EXPECT_EQ(exitsOf("if (a)" + Enter + "return 0;"), "+1 0");
}

TEST(Lock, SameConditionAgrees) {
  EXPECT_EQ(exitsOf("if (a)" + Enter + "touch(); if (a)" + Leave + "return 0;"), "");
  EXPECT_EQ(exitsOf("if (a == 2)" + Enter + "touch(); if (a != 2) return 0;" + Leave + "return 0;"), "");
  EXPECT_EQ(exitsOf("if (a)" + Enter + "a = b; if (a)" + Leave + "return 0;"), "+1 -1 0 =");
}

TEST(Lock, SameQuestionAgrees) {
  EXPECT_EQ(exitsOf("if (asks(a))" + Enter + "touch(); if (asks(a))" + Leave + "return 0;", "int asks(int);\n"), "");
  EXPECT_EQ(exitsOf("if (asks(a))" + Enter + "touch(); if (asks(b))" + Leave + "return 0;", "int asks(int);\n"), "+1 -1 0 =");
}

TEST(Lock, FlagSetByTheFunction) {
  EXPECT_EQ(exitsOf("int held = 0; if (a) {" + Enter + "held = 1; } touch(); if (held)" + Leave + "return 0;"), "");
}

TEST(Lock, ConstantPassedToAWrapper) {
  std::string Wrapper = "static void set(int on) { if (on)" + Enter + "else" + Leave + "}\n";
  Wrapper.replace(Wrapper.find("else"), 4, "else ");
  EXPECT_EQ(exitsOf("set(1); touch(); set(0); return 0;", Wrapper), "");
  EXPECT_EQ(exitsOf("set(1); touch(); return 0;", Wrapper), "+1");
}

TEST(Lock, ResultTells) {
  std::string Begin = "extern int stop;\nstatic int begin(void) {" + Enter + "if (stop) {" + Leave + "return 0; } return 1; }\n";
  EXPECT_EQ(exitsOf("if (!begin()) return 0; touch();" + Leave + "return 0;", Begin), "");
  EXPECT_EQ(exitsOf("if (!begin()) return 0; touch(); return 0;", Begin), "+1 0");
}

TEST(Lock, ThreadTestKeepsSidesApart) {
  std::string Test = "static pthread_t main_thread;\nvoid start(void) { main_thread = pthread_self(); }\n";
  EXPECT_EQ(exitsOf("if (pthread_self() != main_thread)" + Enter + "touch(); if (pthread_self() != main_thread)" + Leave + "return 0;",
                    Test),
            "");
}

TEST(Lock, SearchTellsWhatMainHolds) {
  Solved S({std::string(Posix) + "void gdk_threads_init(void);\nunsigned gdk_threads_add_idle(GSourceFunc, void *);\n"
                                 "static int plain(void *d) { touch(); return 0; }\n"
                                 "static int locked(void *d) { touch(); return 0; }\n"
                                 "int main(void) { gdk_threads_init(); g_idle_add(plain, 0); gdk_threads_add_idle(locked, 0); return 0; }\n"},
           "c");
  const Contexts *Locked = S.S->impl().Locked.get();
  ASSERT_NE(Locked, nullptr);
  EXPECT_EQ(Locked->mask(S.function("plain")), maskOf(Ctx::Handler));
  EXPECT_EQ(Locked->mask(S.function("locked")), maskOf(Ctx::HandlerLocked));
  EXPECT_EQ(S.contexts("locked"), "handler");
}

TEST(Lock, NoSearchWithoutTheLock) {
  Solved S({std::string(Posix) + "int main(void) { touch(); return 0; }\n"}, "c");
  EXPECT_EQ(S.S->impl().Locked, nullptr);
}

namespace {

/// How the interpreter's lock stands where a function of that name is called: "held", "free", both, or "?" where nothing is known.
std::string interpreterLock(const std::string &Code, llvm::StringRef Callee) {
  Solved S({std::string(Posix) +
            "int PyGILState_Ensure(void); void PyGILState_Release(int); int PyGILState_Check(void);\n"
            "void *PyEval_SaveThread(void); void PyEval_RestoreThread(void *);\n"
            "void PyErr_Clear(void); void here(void);\n" +
            Code},
           "c");
  const LockSearch *L = S.S->impl().Interpreter.get();
  if (!L)
    return "none";
  std::string Out;
  for (uint32_t N = 0; N < S.P.Sites.size(); ++N) {
    const Site &At = S.P.Sites[N];
    if (!At.Callee || S.P.name(At.Callee) != Callee)
      continue;
    CtxMask To = 0;
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if (L->contexts().state(At.Caller, Ctx(C)))
        if (auto Here = L->guards().at(SiteId(N)).through(Ctx(C), LockView::Exact))
          To |= maskOf(*Here);
    Out += std::string(Out.empty() ? "" : " ") + (To & LockedMask ? "held" : "") + (To & ~LockedMask ? "free" : "") + (To ? "" : "?");
  }
  return Out;
}

const std::string FromPython = "void *PyInit_demo(void) { PyErr_Clear(); return f(0, 0); }\n";
const std::string FromThread = "static void *run(void *d) { f(0, 0); PyErr_Clear(); return 0; }\n"
                           "void start(void) { pthread_t t; pthread_create(&t, 0, run, 0); }\n";
std::string function(const std::string &Body) { return "static void *f(void *a, void *b) {" + Body + "return 0; }\n"; }

} // namespace

TEST(InterpreterLock, NoSearchWithoutPython) { EXPECT_EQ(interpreterLock("int main(void) { here(); return 0; }\n", "here"), "none"); }

TEST(InterpreterLock, PythonCallsWithIt) {
  EXPECT_EQ(interpreterLock(function("here(); void *s = PyEval_SaveThread(); here(); PyEval_RestoreThread(s); here();") + FromPython, "here"),
            "held free held");
}

TEST(InterpreterLock, ThreadsBeginWithoutIt) {
  EXPECT_EQ(interpreterLock(function("here(); int s = PyGILState_Ensure(); here(); PyGILState_Release(s); here();") + FromThread, "here"),
            "free held free");
}

TEST(InterpreterLock, GivenUpHoweverOftenItWasTaken) {
  std::string Body = "int s = PyGILState_Ensure(); here(); void *t = PyEval_SaveThread(); here(); PyEval_RestoreThread(t); here();"
                     "PyGILState_Release(s); here();";
  EXPECT_EQ(interpreterLock(function(Body) + FromThread, "here"), "held free held free");
  EXPECT_EQ(interpreterLock(function(Body) + FromPython, "here"), "held ? held held") << "free in truth, and never told to be held";
}

TEST(InterpreterLock, ConditionsThatAreNotUnderstood) {
  EXPECT_EQ(interpreterLock("extern int on;\n" + function("void *s = 0; if (on) s = PyEval_SaveThread(); here();") + FromPython, "here"), "?");
}

TEST(InterpreterLock, Asked) {
  std::string Body = function("if (PyGILState_Check()) here(); else touch();");
  EXPECT_EQ(interpreterLock(Body + FromPython, "here"), "held");
  EXPECT_EQ(interpreterLock(Body + FromPython, "touch"), "?");
  EXPECT_EQ(interpreterLock(Body + FromThread, "here"), "?");
  EXPECT_EQ(interpreterLock(Body + FromThread, "touch"), "free");
}

TEST(InterpreterLock, HandlersOfLoopsThatAreNotSeen) {
  EXPECT_EQ(interpreterLock("static int idle(void *d) { here(); return 0; }\n" + function("g_idle_add(idle, 0);") + FromPython, "here"), "?");
}

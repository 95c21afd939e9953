// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Solved.h"

using namespace offmain;

/// `f` runs on main and on a worker; `Body` is f's.
static Solved both(const std::string &Body, const std::string &Before = "") {
  return Solved({std::string(Posix) + "static pthread_t main_thread;\n" + Before + "static void f(void) {" + Body +
                 "}\nstatic void *run(void *d) { f(); return d; }\n"
                 "int main(void) { pthread_t t; main_thread = pthread_self(); f(); pthread_create(&t, 0, run, 0); return 0; }"},
                "c");
}

TEST(Guards, None) { EXPECT_EQ(both("touch();").at("f", "touch"), "startup worker"); }

TEST(Guards, StoredMainThread) {
  EXPECT_EQ(both("if (pthread_equal(pthread_self(), main_thread)) touch();").at("f", "touch"), "startup");
  EXPECT_EQ(both("if (pthread_self() != main_thread) touch();").at("f", "touch"), "worker");
}

TEST(Guards, EarlyReturn) {
  EXPECT_EQ(both("if (pthread_self() != main_thread) return; touch();").at("f", "touch"), "startup");
}

TEST(Guards, AndOrNot) {
  EXPECT_EQ(both("extern int x; if (x && pthread_self() == main_thread) touch();").at("f", "touch"), "startup");
  EXPECT_EQ(both("extern int x; if (x || pthread_self() == main_thread) touch();").at("f", "touch"), "startup worker");
  EXPECT_EQ(both("if (!(pthread_self() == main_thread)) return; touch();").at("f", "touch"), "startup");
}

TEST(Guards, PredicateOfTheProject) {
  Solved S = both("if (!is_main()) return; touch();",
                  "static int is_main(void) { if (pthread_self() == main_thread) return 1; return 0; }\n");
  EXPECT_EQ(S.at("f", "touch"), "startup");
}

TEST(Guards, PredicateKeptInALocal) {
  EXPECT_EQ(both("int here = pthread_self() == main_thread; if (here) touch();").at("f", "touch"), "startup");
}

TEST(Guards, VariableDowngradedOffMain) {
  Solved S = both("int ask = want; if (ask == 1 && pthread_self() != main_thread) ask = 2; if (ask == 1) touch();",
                  "extern int want;\n");
  EXPECT_EQ(S.at("f", "touch"), "startup");
}

TEST(Guards, ConstantsAloneSayNothing) {
  // The store by address is not seen: the false branch must stay possible.
  Solved S = both("int ok = 1; fill(&ok); if (!ok) touch();", "void fill(int *);\n");
  EXPECT_EQ(S.at("f", "touch"), "startup worker");
}

TEST(Guards, GdkLock) {
  EXPECT_EQ(both("gdk_threads_enter(); touch(); gdk_threads_leave();").at("f", "touch"), "startup worker+lock");
  EXPECT_EQ(both("gdk_threads_enter(); gdk_threads_leave(); touch();").at("f", "touch"), "startup worker");
}

TEST(Guards, LockWrappersAndBalance) {
  std::string Wrappers = "static void lock(void) { gdk_threads_enter(); }\nstatic void unlock(void) { gdk_threads_leave(); }\n"
                         "static void balanced(void) { lock(); unlock(); }\n";
  EXPECT_EQ(both("lock(); touch(); unlock();", Wrappers).at("f", "touch"), "startup worker+lock");
  EXPECT_EQ(both("lock(); balanced(); touch(); unlock();", Wrappers).at("f", "touch"), "startup worker+lock");
  EXPECT_EQ(both("lock(); unlock(); touch();", Wrappers).at("f", "touch"), "startup worker");
}

TEST(Guards, PostOrDo) {
  Solved S = both("if (mode) g_idle_add(later, 0); else show();",
                  "extern int mode;\nstatic void show(void) { touch(); }\n"
                  "static int later(void *d) { show(); return 0; }\n");
  EXPECT_EQ(S.contexts("show"), "startup handler");
}

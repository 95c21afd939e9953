// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Solved.h"

using namespace offmain;

static Solved c(const std::string &Text) { return Solved({std::string(Posix) + Text}, "c"); }

TEST(Contexts, ThreadEntryAndWhatItCalls) {
  Solved S = c(R"(
    static void deep(void) { touch(); }
    static void *run(void *d) { deep(); return d; }
    int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); return 0; })");
  EXPECT_EQ(S.contexts("main"), "startup");
  EXPECT_EQ(S.contexts("deep"), "worker");
  EXPECT_EQ(S.chain("deep", Ctx::Worker), "main > run");
}

TEST(Contexts, PostedToMain) {
  Solved S = c(R"(
    static int later(void *d) { touch(); return 0; }
    static void *run(void *d) { g_idle_add(later, d); return d; }
    int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); return 0; })");
  EXPECT_EQ(S.contexts("later"), "handler");
}

TEST(Contexts, ProjectsOwnSpawnerAndHandOffNeedNoModel) {
  Solved S = c(R"(
    static void start(void *(*fn)(void *), void *d) { pthread_t t; pthread_create(&t, 0, fn, d); }
    static void post(GSourceFunc fn, void *d) { g_idle_add(fn, d); }
    static int on_main(void *d) { return 0; }
    static void *in_thread(void *d) { post(on_main, d); return d; }
    int main(void) { start(in_thread, 0); return 0; })");
  EXPECT_EQ(S.contexts("in_thread"), "worker");
  EXPECT_EQ(S.contexts("on_main"), "handler");
}

TEST(Contexts, SharedForEachDoesNotMixThreads) {
  Solved S = c(R"(
    static void each(void (*fn)(int)) { for (int i = 0; i < 3; ++i) fn(i); }
    static void on_main(int i) {}
    static void off_main(int i) {}
    static void *run(void *d) { each(off_main); return d; }
    int main(void) { pthread_t t; each(on_main); pthread_create(&t, 0, run, 0); return 0; })");
  EXPECT_EQ(S.contexts("each"), "startup worker");
  EXPECT_EQ(S.contexts("on_main"), "startup");
  EXPECT_EQ(S.contexts("off_main"), "worker");
  EXPECT_EQ(S.chain("off_main", Ctx::Worker), "main > run > each");
}

TEST(Contexts, CallbackFieldAcrossUnits) {
  std::string Shared = std::string(Posix) + "struct job { void (*done)(void *); };\nvoid finish(struct job *j);\n";
  std::string Include = "#include \"shared.h\"\n";
  Solved S({Include + "void finish(struct job *j) { j->done(j); }\n"
                     "static void *run(void *d) { finish((struct job *)d); return d; }\n"
                     "void start(struct job *j) { pthread_t t; pthread_create(&t, 0, run, j); }\n",
            Include + "void start(struct job *);\nstatic void show(void *d) { touch(); }\n"
                     "static struct job one = {show};\nint main(void) { start(&one); return 0; }\n"},
           "c", "", Shared);
  EXPECT_EQ(S.contexts("show"), "worker");
}

TEST(Contexts, AggregateGivenToAContainer) {
  Solved S({std::string("extern \"C\" {") + Posix + R"(}
    template <class T> struct list { void push_back(T &&); T *begin(); T *end(); };
    struct entry { void (*call)(void *); void *data; };
    static list<entry> entries;
    static void seen(void *) {}
    static void *run(void *d) { for (entry &e : entries) e.call(e.data); return d; }
    int main() { entries.push_back({seen, nullptr}); pthread_t t; pthread_create(&t, nullptr, run, nullptr); }
  )"}, "cpp");
  EXPECT_EQ(S.contexts("seen"), "worker");
}

TEST(Contexts, VirtualCallsReachWhatIsMade) {
  Solved S({std::string("extern \"C\" {") + Posix + R"(}
    struct sink { virtual void say() = 0; };
    struct used : sink { void say() override {} };
    struct unused : sink { void say() override {} };
    static sink *out;
    static void *run(void *d) { out->say(); return d; }
    int main() { out = new used; pthread_t t; pthread_create(&t, nullptr, run, nullptr); }
  )"}, "cpp");
  EXPECT_EQ(S.contexts("used::say"), "worker");
  EXPECT_EQ(S.contexts("unused::say"), "");
}

TEST(Contexts, HandOffChosenByAParameter) {
  Solved S = c(R"(
    enum where { UI, POOL };
    static int (*ui_handler)(void *);
    static void queue(enum where w, void *(*fn)(void *), void *d) {
      if (w == UI) { touch(); return; }
      pthread_t t; pthread_create(&t, 0, fn, d);
    }
    static void *for_ui(void *d) { return d; }
    static void *for_pool(void *d) { return d; }
    int main(void) { queue(UI, for_ui, 0); queue(POOL, for_pool, 0); return 0; })");
  EXPECT_EQ(S.contexts("for_ui"), "");
  EXPECT_EQ(S.contexts("for_pool"), "worker");
}

TEST(Contexts, RecursionAndCyclesEnd) {
  Solved S = c(R"(
    static void a(int n); static void b(int n) { if (n) a(n - 1); }
    static void a(int n) { b(n); }
    static void *run(void *d) { a(9); return d; }
    int main(void) { pthread_t t; pthread_create(&t, 0, run, 0); b(2); return 0; })");
  EXPECT_EQ(S.contexts("a"), "startup worker");
}

TEST(Contexts, UserModelOfASpawner) {
  Solved S({std::string(Posix) + R"(
    void my_pool_push(void (*fn)(void *), void *d);
    static void task(void *d) {}
    int main(void) { my_pool_push(task, 0); return 0; })"},
           "c", "functions:\n  - {name: my_pool_push, callback: {arg: 0, runs: worker, data: 1}}\n");
  EXPECT_EQ(S.contexts("task"), "worker");
}

TEST(Contexts, StateFunctionsThatFeedThemselvesEnd) {
  Solved S = c(R"(
    typedef void *(*state)(int *);
    static void *second(int *n) { return 0; }
    static void *first(int *n) { return (void *)second; }
    int main(void) { int n = 0; state f = first; while (f) f = (state)f(&n); return 0; })");
  EXPECT_EQ(S.contexts("first"), "startup");
  EXPECT_EQ(S.contexts("second"), "startup");
}

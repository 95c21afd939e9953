/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * liboffmain-rt: assertions that a program makes itself. See offmain/runtime.h. Works under `offmain run` and without it.
 */
#include "offmain/runtime.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PUBLIC __attribute__((visibility("default")))

/* Addresses of a thread-local tell threads apart; 0: nobody has set it, and main()'s thread is the one. */
static _Thread_local char Self;
static _Thread_local unsigned Allowed;
static atomic_uintptr_t Main;
static atomic_uint_fast64_t Count;

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static offmain_report_function Function;
static void *Data;

PUBLIC void offmain_set_main_thread(void) { atomic_store(&Main, (uintptr_t)&Self); }

PUBLIC bool offmain_is_main_thread(void) {
  uintptr_t main = atomic_load_explicit(&Main, memory_order_relaxed);
  if (main)
    return main == (uintptr_t)&Self;
  if (syscall(SYS_gettid) != (long)getpid())
    return false;
  /* Found once, remembered. Somebody else may have set it meanwhile. */
  uintptr_t nobody = 0;
  atomic_compare_exchange_strong(&Main, &nobody, (uintptr_t)&Self);
  return atomic_load(&Main) == (uintptr_t)&Self;
}

PUBLIC offmain_report_function offmain_set_report_function(offmain_report_function function, void *data) {
  pthread_mutex_lock(&Lock);
  offmain_report_function before = Function;
  Function = function;
  Data = data;
  pthread_mutex_unlock(&Lock);
  return before;
}

PUBLIC void offmain_allow_begin(void) { ++Allowed; }

PUBLIC void offmain_allow_end(void) {
  if (Allowed)
    --Allowed;
}

PUBLIC uint64_t offmain_report_count(void) { return atomic_load(&Count); }

static void fail(const char *file, int line, const char *function, bool wants_main) {
  atomic_fetch_add(&Count, 1);
  char thread[32] = "";
  pthread_getname_np(pthread_self(), thread, sizeof(thread));
  const offmain_report report = {sizeof(report),
                                 wants_main ? "called on a thread that is not the main thread" : "called on the main thread",
                                 file,
                                 line,
                                 function,
                                 thread,
                                 wants_main};
  pthread_mutex_lock(&Lock);
  offmain_report_function told = Function;
  void *data = Data;
  pthread_mutex_unlock(&Lock);
  if (told) {
    told(&report, data);
    return;
  }
  fprintf(stderr, "%s:%d: error: %s() is %s (thread '%s')\n", file, line, function, report.message, thread);
  const char *stop = getenv("OFFMAIN_ABORT");
  if (stop && *stop && strcmp(stop, "0") != 0)
    abort();
}

PUBLIC void offmain_assert_main_thread_(const char *file, int line, const char *function) {
  if (!offmain_is_main_thread() && !Allowed)
    fail(file, line, function, true);
}

PUBLIC void offmain_assert_not_main_thread_(const char *file, int line, const char *function) {
  if (offmain_is_main_thread() && !Allowed)
    fail(file, line, function, false);
}

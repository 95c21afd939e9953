/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Main-thread assertions for any program: with GTK, with Qt, or with neither. C11 and C++11.
 *
 *   link with liboffmain-rt (pkg-config offmain-rt, CMake offmain::rt) for reports with a callback, allowed scopes and a
 *   main thread that can be set; or
 *   #define OFFMAIN_HEADER_ONLY before including this for the thread test and the assertions alone, without a library;
 *   #define OFFMAIN_DISABLE to compile every assertion and scope to nothing.
 *
 * The main thread is the one that set it (offmain_set_main_thread), else the one that main() runs on.
 */
#ifndef OFFMAIN_RUNTIME_H
#define OFFMAIN_RUNTIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef OFFMAIN_HEADER_ONLY
#include <stdio.h>
#include <stdlib.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#else
#error "OFFMAIN_HEADER_ONLY needs Linux; link with the library instead"
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef OFFMAIN_HEADER_ONLY

/* unistd.h keeps this to itself when the compiler is asked for plain C (-std=c11). */
#if !defined(__cplusplus) && !defined(_DEFAULT_SOURCE) && !defined(_GNU_SOURCE)
extern long int syscall(long int number, ...);
#endif

/* The thread whose id is the process's is the one that main() runs on (gettid(2)). */
static inline bool offmain_is_main_thread(void) { return syscall(SYS_gettid) == (long)getpid(); }

static inline void offmain_assertion_failed_(const char *file, int line, const char *function, const char *what) {
  fprintf(stderr, "%s:%d: %s: %s\n", file, line, function, what);
  abort();
}

#else

/* Is the calling thread the main thread? About 1 ns. */
bool offmain_is_main_thread(void);

/* Makes the calling thread the main thread from now on, for programs whose GUI runs on another thread than main(). */
void offmain_set_main_thread(void);

/* What a report is. Strings are valid during the callback only. */
typedef struct offmain_report {
  size_t size;          /* sizeof(offmain_report) of the library: fields are only ever added at the end */
  const char *message;  /* one line */
  const char *file;     /* of the assertion */
  int line;
  const char *function;
  const char *thread;   /* name of the calling thread, as pthread_getname_np() gives it; never NULL */
  bool wants_main;      /* true: it had to be the main thread; false: it must not be */
} offmain_report;

typedef void (*offmain_report_function)(const offmain_report *report, void *data);

/* Who is told of failed assertions, on the thread that failed. NULL: the default, which prints to standard error and, when
 * the environment variable OFFMAIN_ABORT is set and not "0", aborts. Returns the function before. Can be called on any
 * thread; `data` must outlive the program or the next call. */
offmain_report_function offmain_set_report_function(offmain_report_function function, void *data);

/* Between begin and end, assertions on the calling thread pass. Nests. An end without begin is ignored. */
void offmain_allow_begin(void);
void offmain_allow_end(void);

/* How many assertions have failed so far, on all threads. */
uint64_t offmain_report_count(void);

/* For the macros. */
void offmain_assert_main_thread_(const char *file, int line, const char *function);
void offmain_assert_not_main_thread_(const char *file, int line, const char *function);

#endif /* OFFMAIN_HEADER_ONLY */

#ifdef __cplusplus
}
#endif

/* OFFMAIN_ASSERT_MAIN_THREAD(): the calling thread has to be the main thread.
 * OFFMAIN_ASSERT_NOT_MAIN_THREAD(): it must not be (what follows blocks). */
#if defined(OFFMAIN_DISABLE)
#define OFFMAIN_ASSERT_MAIN_THREAD() ((void)0)
#define OFFMAIN_ASSERT_NOT_MAIN_THREAD() ((void)0)
#elif defined(OFFMAIN_HEADER_ONLY)
#define OFFMAIN_ASSERT_MAIN_THREAD()                                                                                   \
  (offmain_is_main_thread()                                                                                            \
       ? (void)0                                                                                                       \
       : offmain_assertion_failed_(__FILE__, __LINE__, __func__, "called on a thread that is not the main thread"))
#define OFFMAIN_ASSERT_NOT_MAIN_THREAD()                                                                               \
  (!offmain_is_main_thread() ? (void)0                                                                                 \
                             : offmain_assertion_failed_(__FILE__, __LINE__, __func__, "called on the main thread"))
#else
#define OFFMAIN_ASSERT_MAIN_THREAD() offmain_assert_main_thread_(__FILE__, __LINE__, __func__)
#define OFFMAIN_ASSERT_NOT_MAIN_THREAD() offmain_assert_not_main_thread_(__FILE__, __LINE__, __func__)
#endif

/* OFFMAIN_ALLOW_SCOPE(): assertions on this thread pass until the end of the block. */
#if defined(OFFMAIN_DISABLE) || defined(OFFMAIN_HEADER_ONLY)
#define OFFMAIN_ALLOW_SCOPE() ((void)0)
#elif defined(__cplusplus)
namespace offmain_detail {
struct allow_scope {
  allow_scope() { offmain_allow_begin(); }
  ~allow_scope() { offmain_allow_end(); }
  allow_scope(const allow_scope &) = delete;
  allow_scope &operator=(const allow_scope &) = delete;
};
} // namespace offmain_detail
#define OFFMAIN_ALLOW_SCOPE() OFFMAIN_ALLOW_SCOPE_(__LINE__)
#define OFFMAIN_ALLOW_SCOPE_(line) OFFMAIN_ALLOW_SCOPE__(line)
#define OFFMAIN_ALLOW_SCOPE__(line) ::offmain_detail::allow_scope offmain_allow_##line
#elif defined(__GNUC__)
static inline void offmain_allow_scope_end_(const int *unused) {
  (void)unused;
  offmain_allow_end();
}
#define OFFMAIN_ALLOW_SCOPE() OFFMAIN_ALLOW_SCOPE_(__LINE__)
#define OFFMAIN_ALLOW_SCOPE_(line) OFFMAIN_ALLOW_SCOPE__(line)
#define OFFMAIN_ALLOW_SCOPE__(line)                                                                                    \
  __attribute__((cleanup(offmain_allow_scope_end_))) const int offmain_allow_##line = (offmain_allow_begin(), 0)
#endif

#endif

/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Say in the source which thread a function belongs to. C and C++; no code is generated, and compilers other than
 * Clang (and tools built on it, like offmain) see nothing.
 *
 *   OFFMAIN_MAIN_THREAD void refresh_list(void);             // calling it on another thread is reported
 *   OFFMAIN_WORKER void decode_loop(void *data);             // runs on a worker: GUI calls in it are reported
 *   OFFMAIN_ANY_THREAD void log_line(const char *text);      // made for any thread: not reported, whatever its name
 *   OFFMAIN_BLOCKS int wait_for_reply(void);                 // reported when the main loop can reach it
 *   OFFMAIN_POSTS_TO_MAIN(0) void on_ui(std::function<void()> fn);  // argument 0 is run later on the main thread
 *
 * The texts are read by models/Annotations.cpp.
 */
#ifndef OFFMAIN_ANNOTATIONS_H
#define OFFMAIN_ANNOTATIONS_H

#if defined(__clang__)
#define OFFMAIN_ANNOTATE_(text) __attribute__((annotate(text)))
#else
#define OFFMAIN_ANNOTATE_(text)
#endif
#define OFFMAIN_TEXT_(x) #x
#define OFFMAIN_EXPANDED_TEXT_(x) OFFMAIN_TEXT_(x)

/** Must be called on the GUI thread. */
#define OFFMAIN_MAIN_THREAD OFFMAIN_ANNOTATE_("offmain::main")
/** Runs on a thread other than the GUI thread. */
#define OFFMAIN_WORKER OFFMAIN_ANNOTATE_("offmain::worker")
/** Safe on any thread. */
#define OFFMAIN_ANY_THREAD OFFMAIN_ANNOTATE_("offmain::any")
/** May wait for long: does not belong on the GUI thread. */
#define OFFMAIN_BLOCKS OFFMAIN_ANNOTATE_("offmain::blocks")
/** The callable in argument n (from 0) is run later on the GUI thread. */
#define OFFMAIN_POSTS_TO_MAIN(n) OFFMAIN_ANNOTATE_("offmain::posts-to-main=" OFFMAIN_EXPANDED_TEXT_(n))

#endif

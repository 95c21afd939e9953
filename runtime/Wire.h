// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the reporter in the program tells `offmain run`: messages over a socket that keeps them apart (SOCK_SEQPACKET),
// so that threads and forked children need no lock, and a table of counters in shared memory, which survives however
// the program ends.
//
//   message = one JSON object:
//     {"is":"start","pid":1,"libraries":[{"path":"…","patched":1,"refused":0}],"trouble":"…"}
//     {"is":"gui","tid":1,"by":"gtk_init"}
//     {"is":"libraries","libraries":[…],"trouble":"…"}   (again, when more were hooked)
//     {"is":"call","site":0,"rule":"…","function":"gtk_label_set_text","tid":1,"thread":"worker",
//      "stack":[["/usr/bin/app",4660],…],"python":[["f","/a.py",3],…],"owner":"…","locked":false}
//     {"is":"stall","site":1,"ms":412,"ended":true,"tid":1,"stack":[…],"python":[…]}   (again, when one was worse or
//     has ended)
// A stack is innermost first; a frame is the module's path and the address in its file, of the call (not of the
// return).
#ifndef OFFMAIN_RUNTIME_WIRE_H
#define OFFMAIN_RUNTIME_WIRE_H

#include <atomic>
#include <stdint.h>

namespace offmain::rt {

/// Variables of the environment, besides those of Shared.h. Descriptors are inherited.
constexpr char SocketVariable[] = "OFFMAIN_RT_SOCKET";     ///< descriptor of the message socket
constexpr char CountersVariable[] = "OFFMAIN_RT_COUNTERS"; ///< descriptor of the counter table
constexpr char OptionsVariable[] = "OFFMAIN_RT_OPTIONS";
/// OFFMAIN_RT_OPTIONS: letters and numbers: "a" abort at the first report, "t" trap to a debugger there, "f" follow
/// children, "p" hooks in pointers only, "s250" limit of a stall in milliseconds (0: do not look), "m100" most sites
/// told.

/// With "a" and "t", what the program gets for each "call" message.
struct Answer {
  uint32_t Site;
  char Go; ///< 'g': go on; 'x': stop
};

/// One place that was reported: a call of the program, or where it stalled. 64 bytes: threads do not share lines.
struct alignas(64) SiteCounter {
  std::atomic<uint64_t> Count;
  std::atomic<uint64_t> Threads;          ///< a bit for each of the first 64 threads seen anywhere
  std::atomic<uint64_t> WorstMs, TotalMs; ///< stalls
};

constexpr unsigned MaxSites = 4096;

struct Counters {
  uint32_t Version;
  std::atomic<uint32_t> Used; ///< sites given out, by all processes that share the table
  std::atomic<uint64_t> Lost; ///< reports for which there was no room
  SiteCounter Sites[MaxSites];
};
constexpr uint32_t CountersVersion = 2;

} // namespace offmain::rt

#endif

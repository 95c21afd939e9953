// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One report a place: a table of the places seen, and how often. Lock-free; a thread that comes often costs one look-up
// and one addition.
#ifndef OFFMAIN_RUNTIME_REPORTER_SITES_H
#define OFFMAIN_RUNTIME_REPORTER_SITES_H

#include "runtime/Wire.h"

namespace offmain::rt {

/// Maps the table that `offmain run` made; without one, counts go nowhere but reports are still told once.
void openCounters(int Descriptor, unsigned MostTold);

struct Site {
  uint32_t Number;
  bool New; ///< nobody was here before
  SiteCounter *Counter;
};

/// The site that a key stands for (never 0). False if the table is full.
bool siteOf(uint64_t Key, Site &Into);
/// A site that is known already; false if it is not.
bool knownSite(uint64_t Key, Site &Into);
/// One more report there, by the calling thread.
void count(const Site &At);

/// A key that mixes what tells places apart.
uint64_t siteKey(uint64_t A, uint64_t B);

} // namespace offmain::rt

#endif

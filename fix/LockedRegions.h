// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What threads do under a global lock, turned into what the main loop does for them.
//
//   gdk_threads_enter ();
//   gtk_label_set_text (label, text);     ──▶   g_idle_add_full (…, scan_thread_idle, data, scan_thread_idle_free);
//   gdk_threads_leave ();
//
// The lock has told who may read and write what meanwhile. So a region goes as a whole or not at all; nothing that
// it works out may be needed afterwards; and what it reads from where others write may not be read early, outside of it.
#ifndef OFFMAIN_FIX_LOCKEDREGIONS_H
#define OFFMAIN_FIX_LOCKEDREGIONS_H

#include "fix/Closure.h"

namespace offmain::fix {

/// A statement that takes the lock or gives it back.
struct LockMark {
  const clang::Stmt *Whole;
  bool Takes;
};

/// The marks but for those of blocks that give the lock up and take it again: nobody holds it there any more.
std::vector<LockMark> withoutReleases(const Scene &S, llvm::ArrayRef<LockMark> Marks);

/// Posts the regions between the marks of one function. The marks themselves are for the caller to take out. Gives the edits; none,
/// and why, and the mark that it is about, when a region cannot go.
std::optional<std::vector<Edit>> postRegions(Scene &S, llvm::ArrayRef<LockMark> Marks, llvm::StringSet<> &Taken, std::string &Why,
                                             const clang::Stmt *&Blamed);

} // namespace offmain::fix

#endif

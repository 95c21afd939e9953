// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Memory in large pages for the tables of a large program.
//
// Linking and solving jump about in tables of hundreds of megabytes; with pages of 4 KB nearly every step also misses the
// processor's table of addresses. Where the system gives large pages on request (transparent huge pages set to "madvise", see
// https://docs.kernel.org/admin-guide/mm/transhuge.html), asking for them saves a fifth to a quarter of the time of
// ten thousand units. Small tables and systems without them lose nothing.
#ifndef OFFMAIN_LINK_LARGEPAGES_H
#define OFFMAIN_LINK_LARGEPAGES_H

#include "llvm/Support/ErrorHandling.h"
#include <cstdlib>
#include <sys/mman.h>
#include <vector>

namespace offmain {

/// For std::vector. Like std::allocator it never gives null: the process ends when there is no memory.
template <class T> struct LargePages {
  using value_type = T;
  static constexpr size_t PageBytes = size_t(2) << 20;
  /// A table that fills a page in part wastes it.
  static constexpr size_t LeastBytes = 4 * PageBytes;

  LargePages() = default;
  template <class U> LargePages(const LargePages<U> &) {}

  T *allocate(size_t Count) {
    size_t Bytes = Count * sizeof(T);
    if (Bytes < LeastBytes)
      return static_cast<T *>(::operator new(Bytes));
    Bytes = (Bytes + PageBytes - 1) / PageBytes * PageBytes;
    void *Memory = std::aligned_alloc(PageBytes, Bytes);
    if (!Memory)
      llvm::report_bad_alloc_error("no memory for the tables of the program");
    ::madvise(Memory, Bytes, MADV_HUGEPAGE);
    return static_cast<T *>(Memory);
  }
  void deallocate(T *Memory, size_t Count) {
    if (Count * sizeof(T) < LeastBytes)
      ::operator delete(Memory);
    else
      std::free(Memory);
  }
  friend bool operator==(LargePages, LargePages) { return true; }
};

/// A vector whose size goes with that of the program.
template <class T> using Table = std::vector<T, LargePages<T>>;

} // namespace offmain

#endif

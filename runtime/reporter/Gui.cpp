// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Gui.h"
#include "runtime/reporter/Message.h"
#include "runtime/reporter/Stall.h"
#include <sys/syscall.h>
#include <unistd.h>

extern "C" offmain::rt::Shared offmain_rt_shared;

namespace offmain::rt {

static std::atomic<uint64_t> Gui{0};
static std::atomic<pid_t> GuiId{0};

uint64_t guiThread() { return Gui.load(std::memory_order_relaxed); }
pid_t guiThreadId() { return GuiId.load(std::memory_order_relaxed); }

static std::atomic<uint32_t> Told{0};

static void sendLibraries() {
  Message M("libraries");
  M.libraries();
  M.text("trouble", offmain_rt_shared.Trouble);
  M.send();
}

/// The auditor gives a library that is opened late (Python does that) the GUI thread right away, so no call may have
/// told of it.
__attribute__((destructor)) static void tellAtTheEnd() {
  if (offmain_rt_shared.Count.load(std::memory_order_acquire) != Told.load())
    sendLibraries();
}

void tellLibraries() {
  uint32_t N = offmain_rt_shared.Count.load(std::memory_order_acquire);
  for (uint32_t I = 0; I < N; ++I)
    __atomic_store_n(&offmain_rt_shared.Libraries[I].Data->Gui, guiThread(), __ATOMIC_RELAXED);
  if (N == Told.exchange(N))
    return;
  if (auto *Change = offmain_rt_shared.ChangePointers.load())
    Change();
  sendLibraries();
}

void setGuiThread(const char *By) {
  uint64_t Nobody = 0;
  if (!Gui.compare_exchange_strong(Nobody, threadPointer()))
    return;
  GuiId.store(static_cast<pid_t>(syscall(SYS_gettid)));
  refreshModules();
  Message M("gui");
  M.number("tid", uint64_t(guiThreadId()));
  M.text("by", By);
  M.send();
  tellLibraries();
  watchMainLoop();
}

} // namespace offmain::rt

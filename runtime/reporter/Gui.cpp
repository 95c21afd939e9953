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

void tellLibraries() {
  static uint32_t Told = 0; // by the GUI thread alone
  uint32_t N = offmain_rt_shared.Count.load(std::memory_order_acquire);
  for (uint32_t I = 0; I < N; ++I)
    __atomic_store_n(&offmain_rt_shared.Libraries[I].Data->Gui, guiThread(), __ATOMIC_RELAXED);
  if (N == Told)
    return;
  Told = N;
  if (auto *Change = offmain_rt_shared.ChangePointers.load())
    Change();
  Message M("libraries");
  M.libraries();
  M.text("trouble", offmain_rt_shared.Trouble);
  M.send();
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

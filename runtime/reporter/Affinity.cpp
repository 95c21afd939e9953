// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Affinity.h"
#include "runtime/reporter/Stack.h"
#include <string.h>

namespace offmain::rt {

namespace {

struct Qt {
  void *(*ThreadOf)(const void *) = nullptr;
  void *(*Current)() = nullptr;
  bool (*Running)(const void *) = nullptr;
};

const Qt &qt() {
  static Qt Q;
  if (!Q.Current) {
    auto Find = [](const char *Name) {
      void *In6 = symbol(Name, "libQt6Core.so");
      return In6 ? In6 : symbol(Name, "libQt5Core.so");
    };
    Q.ThreadOf = reinterpret_cast<void *(*)(const void *)>(Find("_ZNK7QObject6threadEv"));
    Q.Running = reinterpret_cast<bool (*)(const void *)>(Find("_ZNK7QThread9isRunningEv"));
    Q.Current = reinterpret_cast<void *(*)()>(Find("_ZN7QThread13currentThreadEv"));
  }
  return Q;
}

bool elsewhere(const Qt &Q, uint64_t Object) {
  void *Lives = Object ? Q.ThreadOf(reinterpret_cast<const void *>(Object)) : nullptr;
  // An object without a thread (its thread has ended) belongs to nobody.
  return Lives && Lives != Q.Current();
}

/// The object that stands for a thread which Qt did not start (main's) runs until it dies. By its class's name: the
/// second word of what the word before the virtual table points to
/// (https://itanium-cxx-abi.github.io/cxx-abi/abi.html#rtti-layout).
bool adopted(uint64_t Object) {
  auto *Table = *reinterpret_cast<const uint64_t *const *>(Object);
  auto *Type = reinterpret_cast<const char *const *>(Table[-1]);
  return Type && strcmp(Type[1], "14QAdoptedThread") == 0;
}

} // namespace

const char *deathTrouble(const CallFrame &From) {
  const Qt &Q = qt();
  return Q.Running && Q.Running(reinterpret_cast<const void *>(From.Rdi)) && !adopted(From.Rdi)
             ? "its thread is still running"
             : "";
}

const char *affinityTrouble(const HookedLibrary &L, const Hook &H, const CallFrame &From) {
  const Qt &Q = qt();
  if (!Q.ThreadOf || !Q.Current)
    return "";
  // "QTimer::start(int)", "QObject::QObject(QObject*)"
  const char *Name = reinterpret_cast<const char *>(L.Plan) + L.Plan->Names + H.Name;
  const char *Open = strchr(Name, '(');
  const char *Scope = strstr(Name, "::");
  if (!Open || !Scope || Scope > Open)
    return "";
  size_t Class = static_cast<size_t>(Scope - Name);
  bool Constructor = strncmp(Name, Scope + 2, Class) == 0 && Scope[2 + Class] == '(';
  bool TakesParent = strncmp(Open, "(QObject*", 9) == 0 || strncmp(Open, "(QWidget*", 9) == 0;
  if (Constructor) // not yet an object: only what it is given counts
    return TakesParent && elsewhere(Q, From.Rsi) ? "its parent lives in another thread" : "";
  if (elsewhere(Q, From.Rdi))
    return "it lives in another thread";
  if (strncmp(Scope, "::setParent(", 12) == 0 && elsewhere(Q, From.Rsi))
    return "its parent lives in another thread";
  return "";
}

} // namespace offmain::rt

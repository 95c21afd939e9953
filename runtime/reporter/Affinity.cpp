// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Affinity.h"
#include <dlfcn.h>
#include <string.h>

namespace offmain::rt {

namespace {

struct Qt {
  void *(*ThreadOf)(const void *) = nullptr;
  void *(*Current)() = nullptr;
};

const Qt &qt() {
  static Qt Q;
  if (!Q.Current) {
    Q.ThreadOf = reinterpret_cast<void *(*)(const void *)>(dlsym(RTLD_DEFAULT, "_ZNK7QObject6threadEv"));
    Q.Current = reinterpret_cast<void *(*)()>(dlsym(RTLD_DEFAULT, "_ZN7QThread13currentThreadEv"));
  }
  return Q;
}

bool elsewhere(const Qt &Q, uint64_t Object) {
  void *Lives = Object ? Q.ThreadOf(reinterpret_cast<const void *>(Object)) : nullptr;
  // An object without a thread (its thread has ended) belongs to nobody.
  return Lives && Lives != Q.Current();
}

} // namespace

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

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One message to `offmain run` (see Wire.h), built in memory of its own: nothing of the program's allocator, so that it
// can be made anywhere.
#ifndef OFFMAIN_RUNTIME_REPORTER_MESSAGE_H
#define OFFMAIN_RUNTIME_REPORTER_MESSAGE_H

#include "runtime/reporter/Python.h"
#include "runtime/reporter/Stack.h"
#include <stddef.h>

namespace offmain::rt {

class Message {
public:
  explicit Message(const char *Is);
  ~Message();
  Message(const Message &) = delete;
  Message &operator=(const Message &) = delete;
  void number(const char *Key, uint64_t Value);
  void text(const char *Key, const char *Value);
  void flag(const char *Key, bool Value);
  void stack(const Stack &S);
  void python(const PythonStack &S);
  void libraries();
  /// Sends it; what does not fit was left out. Lost without a trace if nobody listens.
  void send();

private:
  void key(const char *Key);
  void raw(const char *Text);
  void quoted(const char *Text);
  void decimal(uint64_t Value);
  size_t Room = 32 << 10;
  size_t Size = 0;
  char *Bytes; ///< mapped: the program's threads may have small stacks
};

/// Where messages go; -1: nowhere.
void setSocket(int Descriptor);

} // namespace offmain::rt

#endif

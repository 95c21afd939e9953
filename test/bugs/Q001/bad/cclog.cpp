// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The log's body.
#include "cclog.h"

static ccLog *s_instance;

void ccLog::RegisterInstance(ccLog *log) { s_instance = log; }

bool ccLog::Error(const char *text) {
  if (s_instance)
    s_instance->displayMessage(QString::fromLatin1(text), Failure);
  return false;
}

void ccLog::Print(const char *text) {
  if (s_instance)
    s_instance->displayMessage(QString::fromLatin1(text), Standard);
}

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Objects with a count of references; the last one to let go has them deleted on their own thread.
#pragma once
#include <atomic>

class sharedObject {
public:
  template <class T> static T *ref(T *object) {
    ++object->m_refCount;
    return object;
  }

  template <class T> static void unref(T *object) {
    if (--object->m_refCount <= 0)
      object->deleteLater();
  }

protected:
  std::atomic<int> m_refCount{1};
};

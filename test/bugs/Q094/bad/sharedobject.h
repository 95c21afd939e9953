// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Objects with a count of references; the last one to let go deletes.
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
      delete object; // EXPECT: qobject-wrong-thread
  }

protected:
  std::atomic<int> m_refCount{1};
};

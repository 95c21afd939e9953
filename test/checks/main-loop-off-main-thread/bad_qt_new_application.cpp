// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The application object is made by a helper that a pthread calls.
// CHECKS: main-loop-off-main-thread
#include <QApplication>
#include <pthread.h>

static int theArgc = 1;
static char theName[] = "embedded";
static char *theArgv[] = {theName, nullptr};

static QApplication *ensureApplication() {
  if (!QCoreApplication::instance())
    return new QApplication(theArgc, theArgv); // EXPECT: main-loop-off-main-thread
  return qobject_cast<QApplication *>(QCoreApplication::instance());
}

static void *entry(void *) {
  ensureApplication();
  return nullptr;
}

int main() {
  pthread_t thread;
  pthread_create(&thread, nullptr, entry, nullptr);
  pthread_join(thread, nullptr);
  return 0;
}
// CHAIN: entry -> ensureApplication

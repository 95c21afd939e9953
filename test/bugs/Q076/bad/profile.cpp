// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q076, qTox: the core emits while it holds its mutex and waits for the profile's slot on the main thread, which takes
// the same mutex.
#include "core.h"
#include <QApplication>
#include <QThread>

class Profile : public QObject {
  Q_OBJECT
public:
  Profile() : core(new Core), coreThread(new QThread) {
    core->moveToThread(coreThread);
    connect(coreThread, &QThread::started, core, &Core::start);
    connect(core, &Core::fileAvatarOfferReceived, this, &Profile::onAvatarOfferReceived, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
    coreThread->start();
  }

private:
  void onAvatarOfferReceived(int friendId) { core->acceptAvatar(friendId); }
  Core *core;
  QThread *coreThread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Profile profile;
  return app.exec();
}

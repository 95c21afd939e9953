// FLAGS: qt6
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Outside of a QThread there is no end to hang the deletion on.
// ADVICE: without a parent nobody would delete it
// ADVICE: delete it where the thread ends
#include <QApplication>
#include <QNetworkAccessManager>
#include <thread>

class Feed : public QObject {
  Q_OBJECT
public:
  void begin() { worker = std::thread([this] { fetch(); }); }
  ~Feed() override { worker.join(); }

private:
  void fetch() {
    auto *manager = new QNetworkAccessManager(this);
    manager->setAutoDeleteReplies(true);
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Feed feed;
  feed.begin();
  return app.exec();
}

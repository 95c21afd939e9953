// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The commands of two front ends share their interpreter. main() asks the plain one for its help; the one with windows is
// only given commands by the thread that listens for them, and waits there.
#include <QApplication>
#include <QLabel>
#include <string>
#include <thread>

class FrontEnd {
public:
  virtual ~FrontEnd() = default;
  bool execute(const std::string &command) {
    if (command == "redial")
      return redialCommand(command);
    return !command.empty();
  }

protected:
  virtual void redial() { ++redials; }
  int redials = 0;

private:
  bool redialCommand(const std::string &line) {
    if (line.empty())
      return false;
    redial();
    return true;
  }
};

class Windows : public QLabel, public FrontEnd {
  Q_OBJECT
public slots:
  void redialNow() { setText("redialling"); }

protected:
  void redial() override { QMetaObject::invokeMethod(this, "redialNow", Qt::BlockingQueuedConnection); }
};

static FrontEnd *frontEnd;

static void listen() { frontEnd->execute("redial"); }

int main(int argc, char **argv) {
  if (argc > 1) {
    FrontEnd plain;
    plain.execute(argv[1]);
    return 0;
  }
  QApplication app(argc, argv);
  Windows windows;
  frontEnd = &windows;
  std::thread listener(listen);
  listener.detach();
  windows.show();
  return app.exec();
}

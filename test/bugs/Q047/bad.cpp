// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q047, hotspot: a job of the ThreadWeaver pool makes a queue of its own, with the parser, which lives on main, as
// parent.
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QApplication>
#include <QObject>

class PerfParser : public QObject {
  Q_OBJECT
public:
  void filterResults(int filter) {
    using namespace ThreadWeaver;
    stream() << make_job([this, filter] {
      Queue queue(this); // EXPECT: qobject-wrong-thread
      queue.setMaximumNumberOfThreads(4);
      for (int i = 0; i < filter; ++i)
        queue.stream() << make_job([] {});
      queue.finish();
      emit parsingFinished();
    });
  }
signals:
  void parsingFinished();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  PerfParser parser;
  parser.filterResults(3);
  return app.exec();
}
// CHAIN: lambda in PerfParser::filterResults

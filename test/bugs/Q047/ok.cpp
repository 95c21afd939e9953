// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q047 as fixed: the job's queue has no parent.
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QApplication>
#include <QObject>

class PerfParser : public QObject {
  Q_OBJECT
public:
  void filterResults(int filter) {
    using namespace ThreadWeaver;
    stream() << make_job([this, filter] {
      Queue queue;
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

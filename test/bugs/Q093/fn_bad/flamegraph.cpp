// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q093, hotspot: a ThreadWeaver job colours a graph's items and asks the settings, whose instance() asserts that it is
// called on their own thread. Ideal: the call from the job is reported, since the assertion states the contract and the
// worker breaks it. The rules of today take an assertion as a promise for what follows it, not as a demand on callers.
#include "settings.h"
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QApplication>
#include <QVector>

struct Frame {
  QString path;
  int colour = 0;
  QVector<Frame> children;
};

static int brush(const Frame &frame) {
  return Settings::instance()->isUserPath(frame.path) ? 1 : 2; // EXPECT: qobject-wrong-thread
}

static void toGraphicsItems(QVector<Frame> &frames) {
  for (Frame &frame : frames) {
    frame.colour = brush(frame);
    toGraphicsItems(frame.children);
  }
}

class FlameGraph : public QObject {
  Q_OBJECT
public:
  void showData() {
    using namespace ThreadWeaver;
    stream() << make_job([this] { toGraphicsItems(frames); });
  }

private:
  QVector<Frame> frames;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Settings::instance();
  FlameGraph graph;
  graph.showData();
  return app.exec();
}
// CHAIN: lambda in FlameGraph::showData -> toGraphicsItems -> brush

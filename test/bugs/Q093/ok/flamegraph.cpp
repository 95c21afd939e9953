// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q093 as fixed: the settings are asked on the GUI thread; the job has a copy.
#include "settings.h"
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QApplication>
#include <QVector>

struct Frame {
  QString path;
  int colour = 0;
  QVector<Frame> children;
};

static int brush(const Frame &frame, const PathSettings &paths) { return paths.isUserPath(frame.path) ? 1 : 2; }

static void toGraphicsItems(QVector<Frame> &frames, const PathSettings &paths) {
  for (Frame &frame : frames) {
    frame.colour = brush(frame, paths);
    toGraphicsItems(frame.children, paths);
  }
}

class FlameGraph : public QObject {
  Q_OBJECT
public:
  void showData() {
    using namespace ThreadWeaver;
    PathSettings paths = Settings::instance()->paths();
    stream() << make_job([this, paths] { toGraphicsItems(frames, paths); });
  }

private:
  QVector<Frame> frames;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  FlameGraph graph;
  graph.showData();
  return app.exec();
}

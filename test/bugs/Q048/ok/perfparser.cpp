// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q048 as fixed: the private half has no parent.
#include "perfparser.h"
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QFile>

class PerfParserPrivate : public QObject {
  Q_OBJECT
public:
  explicit PerfParserPrivate(QObject *parent = nullptr) : QObject(parent) {}
  bool parse(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && ++events > 0;
  }

private:
  int events = 0;
};

void PerfParser::startParseFile(const QString &path) {
  using namespace ThreadWeaver;
  stream() << make_job([path, this] {
    PerfParserPrivate d;
    if (d.parse(path))
      emit parsingFinished();
  });
}

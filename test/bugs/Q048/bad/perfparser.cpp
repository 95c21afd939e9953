// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q048, hotspot: a pool job puts the parser's private half, a QObject, on its stack with the parser as parent.
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
    PerfParserPrivate d(this); // EXPECT: qobject-wrong-thread
    if (d.parse(path))
      emit parsingFinished();
  });
}
// CHAIN: lambda in PerfParser::startParseFile

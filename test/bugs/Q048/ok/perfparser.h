// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parser of a profile.
#pragma once
#include <QObject>

class PerfParser : public QObject {
  Q_OBJECT
public:
  void startParseFile(const QString &path);
signals:
  void parsingFinished();
};

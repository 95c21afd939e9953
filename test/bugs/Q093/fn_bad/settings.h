// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's settings, an object of the GUI thread.
#pragma once
#include <QObject>

class Settings : public QObject {
  Q_OBJECT
public:
  static Settings *instance();
  bool isUserPath(const QString &path) const { return path.startsWith(userPaths); }

private:
  QString userPaths;
};

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's settings, an object of the GUI thread, and a copy of what jobs need of them.
#pragma once
#include <QObject>

struct PathSettings {
  QString userPaths;
  bool isUserPath(const QString &path) const { return path.startsWith(userPaths); }
};

class Settings : public QObject {
  Q_OBJECT
public:
  static Settings *instance();
  PathSettings paths() const { return PathSettings{userPaths}; }

private:
  QString userPaths;
};

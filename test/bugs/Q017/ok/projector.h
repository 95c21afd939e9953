// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A projector: a window that shows one source; the main window owns them all.
#pragma once
#include "obs.h"
#include <QList>
#include <QWidget>

class OBSBasic;

class OBSProjector : public QWidget {
  Q_OBJECT
public:
  explicit OBSProjector(OBSBasic *owner);
public slots:
  void EscapeTriggered();

private:
  static void OBSSourceRemoved(void *data);
  OBSBasic *main;
  OBSSignal removedSignal;
};

class OBSBasic : public QWidget {
public:
  ~OBSBasic() override { qDeleteAll(projectors); }
  void OpenProjector() { projectors.append(new OBSProjector(this)); }
  void DeleteProjector(OBSProjector *projector);

private:
  QList<OBSProjector *> projectors;
};

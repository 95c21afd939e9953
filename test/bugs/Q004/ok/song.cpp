// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q004 as fixed: the editor is told by invokeMethod, which posts when called from another thread.
#include "song.h"
#include "gui.h"
#include <QMetaObject>

void Song::startExport() { exporting = true; }

void Song::stopExport() {
  stop();
  exporting = false;
}

void Song::stop() {
  switch (behaviour) {
  case BackToZero:
    if (gui && gui->songEditor())
      QMetaObject::invokeMethod(gui->songEditor()->m_editor, "updatePositionNow", Qt::AutoConnection);
    break;
  case BackToStart:
    break;
  }
}

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs the long analyses of a document.
#pragma once
#include <QThread>

class GraphDoc;

class RenderThread : public QThread {
  Q_OBJECT
public:
  void render(GraphDoc *document);
signals:
  void showWarningMessage(const QString &title, const QString &message);

protected:
  void run() override;

private:
  GraphDoc *pDoc = nullptr;
};

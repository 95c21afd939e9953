// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The analysis thread of a document.
#pragma once
#include <QThread>

class GraphDoc;

class RenderThread : public QThread {
  Q_OBJECT
public:
  explicit RenderThread(GraphDoc *document) : document(document) {}
signals:
  void closeWaitDialog();

protected:
  void run() override;

private:
  GraphDoc *document;
};

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Starts the thread that fetches.
#include "about.h"
#include "mainwindow.h"

class FetchText : public QThread {
  Q_OBJECT
public:
  explicit FetchText(QString address) : address(address) {}
signals:
  void fetched(const QString &text);

protected:
  void run() override { emit fetched(address); }

private:
  QString address;
};

About::About(MainWindow *window) : QDialog(window) {
  auto *thread = new FetchText(QStringLiteral("https://example.org/patrons.json"));
  connect(thread, &FetchText::fetched, window, &MainWindow::setPatrons);
  window->patronsThread.reset(thread);
  thread->start();
}

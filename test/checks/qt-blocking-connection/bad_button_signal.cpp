// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A widget's own signal, by name, to another widget.
#include <QApplication>
#include <QDialog>
#include <QPushButton>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QDialog dialog;
  QPushButton button("close", &dialog);
  QObject::connect(&button, &QPushButton::clicked, &dialog, &QDialog::accept, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  QObject::connect(&button, SIGNAL(released()), &dialog, SLOT(reject()), Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  dialog.show();
  return app.exec();
}

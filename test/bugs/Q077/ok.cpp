// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q077, CloudCompare, fixed: the pointer is copied.
#include <QApplication>
#include <QDialog>
#include <QMainWindow>

class OverlayDialog : public QDialog {
  Q_OBJECT
public:
  using QDialog::QDialog;
  void begin() { emit shown(); }
signals:
  void shown();
};

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  void registerOverlayDialog(OverlayDialog *dialog) {
    if (!dialog)
      return;
    connect(dialog, &OverlayDialog::shown, this, [=] { dialog->raise(); updatePlacement(dialog); });
  }
  void updatePlacement(QWidget *widget) { widget->move(0, 0); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MainWindow window;
  auto *dialog = new OverlayDialog(&window);
  window.registerOverlayDialog(dialog);
  dialog->begin();
  return app.exec();
}

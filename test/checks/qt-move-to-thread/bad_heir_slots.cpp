// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slots of the heir are meant for its thread, whose event loop has nobody else to serve: they run on main.
#include <QApplication>
#include <QThread>
#include <QPushButton>

class Importer : public QThread {
  Q_OBJECT
public slots:
  void import() { parse(); }

protected:
  void run() override { exec(); }

private:
  void parse() { ++parsed; }
  int parsed = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Importer importer;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &importer, &Importer::import); // EXPECT: qt-move-to-thread
  importer.start();
  button.show();
  int code = app.exec();
  importer.quit();
  importer.wait();
  return code;
}

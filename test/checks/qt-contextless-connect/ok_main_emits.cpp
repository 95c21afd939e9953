// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Without context, but all these signals are emitted on the main thread.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

class Document : public QObject {
  Q_OBJECT
public:
  void edit() { Q_EMIT changed(); }
Q_SIGNALS:
  void changed();
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QPushButton button("edit");
  QTimer timer;
  Document document;
  QObject::connect(&button, &QPushButton::clicked, [&] { document.edit(); });
  QObject::connect(&document, &Document::changed, [&] { label.setText("changed"); });
  QObject::connect(&timer, &QTimer::timeout, [&] { label.clear(); });
  QObject::connect(&app, &QApplication::aboutToQuit, [&] { label.hide(); });
  QTimer::singleShot(200, [&] { label.show(); });
  timer.start(1000);
  button.show();
  return app.exec();
}

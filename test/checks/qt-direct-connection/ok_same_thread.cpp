// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Direct, and both ends on the main thread.
#include <QApplication>
#include <QLabel>
#include <QPushButton>

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
  QPushButton button;
  Document document;
  QObject::connect(&button, &QPushButton::clicked, &document, &Document::edit, Qt::DirectConnection);
  QObject::connect(&document, &Document::changed, &label, &QLabel::clear, Qt::DirectConnection);
  button.show();
  return app.exec();
}

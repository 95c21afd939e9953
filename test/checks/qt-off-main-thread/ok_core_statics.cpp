// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QtCore's application functions, translation and value classes are fine on any thread.
#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QSettings>
#include <thread>

class Caption : public QLabel {
  Q_OBJECT
};

static void describe(Caption *caption) {
  QString name = QCoreApplication::applicationName();
  name += QCoreApplication::translate("Caption", "running");
  name += Caption::tr("since") + QDateTime::currentDateTime().toString();
  name += QString::fromLatin1(Caption::staticMetaObject.className());
  QCoreApplication::postEvent(caption, new QEvent(QEvent::User));
  if (caption->thread() == nullptr)
    return;
  QSettings settings;
  settings.setValue(QStringLiteral("name"), name);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Caption caption;
  caption.show();
  std::thread worker(describe, &caption);
  int code = app.exec();
  worker.join();
  return code;
}

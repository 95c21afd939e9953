// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lambda has a name, and a helper hands it over.
#include <QApplication>
#include <QLabel>
#include <functional>
#include <thread>

class Output : public QObject {
  Q_OBJECT
public:
  bool start(QLabel *label) {
    QString key = QStringLiteral("key");
    auto proceed = [&](bool ok) { label->setText(ok ? key : QString()); };
    prepare(label, proceed);
    return true;
  }

private:
  void prepare(QObject *where, std::function<void(bool)> proceed) {
    thread = std::thread([=] { QMetaObject::invokeMethod(where, [=] { proceed(true); }, Qt::QueuedConnection); });
  }
  std::thread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Output output;
  output.start(&label);
  return app.exec();
}

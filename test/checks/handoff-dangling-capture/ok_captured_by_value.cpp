// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Copies, [=], members through this, init captures, and a reference to what belongs to others.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <memory>
#include <thread>

class Window : public QLabel {
  Q_OBJECT
public:
  void announce(const QString &title) {
    QString text = title;
    int tries = 3;
    QTimer::singleShot(100, this, [=] { setText(text + QString::number(tries)); });
    QTimer::singleShot(100, this, [this, text = std::move(text)] { setText(text); });
    QTimer::singleShot(100, this, [&] { setText(m_text); });
    auto state = std::make_shared<int>(0);
    std::thread([state] { ++*state; }).detach();
    QString &shared = m_text;
    QTimer::singleShot(100, this, [this, &shared] { setText(shared); });
    static int calls = 0;
    QTimer::singleShot(100, this, [&] { setNum(++calls); });
  }

private:
  QString m_text;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.announce(QString());
  return app.exec();
}

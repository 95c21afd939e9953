// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Observers as interface pointers in a list; one of them is a widget.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QList>
#include <QThread>

class Observer {
public:
  virtual ~Observer() = default;
  virtual void modelChanged(const QString &what) = 0;
};

class Model {
public:
  void addObserver(Observer *observer) { observers.append(observer); }
  void change(const QString &what) {
    for (Observer *observer : observers)
      observer->modelChanged(what);
  }

private:
  QList<Observer *> observers;
};

class Caption : public QLabel, public Observer {
public:
  void modelChanged(const QString &what) override {
    setText(what); // EXPECT: qt-off-main-thread
  }
};

class Updater : public QThread {
public:
  explicit Updater(Model &model) : model(model) {}

protected:
  void run() override { model.change(QStringLiteral("title")); }

private:
  Model &model;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Model model;
  Caption caption;
  model.addObserver(&caption);
  caption.show();
  Updater updater(model);
  updater.start();
  int code = app.exec();
  updater.wait();
  return code;
}
// CHAIN: Updater::run -> Model::change -> Caption::modelChanged

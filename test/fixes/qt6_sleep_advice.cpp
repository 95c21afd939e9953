// FLAGS: qt6
// CHECKS: blocking-call-on-main
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where somebody counts on the rest having been done, or what it needs cannot be taken along, it stays as it is.
// ADVICE: in a loop or a switch
// ADVICE: 'locker' is let go when the handler returns
// ADVICE: also called by Panel::all()
// ADVICE: nothing comes behind it
// ADVICE: decides what the handler returns
// ADVICE: done without the call, too
// ADVICE: 'item' is a pointer
// ADVICE: 'ready' can be changed by others
// ADVICE: asks for the signal's sender
// ADVICE: in a constructor
// ADVICE: in a try block
// ADVICE: structured binding
#include <QApplication>
#include <QListWidget>
#include <QMutex>
#include <QMutexLocker>
#include <QPushButton>
#include <QThread>
#include <utility>

class Panel : public QListWidget {
  Q_OBJECT
public:
  Panel() {
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::loops);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::locks);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::called);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::all);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::ends);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::branches);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::shared);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::asks);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::tries);
    connect(this, &QListWidget::itemSelectionChanged, this, &Panel::pairs);
    connect(this, &QListWidget::itemClicked, this, &Panel::clicked);
  }
  bool eventFilter(QObject *, QEvent *) override {
    QThread::msleep(100);
    clear();
    return count() == 0;
  }
public slots:
  void loops() {
    for (int i = 0; i < 3; ++i) {
      QThread::msleep(100);
      addItem(QString::number(i));
    }
  }
  void locks() {
    QMutexLocker<QMutex> locker(&mutex);
    QThread::msleep(100);
    clear();
  }
  void called() {
    QThread::msleep(100);
    clear();
  }
  void all() {
    called();
    addItem(QStringLiteral("all"));
  }
  void ends() {
    clear();
    QThread::msleep(100);
  }
  void branches() {
    if (count()) {
      QThread::msleep(100);
      clear();
    }
    addItem(QStringLiteral("one"));
  }
  void clicked(QListWidgetItem *item) {
    QThread::msleep(100);
    item->setSelected(false);
  }
  void shared() {
    bool ready = false;
    connect(this, &QListWidget::itemSelectionChanged, this, [&ready] { ready = true; });
    QThread::msleep(100);
    if (!ready)
      clear();
  }
  void asks() {
    QThread::msleep(100);
    sender()->setObjectName(QStringLiteral("asked"));
  }
  void tries() {
    try {
      QThread::msleep(100);
      clear();
    } catch (...) {
    }
  }
  void pairs() {
    auto [low, high] = std::pair(1, count());
    QThread::msleep(100);
    setCurrentRow(low + high);
  }

private:
  QMutex mutex;
};

class Late : public QPushButton {
  Q_OBJECT
public:
  Late() {
    QThread::msleep(100);
    setText(QStringLiteral("late"));
  }
};

class Maker : public QPushButton {
  Q_OBJECT
public:
  Maker() { connect(this, &QPushButton::clicked, this, &Maker::make); }
public slots:
  void make() { new Late; }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.installEventFilter(&panel);
  Maker maker;
  return app.exec();
}

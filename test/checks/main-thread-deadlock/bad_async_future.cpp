// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt6
// A future of std::async, whose task has the GUI thread fill in a name and waits for it.
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <future>

static QLineEdit *Name;

static QString nameFromGui() {
  std::promise<QString> Text;
  auto Result = Text.get_future();
  QMetaObject::invokeMethod(Name, [&Text] { Text.set_value(Name->text()); }, Qt::QueuedConnection);
  return Result.get();
}

static int load() { return nameFromGui().size(); }

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLineEdit Edit;
  Name = &Edit;
  QPushButton Button;
  QObject::connect(&Button, &QPushButton::clicked, &Edit, [&] {
    auto Size = std::async(std::launch::async, load);
    Edit.setText(QString::number(Size.get())); // EXPECT: main-thread-deadlock
  });
  Button.show();
  return App.exec();
}

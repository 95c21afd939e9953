// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The future of QtConcurrent::run does not wait for its function when it is dropped.
#include <QApplication>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>
#include <functional>

class Model : public QObject {
  Q_OBJECT
public slots:
  void update() {
    std::vector<int> plan{1, 2, 3};
    QtConcurrent::run([this, &plan] { emit done(int(plan.size())); }); // EXPECT: handoff-dangling-capture
    int count = 0;
    QtConcurrent::run(std::bind(&Model::count, this, &count)); // EXPECT: handoff-dangling-capture
  }
signals:
  void done(int);

private:
  void count(int *into) { ++*into; }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Model model;
  QObject::connect(&app, &QGuiApplication::fontDatabaseChanged, &model, &Model::update);
  return app.exec();
}

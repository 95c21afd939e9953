// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What it is for: a worker asks the main thread, which never waits for it.
#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QThread>

class Asker : public QLabel {
  Q_OBJECT
public Q_SLOTS:
  QString ask() { return QInputDialog::getText(this, QString(), QStringLiteral("name")); }
};

class Job : public QThread {
  Q_OBJECT
public:
  explicit Job(Asker *asker) : asker(asker) {}

private:
  void run() override {
    QString name;
    QMetaObject::invokeMethod(asker, "ask", Qt::BlockingQueuedConnection, Q_RETURN_ARG(QString, name));
  }
  Asker *asker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Asker asker;
  auto *job = new Job(&asker);
  QObject::connect(job, &QThread::finished, job, &QObject::deleteLater);
  job->start();
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N26, subsurface: a pool job reports its progress by a posted call of the dialog's slot.
#include <QApplication>
#include <QDialog>
#include <QFutureWatcher>
#include <QLabel>
#include <QProgressBar>
#include <QtConcurrent>

class FindMovedImagesDialog : public QDialog {
  Q_OBJECT
public:
  FindMovedImagesDialog() : bar(new QProgressBar(this)), scanning(new QLabel(this)) {
    connect(&watcher, &QFutureWatcher<int>::finished, this, &FindMovedImagesDialog::searchDone);
  }
  void search(const QStringList &paths) {
    stopScanning = 0;
    watcher.setFuture(QtConcurrent::run([this, paths] { return learnImages(paths); }));
  }
private slots:
  void setProgress(double progress, const QString &path) {
    bar->setValue(int(progress * 100.0));
    scanning->setText(path);
  }
  void searchDone() { scanning->setText(QString::number(watcher.result())); }

private:
  int learnImages(const QStringList &paths) {
    int found = 0;
    for (const QString &path : paths) {
      if (stopScanning != 0)
        break;
      QMetaObject::invokeMethod(this, "setProgress", Q_ARG(double, double(found++) / paths.size()),
                                Q_ARG(QString, path));
    }
    return found;
  }
  QProgressBar *bar;
  QLabel *scanning;
  QFutureWatcher<int> watcher;
  QAtomicInt stopScanning;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  FindMovedImagesDialog dialog;
  dialog.show();
  dialog.search({QStringLiteral("a.jpg"), QStringLiteral("b.jpg")});
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q025 as fixed: the box is read in the slot that the thread's end reaches.
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QThread>

struct DownloadUi {
  QCheckBox *preferDownloaded;
};

class DownloadThread : public QThread {
public:
  int dives = 0;

protected:
  void run() override { dives = 12; }
};

class DownloadWidget : public QDialog {
  Q_OBJECT
public:
  DownloadWidget() {
    ui.preferDownloaded = new QCheckBox(this);
    self = this;
  }
  ~DownloadWidget() override { thread.wait(); }
  static DownloadWidget *instance() { return self; }
  bool preferDownloaded() { return ui.preferDownloaded->isChecked(); }
  void startDownload() {
    connect(&thread, SIGNAL(finished()), this, SLOT(onDownloadThreadFinished()));
    thread.start();
  }
public slots:
  void onDownloadThreadFinished() { dives = preferDownloaded() ? 2 * thread.dives : thread.dives; }

private:
  static DownloadWidget *self;
  DownloadUi ui;
  DownloadThread thread;
  int dives = 0;
};

DownloadWidget *DownloadWidget::self;

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  DownloadWidget dialog;
  dialog.show();
  dialog.startDownload();
  return app.exec();
}

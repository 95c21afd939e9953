// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q025, subsurface: the download thread asks the dialog, found by its singleton, whether a box is checked: a read.
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
  void run() override;
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
  bool preferDownloaded() {
    return ui.preferDownloaded->isChecked(); // EXPECT: qt-off-main-thread
  }
  void startDownload() { thread.start(); }

private:
  static DownloadWidget *self;
  DownloadUi ui;
  DownloadThread thread;
};

DownloadWidget *DownloadWidget::self;

void DownloadThread::run() {
  dives = 12;
  if (DownloadWidget::instance()->preferDownloaded())
    dives = 24;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  DownloadWidget dialog;
  dialog.show();
  dialog.startDownload();
  return app.exec();
}
// CHAIN: DownloadThread::run -> DownloadWidget::preferDownloaded

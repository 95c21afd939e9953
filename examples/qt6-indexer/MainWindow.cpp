// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "MainWindow.h"
#include <QDir>
#include <QListView>
#include <QMessageBox>
#include <QProcess>
#include <QVBoxLayout>

QPushButton *MainWindow::addButton(const QString &text) {
  auto *button = new QPushButton(text, this);
  centralWidget()->layout()->addWidget(button);
  return button;
}

MainWindow::MainWindow() {
  auto *center = new QWidget;
  new QVBoxLayout(center);
  setCentralWidget(center);
  m_status = new QLabel(tr("ready"));
  m_last = new QLabel;
  m_edit = new QPlainTextEdit;
  auto *view = new QListView;
  view->setModel(&m_model);
  for (QWidget *widget : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_last),
                          static_cast<QWidget *>(m_edit), static_cast<QWidget *>(view)})
    center->layout()->addWidget(widget);
  m_editSink = new EditSink(m_edit);
  m_lastSink = new LastLineSink(m_last);
  Log::instance().add(m_editSink);
  Log::instance().add(m_lastSink);

  m_statistics = new Statistics(m_status, this);
  m_index = new IndexWorker;
  m_index->moveToThread(&m_indexThread);
  connect(&m_indexThread, &QThread::started, m_index, &IndexWorker::begin);
  connect(&m_indexThread, &QThread::finished, m_index, &QObject::deleteLater);
  connect(&m_crawl, &CrawlThread::fileFound, m_index, &IndexWorker::index);
  connect(&m_crawl, &CrawlThread::fileFound, this, &MainWindow::onFileFound);
  connect(&m_crawl, &CrawlThread::counted, this, [this](int files) { m_status->setText(QString::number(files)); });
  connect(m_index, &IndexWorker::indexed, this, &MainWindow::onIndexed);

  connect(addButton(tr("Start")), &QPushButton::clicked, this, &MainWindow::onStart);
  connect(addButton(tr("Stop")), &QPushButton::clicked, this, &MainWindow::onStop);
  connect(addButton(tr("Count")), &QPushButton::clicked, this, &MainWindow::onCount);
  connect(addButton(tr("Compress")), SIGNAL(clicked()), this, SLOT(onCompress()));
  connect(addButton(tr("About")), &QPushButton::clicked, this, &MainWindow::onAbout);
  m_indexThread.start();
}

// The window's end: waiting for the threads belongs here.
MainWindow::~MainWindow() {
  m_crawl.requestStop();
  m_crawl.wait();
  m_indexThread.quit();
  m_indexThread.wait();
  Log::instance().remove(m_editSink);
  Log::instance().remove(m_lastSink);
  delete m_editSink;
  delete m_lastSink;
}

void MainWindow::onStart() {
  m_crawl.setRoot(QDir::homePath());
  m_crawl.start();
  m_statistics->start(QDir::homePath());
  m_statistics->startWithWatcher(QDir::homePath());
}

void MainWindow::onStop() {
  m_crawl.requestStop();
  m_crawl.wait();        // offmain: blocking-call-on-main
  QThread::msleep(200);  // offmain: blocking-call-on-main
  m_model.reset({});
}

void MainWindow::onCount() { m_status->setText(QString::number(m_statistics->countNow(QDir::homePath()))); }

void MainWindow::onCompress() {
  QProcess tar;
  tar.start("tar", {"-cf", "/dev/null", QDir::homePath()});
  tar.waitForFinished(); // offmain: blocking-call-on-main
}

void MainWindow::onAbout() {
  QMessageBox box(this);
  box.setText(tr("A program with mistakes in it"));
  box.exec(); // offmain: blocking-call-on-main
}

// Queued by the signal: this runs on the GUI thread.
void MainWindow::onFileFound(const QString &path) { m_last->setText(path); }

void MainWindow::onIndexed(const QString &word, int count) {
  m_status->setText(tr("%1: %2").arg(word).arg(count));
}

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "CrawlThread.h"
#include "IndexWorker.h"
#include "ResultModel.h"
#include "Statistics.h"
#include "WidgetSinks.h"
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QThread>

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow();
  ~MainWindow() override;

private slots:
  void onStart();
  void onStop();
  void onCount();
  void onCompress();
  void onAbout();
  void onFileFound(const QString &path);
  void onIndexed(const QString &word, int count);

private:
  QPushButton *addButton(const QString &text);

  ResultModel m_model;
  QLabel *m_status;
  QLabel *m_last;
  QPlainTextEdit *m_edit;
  EditSink *m_editSink;
  LastLineSink *m_lastSink;
  CrawlThread m_crawl{&m_model};
  QThread m_indexThread;
  IndexWorker *m_index;
  Statistics *m_statistics;
};

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sound output, which lives in its own thread.
#pragma once
#include <QThread>
#include <QTimer>

class Audio : public QObject {
  Q_OBJECT
public:
  static Audio &getInstance();
  void startAudioThread();
  void playMono16Sound(const QByteArray &data);
private slots:
  void playFinished();

private:
  Audio();
  QThread *audioThread;
  QTimer *timer;
  int playing = 0;
};

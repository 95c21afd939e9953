// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q094, LMMS: sample buffers are QObjects counted by a template; the mixer's worker drops play handles by their virtual
// destructor, and with the last reference deletes a buffer that was made on main.
#include "samplebuffer.h"
#include <QApplication>
#include <QList>
#include <QThread>

class MixerWorkerThread : public QThread {
public:
  QList<PlayHandle *> jobs;

protected:
  void run() override {
    while (!jobs.isEmpty())
      processJob(jobs.takeFirst());
  }

private:
  void processJob(PlayHandle *handle) {
    handle->play();
    delete handle;
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *buffer = new SampleBuffer;
  MixerWorkerThread worker;
  worker.jobs.append(new SamplePlayHandle(buffer));
  worker.start();
  int code = app.exec();
  worker.wait();
  return code;
}

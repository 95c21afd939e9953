// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N16, obs-studio: C callbacks of an output, fired on its own thread, only post to the main window.
#include <QApplication>
#include <QMainWindow>
#include <QStatusBar>
#include <thread>
#include <vector>

struct calldata_t {
  int code;
};

class Output {
public:
  using Callback = void (*)(void *data, calldata_t *params);
  void onStarting(Callback callback, void *data) { starting.push_back({callback, data}); }
  void onStopping(Callback callback, void *data) { stopping.push_back({callback, data}); }
  void start() { std::thread(&Output::stream, this).detach(); }

private:
  struct Entry {
    Callback callback;
    void *data;
  };
  void stream() {
    calldata_t params{0};
    for (Entry &entry : starting)
      entry.callback(entry.data, &params);
    for (Entry &entry : stopping)
      entry.callback(entry.data, &params);
  }
  std::vector<Entry> starting, stopping;
};

class OBSBasic : public QMainWindow {
  Q_OBJECT
public slots:
  void StreamingStart() { statusBar()->showMessage(QStringLiteral("live")); }
  void StreamingStop(int code) { statusBar()->showMessage(QString::number(code)); }
};

struct BasicOutputHandler {
  OBSBasic *main;
  bool active;
};

static void OBSStreamStarting(void *data, calldata_t *) {
  auto *output = static_cast<BasicOutputHandler *>(data);
  output->active = true;
  QMetaObject::invokeMethod(output->main, "StreamingStart");
}

static void OBSStreamStopping(void *data, calldata_t *params) {
  auto *output = static_cast<BasicOutputHandler *>(data);
  output->active = false;
  QMetaObject::invokeMethod(output->main, "StreamingStop", Q_ARG(int, params->code));
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasic window;
  window.show();
  BasicOutputHandler handler{&window, false};
  Output output;
  output.onStarting(OBSStreamStarting, &handler);
  output.onStopping(OBSStreamStopping, &handler);
  output.start();
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N15, obs-studio: the library hands a UI task to the program's handler on whatever thread it is; the handler gives a
// std::function to the application object, whose slot calls it on the GUI thread.
#include "obs.h"
#include <QApplication>
#include <QLabel>
#include <functional>

using VoidFunc = std::function<void()>;

class OBSApp : public QApplication {
  Q_OBJECT
public:
  using QApplication::QApplication;
public slots:
  void Exec(VoidFunc func) { func(); }
};

static OBSApp *App() { return static_cast<OBSApp *>(qApp); }

static void ui_task_handler(obs_task_t task, void *param, bool wait) {
  auto doTask = [=] { task(param); };
  QMetaObject::invokeMethod(App(), "Exec", wait ? Qt::BlockingQueuedConnection : Qt::AutoConnection,
                            Q_ARG(VoidFunc, doTask));
}

static void showStatus(void *param) { static_cast<QLabel *>(param)->setText(QStringLiteral("encoding")); }

static void encode(void *param) { obs_queue_task(OBS_TASK_UI, showStatus, param, false); }

int main(int argc, char **argv) {
  OBSApp app(argc, argv);
  qRegisterMetaType<VoidFunc>("VoidFunc");
  obs_set_ui_task_handler(ui_task_handler);
  QLabel label;
  label.show();
  obs_start_worker(encode, &label);
  return app.exec();
}

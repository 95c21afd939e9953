// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N13, obs-studio: the scripting interface, called on any thread, reaches the window with a direct call on the GUI
// thread and a blocking queued one elsewhere.
#include "wrappers.h"
#include <QListWidget>
#include <QMainWindow>
#include <thread>

class OBSBasic : public QMainWindow {
  Q_OBJECT
public:
  OBSBasic() : scenes(new QListWidget(this)) {}
public slots:
  void SetCurrentScene(int row) { scenes->setCurrentRow(row); }
  bool AddScene(const QString &name) {
    scenes->addItem(name);
    return true;
  }

private:
  QListWidget *scenes;
};

class OBSStudioAPI {
public:
  explicit OBSStudioAPI(OBSBasic *main) : main(main) {}
  void set_current_scene(int row) {
    QMetaObject::invokeMethod(main, "SetCurrentScene", WaitConnection(), Q_ARG(int, row));
  }
  bool add_scene(const char *name) {
    bool success = false;
    QMetaObject::invokeMethod(main, "AddScene", WaitConnection(), Q_RETURN_ARG(bool, success),
                              Q_ARG(QString, QString::fromUtf8(name)));
    return success;
  }

private:
  OBSBasic *main;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  OBSBasic window;
  window.show();
  OBSStudioAPI api(&window);
  api.add_scene("one");
  std::thread script([&api] {
    if (api.add_scene("two"))
      api.set_current_scene(1);
  });
  int code = app.exec();
  script.join();
  return code;
}

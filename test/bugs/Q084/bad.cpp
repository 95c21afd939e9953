// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q084, OBS Studio: a continuation with [&] goes to a helper that runs it on the GUI thread when its thread has connected.
#include <QApplication>
#include <QMainWindow>
#include <functional>
#include <thread>

class OutputHandler : public QObject {
  Q_OBJECT
public:
  explicit OutputHandler(QMainWindow *main) : main(main) {}
  ~OutputHandler() override {
    if (setup.joinable())
      setup.join();
  }
  void SetupStreaming(std::function<void(bool)> done) {
    QString key = QStringLiteral("key");
    auto useKey = [=](bool ok) { done(ok && !key.isEmpty()); };
    SetupMultitrackVideo([&](bool error) { useKey(!error); }); // EXPECT: handoff-dangling-capture
  }

private:
  void SetupMultitrackVideo(std::function<void(bool)> continue_on_main_thread) {
    setup = std::thread([=] {
      bool error = connectToServer();
      QMetaObject::invokeMethod(main, [=] { continue_on_main_thread(error); });
    });
  }
  static bool connectToServer() { return false; }
  QMainWindow *main;
  std::thread setup;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QMainWindow window;
  OutputHandler output(&window);
  output.SetupStreaming([](bool) {});
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A list of std::function listeners, filled by the window, walked by the device's thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QDial>
#include <functional>
#include <thread>
#include <vector>

class Device {
public:
  using Listener = std::function<void(int)>;
  void subscribe(Listener listener) { listeners.push_back(std::move(listener)); }
  void open() { reader = std::thread(&Device::readLoop, this); }
  void close() { reader.join(); }

private:
  void readLoop() { notify(11); }
  void notify(int value) {
    for (const Listener &listener : listeners)
      listener(value);
  }
  std::vector<Listener> listeners;
  std::thread reader;
};

class Gauge : public QDial {
public:
  void attach(Device &device) {
    device.subscribe([this](int value) {
      setValue(value); // EXPECT: qt-off-main-thread
    });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Gauge gauge;
  gauge.show();
  Device device;
  gauge.attach(device);
  device.open();
  int code = app.exec();
  device.close();
  return code;
}
// CHAIN: Device::readLoop -> Device::notify -> lambda in Gauge::attach

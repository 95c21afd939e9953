// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N23, hotspot: a singleton that belongs to one thread says so in an assertion; it is used on that thread only.
#include <QApplication>
#include <QCheckBox>
#include <QThread>
#include <QTimer>

class Settings : public QObject {
  Q_OBJECT
public:
  static Settings *instance() {
    static Settings settings;
    Q_ASSERT(QThread::currentThread() == settings.thread());
    return &settings;
  }
  bool prettify() const { return m_prettify; }
  void setPrettify(bool on) {
    m_prettify = on;
    saveTimer.start(200);
    emit prettifyChanged(on);
  }
signals:
  void prettifyChanged(bool on);

private:
  Settings() { saveTimer.setSingleShot(true); }
  QTimer saveTimer;
  bool m_prettify = false;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QCheckBox box;
  box.setChecked(Settings::instance()->prettify());
  box.show();
  QObject::connect(&box, &QCheckBox::toggled, Settings::instance(), &Settings::setPrettify);
  return app.exec();
}

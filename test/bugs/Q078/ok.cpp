// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q078, Hotspot, fixed: the destructor waits until the queue is empty.
#include <QApplication>
#include <QThreadPool>
#include <atomic>
#include <memory>

class PerfParser : public QObject {
  Q_OBJECT
public:
  ~PerfParser() override {
    m_stop = true;
    pool()->waitForDone();
  }
  void startParseFile(const QString &path) {
    m_stop = false;
    pool()->start([path, this] {
      for (int i = 0; i < path.size() && !m_stop; ++i)
        emit progress(i);
    });
  }
  static QThreadPool *pool() { return QThreadPool::globalInstance(); }
signals:
  void progress(int);

private:
  std::atomic<bool> m_stop;
};

class ResultsPage : public QObject {
  Q_OBJECT
public slots:
  void open(const QString &path) {
    delete m_parser;
    m_parser = new PerfParser;
    m_parser->startParseFile(path);
  }

private:
  PerfParser *m_parser = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  ResultsPage page;
  QObject::connect(&app, &QGuiApplication::applicationDisplayNameChanged, &page, [&page] { page.open(QStringLiteral("perf.data")); });
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The implementation that touches a widget is never created in this program; only the file sink is.
#include <QApplication>
#include <QFile>
#include <QTextBrowser>
#include <thread>

class Sink {
public:
  virtual ~Sink() = default;
  virtual void write(const QString &line) = 0;
};

class FileSink : public Sink {
public:
  void write(const QString &line) override { lines += line; }

private:
  QString lines;
};

class BrowserSink : public Sink {
public:
  explicit BrowserSink(QTextBrowser *browser) : browser(browser) {}
  void write(const QString &line) override { browser->append(line); }

private:
  QTextBrowser *browser;
};

static void work(Sink *sink) { sink->write(QStringLiteral("step")); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  FileSink sink;
  std::thread worker(work, &sink);
  int code = app.exec();
  worker.join();
  return code;
}

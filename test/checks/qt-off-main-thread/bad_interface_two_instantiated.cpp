// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Both implementations are created and either may be behind the pointer.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QTextBrowser>
#include <memory>
#include <thread>

class Sink {
public:
  virtual ~Sink() = default;
  virtual void write(const QString &line) = 0;
};

class MemorySink : public Sink {
public:
  void write(const QString &line) override { lines += line; }

private:
  QString lines;
};

class BrowserSink : public Sink {
public:
  explicit BrowserSink(QTextBrowser *browser) : browser(browser) {}
  void write(const QString &line) override {
    browser->append(line); // EXPECT: qt-off-main-thread
  }

private:
  QTextBrowser *browser;
};

static std::unique_ptr<Sink> makeSink(bool quiet, QTextBrowser *browser) {
  if (quiet)
    return std::make_unique<MemorySink>();
  return std::make_unique<BrowserSink>(browser);
}

static void work(Sink *sink) { sink->write(QStringLiteral("step")); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QTextBrowser browser;
  browser.show();
  std::unique_ptr<Sink> sink = makeSink(argc > 1, &browser);
  std::thread worker(work, sink.get());
  int code = app.exec();
  worker.join();
  return code;
}
// CHAIN: work -> BrowserSink::write

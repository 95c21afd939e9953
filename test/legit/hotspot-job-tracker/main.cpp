// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N22, hotspot: a ThreadWeaver job's last act is to post its data to the object that shows it.
#include <KF5/ThreadWeaver/threadweaver/threadweaver.h>
#include <QApplication>
#include <QLabel>
#include <atomic>

class JobTracker {
public:
  explicit JobTracker(QObject *context) : context(context) {}

  template <typename Job, typename SetData> void startJob(Job &&job, SetData &&setData) {
    using namespace ThreadWeaver;
    const int jobId = ++currentJobId;
    auto cancelled = [jobId, this] { return jobId != currentJobId; };
    stream() << make_job([context = context, job, cancelled, setData] {
      auto results = job(cancelled);
      QMetaObject::invokeMethod(
          context,
          [results, cancelled, setData] {
            if (!cancelled())
              setData(results);
          },
          Qt::QueuedConnection);
    });
  }

private:
  QObject *context;
  std::atomic<int> currentJobId{0};
};

class Disassembly : public QLabel {
public:
  Disassembly() : tracker(this) {}
  void load(const QString &symbol) {
    tracker.startJob(
        [symbol](auto cancelled) {
          QString text = symbol;
          for (int i = 0; i < 3 && !cancelled(); ++i)
            text += QStringLiteral("\nnop");
          return text;
        },
        [this](const QString &text) {
          setText(text);
          adjustSize();
        });
  }

private:
  JobTracker tracker;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Disassembly view;
  view.show();
  view.load(QStringLiteral("main"));
  return app.exec();
}

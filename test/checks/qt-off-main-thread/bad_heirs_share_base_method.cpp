// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two heirs run the base class's skeleton on workers; the second one's step shows what it does. A third object is only
// known as a job.
// CHAIN: perform -> round -> step
#include <QApplication>
#include <QLabel>
#include <thread>

class Job {
public:
  virtual ~Job() = default;
  void perform() {
    for (int n = 0; n < 3; ++n)
      round(n);
  }

protected:
  virtual void step(int n) = 0;

private:
  void round(int n) {
    if (n >= 0)
      step(n);
  }
};

class Count : public Job {
public:
  int sum = 0;

private:
  void step(int n) override { sum += n; }
};

class Show : public Job {
public:
  explicit Show(QLabel *label) : label(label) {}

private:
  void step(int n) override { label->setNum(n); } // EXPECT: qt-off-main-thread
  QLabel *label;
};

class Hide : public Job {
public:
  explicit Hide(QLabel *label) : label(label) {}

private:
  void step(int) override { label->hide(); } // EXPECT: qt-off-main-thread
  QLabel *label;
};

static void performAny(Job *job) { job->perform(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Count count;
  Show show(&label);
  Hide hide(&label);
  std::thread counting([&count] { count.perform(); });
  std::thread showing([&show] { show.perform(); });
  std::thread hiding(performAny, &hide);
  label.show();
  int code = app.exec();
  counting.join();
  showing.join();
  hiding.join();
  return code;
}

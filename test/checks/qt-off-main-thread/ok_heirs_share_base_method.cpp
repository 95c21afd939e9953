// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two heirs run the base class's skeleton: one on a worker, the other on the main thread. What the skeleton calls on
// `this` is each heir's own.
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
  void step(int n) override { label->setNum(n); }
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Show show(&label);
  show.perform();
  Count count;
  std::thread counting([&count] { count.perform(); });
  label.show();
  int code = app.exec();
  counting.join();
  return code;
}

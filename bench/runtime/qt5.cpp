// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the runtime checker costs a Qt 5 program: the same ways of use as gtk3.c. `calls` has a third function: a method that is
// compared with the thread its object lives in, which costs two calls of Qt.
#include <QtWidgets>
#include <cstdio>
#include <sys/resource.h>

namespace {

double cpuMs() {
  struct rusage Usage;
  getrusage(RUSAGE_SELF, &Usage);
  return (Usage.ru_utime.tv_sec + Usage.ru_stime.tv_sec) * 1e3 + (Usage.ru_utime.tv_usec + Usage.ru_stime.tv_usec) / 1e3;
}

template <class Body> void perCall(const char *Name, int Times, Body B) {
  double Begin = cpuMs();
  for (int I = 0; I < Times; I++)
    B();
  std::printf("%s %.4f\n", Name, (cpuMs() - Begin) * 1e6 / Times);
}

void measureCalls() {
  QLabel Label("text");
  QTimer Timer;
  perCall("QLabel::text", 10 * 1000 * 1000, [&] { Label.text(); });
  perCall("QWidget::focusPolicy", 20 * 1000 * 1000, [&] { Label.focusPolicy(); });
  perCall("QTimer::stop", 5 * 1000 * 1000, [&] { Timer.stop(); });
}

void fill(QWidget *Window) {
  auto *Box = new QVBoxLayout(Window);
  Box->addWidget(new QLabel("one"));
  Box->addWidget(new QPushButton("two"));
  Box->addWidget(new QLineEdit);
}

void measureChurn() {
  QWidget Window;
  auto *Box = new QVBoxLayout(&Window);
  Window.show();
  double Begin = cpuMs();
  for (int Round = 0; Round < 60; Round++) {
    auto *Page = new QWidget;
    auto *Grid = new QGridLayout(Page);
    for (int I = 0; I < 40; I++) {
      auto *Edit = new QLineEdit;
      Edit->setText("text");
      Grid->addWidget(new QLabel("<b>a</b> label"), I, 0);
      Grid->addWidget(new QCheckBox("&check"), I, 1);
      Grid->addWidget(Edit, I, 2);
    }
    Box->addWidget(Page);
    QCoreApplication::processEvents();
    delete Page;
    QCoreApplication::processEvents();
  }
  std::printf("churn %.3f\n", cpuMs() - Begin);
}

void measureIdle() {
  QWidget Window;
  fill(&Window);
  Window.show();
  double Begin = 0;
  QTimer::singleShot(400, &Window, [&] { Begin = cpuMs(); });
  QTimer::singleShot(4400, &Window, [&] {
    std::printf("idle %.3f\n", cpuMs() - Begin);
    QCoreApplication::quit();
  });
  QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  std::string Way = argc > 1 ? argv[1] : "start";
  if (Way == "calls")
    measureCalls();
  else if (Way == "churn")
    measureChurn();
  else if (Way == "idle")
    measureIdle();
  if (Way != "start")
    return 0;
  QWidget Window;
  fill(&Window);
  Window.show();
  QCoreApplication::processEvents();
  std::printf("start %.3f\n", cpuMs());
}

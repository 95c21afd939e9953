// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot starts a program and waits for its end; another runs one synchronously.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QMenu>
#include <QProcess>

class Tools : public QMenu {
  Q_OBJECT
public:
  Tools() {
    connect(addAction(QStringLiteral("Version")), &QAction::triggered, this, &Tools::version);
    connect(addAction(QStringLiteral("Clean")), &QAction::triggered, this, &Tools::clean);
  }
public slots:
  void version() {
    QProcess process;
    process.start(QStringLiteral("git"), {QStringLiteral("--version")});
    process.waitForFinished(); // EXPECT: blocking-call-on-main
    setTitle(QString::fromUtf8(process.readAll()));
  }
  void clean() {
    QProcess::execute(QStringLiteral("make"), {QStringLiteral("clean")}); // EXPECT: blocking-call-on-main
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Tools tools;
  tools.popup(QPoint(10, 10));
  return app.exec();
}
// CHAIN: Tools::version

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with the finished() signal, and with a detached program.
#include <QApplication>
#include <QMenu>
#include <QProcess>

class Tools : public QMenu {
  Q_OBJECT
public:
  Tools() : process(new QProcess(this)) {
    connect(addAction(QStringLiteral("Version")), &QAction::triggered, this, &Tools::version);
    connect(addAction(QStringLiteral("Clean")), &QAction::triggered, this, &Tools::clean);
    connect(process, QOverload<int, QProcess::ExitStatus>::of(&QProcess::finished), this, &Tools::versionKnown);
  }
public slots:
  void version() { process->start(QStringLiteral("git"), {QStringLiteral("--version")}); }
  void versionKnown() { setTitle(QString::fromUtf8(process->readAll())); }
  void clean() { QProcess::startDetached(QStringLiteral("make"), {QStringLiteral("clean")}); }

private:
  QProcess *process;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Tools tools;
  tools.popup(QPoint(10, 10));
  return app.exec();
}

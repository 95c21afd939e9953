// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Linked into Qt programs that test/fixes/run.py runs: when nothing changes any more it presses the next button of $PRESS
// ("compute,OK"), and after the last one prints what is on the screen and ends the loops.
//
// A step is a single shot of its own, and the next one is asked for before the button is pressed: a dialog's loop below goes on.
#include <QtWidgets>
#include <cstdio>

namespace {

constexpr int Every = 50; // ms

QString described(const QWidget *W, int Depth) {
  static const char *const Shown[] = {"windowTitle", "text", "title", "value", "maximum", "currentIndex", "currentText", "checked", "toolTip", "plainText"};
  QString Line(Depth * 2, ' ');
  Line += W->metaObject()->className();
  if (!W->objectName().isEmpty() && !W->objectName().startsWith("qt_"))
    Line += " '" + W->objectName() + "'";
  Line += W->isHidden() ? " hidden" : "";
  Line += W->isEnabled() ? "" : " disabled";
  for (const char *Name : Shown)
    if (QVariant Value = W->property(Name); Value.isValid() && !Value.toString().isEmpty())
      Line += QString(" %1=%2").arg(Name, Value.toString());
  Line += '\n';
  if (const auto *View = qobject_cast<const QAbstractItemView *>(W); View && View->model())
    for (int Row = 0; Row < View->model()->rowCount(); ++Row)
      Line += QString(Depth * 2 + 2, ' ') + "row " + View->model()->index(Row, 0).data().toString() + '\n';
  for (const QObject *Child : W->children())
    if (const auto *Inner = qobject_cast<const QWidget *>(Child))
      Line += described(Inner, Depth + 1);
  return Line;
}

QString screen() {
  QStringList Windows;
  for (const QWidget *W : QApplication::topLevelWidgets())
    if (!W->inherits("QTipLabel") && W->windowType() != Qt::Desktop)
      Windows += described(W, 0);
  Windows.sort(); // Qt keeps them in a set
  return Windows.join("");
}

struct Probe {
  QStringList Presses;
  QString Before;
  int Same = 0, Wanted = 0;

  void press(const QString &Text) {
    auto Plain = [](QString S) { return S.remove('&'); };
    for (QWidget *W : QApplication::allWidgets()) {
      if (auto *Button = qobject_cast<QAbstractButton *>(W); Button && Button->isVisible() && Plain(Button->text()) == Text)
        return Button->click();
      for (QAction *Action : W->actions())
        if (Plain(Action->text()) == Text)
          return Action->trigger();
    }
    printf("no button '%s'\n", qPrintable(Text));
  }

  void step() {
    QString Now = screen();
    Same = Now == Before ? Same + 1 : 0;
    Before = Now;
    bool Quiet = Same * Every >= Wanted;
    if (Quiet)
      Same = 0;
    if (Quiet && Presses.isEmpty()) {
      printf("%s", qPrintable(Now));
      fflush(stdout);
      // Every dialog's loop first, then the application's: quit() ends them all.
      return QCoreApplication::quit();
    }
    QTimer::singleShot(Every, qApp, [this] { step(); });
    if (Quiet)
      press(Presses.takeFirst());
  }
};

void begin() {
  static Probe P;
  P.Presses = QString(qgetenv("PRESS")).split(',');
  P.Presses.removeAll(QString());
  P.Wanted = qEnvironmentVariableIntValue("SETTLE");
  QTimer::singleShot(Every, qApp, [] { P.step(); });
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)

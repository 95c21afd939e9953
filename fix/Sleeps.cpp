// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A sleep in a handler → a timer that does what came behind it.
//
//   QThread::msleep(200);        ──▶   QTimer::singleShot(200, this, [this] {
//   label->clear();                      label->clear();
//                                      });
//
// https://doc.qt.io/qt-6/qtimer.html#singleShot-4; gtkmm: Glib::SignalTimeout::connect_once(), with the objects tracked so that
// it is not called when they are gone (https://libsigcplusplus.github.io/libsigcplusplus/reference/html/group__track__obj.html).
#include "fix/Mentions.h"
#include "fix/QtLater.h"
#include "fix/Waits.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// The ratio of a std::chrono::duration, as {num, den}; nothing for other types.
std::optional<std::pair<int64_t, int64_t>> periodOf(QualType T) {
  const auto *Duration = dyn_cast_or_null<ClassTemplateSpecializationDecl>(T.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Duration || Duration->getName() != "duration" || Duration->getTemplateArgs().size() < 2)
    return std::nullopt;
  const TemplateArgument &Second = Duration->getTemplateArgs()[1];
  const auto *Ratio = Second.getKind() == TemplateArgument::Type
                          ? dyn_cast_or_null<ClassTemplateSpecializationDecl>(Second.getAsType()->getAsCXXRecordDecl())
                          : nullptr;
  if (!Ratio || Ratio->getTemplateArgs().size() < 2 || Ratio->getTemplateArgs()[0].getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return std::pair(Ratio->getTemplateArgs()[0].getAsIntegral().getExtValue(), Ratio->getTemplateArgs()[1].getAsIntegral().getExtValue());
}

} // namespace

std::string millisecondsOf(const Scene &S, const Found &At, bool Chrono) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  int Arg = At.T->Says.TimeArg;
  if (!Call || Arg < 0 || unsigned(Arg) >= Call->getNumArgs())
    return "";
  const Expr *Time = Call->getArg(Arg);
  StringRef Text = S.text(Time);
  const Expr *Plain = Time->IgnoreUnlessSpelledInSource();
  Expr::EvalResult Value;
  bool Named = anyIn(Time, [](const Stmt *X) { return isa<DeclRefExpr, MemberExpr>(X); });
  if (At.T->Says.UnitUs && !Named && !Time->isValueDependent() && Time->EvaluateAsInt(Value, S.context()))
    return std::to_string((Value.Val.getInt().getZExtValue() * At.T->Says.UnitUs + 999) / 1000);
  if (Text.empty())
    return "";
  if (auto Period = periodOf(Plain->getType())) {
    bool Whole = Period->first % Period->second == 0 || (Period->first == 1 && 1000 % Period->second == 0);
    std::string Cast = "std::chrono::duration_cast<std::chrono::milliseconds>(" + Text.str() + ")";
    if (!Chrono)
      return (!Whole || Period->second != 1000 ? Cast : isa<UserDefinedLiteral, BinaryOperator>(Plain) ? "(" + Text.str() + ")" : Text.str()) +
             ".count()";
    return Whole ? Text.str() : Cast;
  }
  if (!Plain->getType()->isArithmeticType() || !At.T->Says.UnitUs)
    return "";
  bool Simple = isa<DeclRefExpr, MemberExpr, CallExpr, ParenExpr, IntegerLiteral>(Plain);
  std::string Each = Simple ? Text.str() : "(" + Text.str() + ")";
  if (At.T->Says.UnitUs == 1000)
    return Text.str();
  return At.T->Says.UnitUs > 1000 ? Each + " * " + std::to_string(At.T->Says.UnitUs / 1000)
                                  : Each + " / " + std::to_string(1000 / At.T->Says.UnitUs);
}

Proposal sleepLater(Scene &S, const Found &At) {
  bool Qt = S.lookup("QObject"); // else sigc
  const char *Timer = Qt ? "QTimer::singleShot()" : "Glib::signal_timeout().connect_once()";
  const Expr *Statement = S.statementOf(At.Call);
  if (!Statement || S.withSemicolon(Statement).isInvalid())
    return advice("the sleep is a part of something else, or written by a macro");
  if (S.hasComment(Statement))
    return advice("a comment or a directive stands in the middle of the call");
  std::string Why;
  auto R = restBehind(S, At, Statement, nullptr, Why);
  if (!R)
    return advice(Why + "; with " + Timer + " the handler can return and go on later");
  if (R->Statements.empty())
    return advice("nothing comes behind it in the handler: drop it, or start with " + std::string(Timer) + " what has to wait");
  std::string Time = millisecondsOf(S, At, Qt);
  if (Time.empty())
    return advice("how long it sleeps is written by a macro, or in no known unit: use " + std::string(Timer));
  auto L = laterOf(S, Qt ? Kit::Qt : Kit::Sigc, *R, R->Statements, nullptr, Why);
  if (!L)
    return advice(Why + "; with " + Timer + " the handler can return and go on later");
  SourceLocation Begin = Statement->getBeginLoc(), Behind = S.withSemicolon(Statement).getEnd();
  std::string Body = deeper(S, Behind, R->End, {});
  std::string Text = lambda(S, *L, "", Body, Begin);
  if (Qt) {
    Text = "QTimer::singleShot(" + Time + ", " + L->Context + ", " + Text + ");";
    L->Headers.push_back("QTimer");
  } else {
    const auto *Sigc = dyn_cast<NamespaceDecl>(S.lookup("sigc"));
    if (!L->Context.empty())
      L->Tracked.insert(L->Tracked.begin(), L->Context == "this" ? "*this" : "*" + L->Context);
    if (!L->Tracked.empty())
      Text = std::string(Sigc && S.lookup("track_object", Sigc) ? "sigc::track_object(" : "sigc::track_obj(") + Text + ", " + join(L->Tracked, ", ") + ")";
    Text = "Glib::signal_timeout().connect_once(" + Text + ", " + Time + ");";
    L->Headers.push_back("glibmm/main.h");
    if (!L->Tracked.empty() && !(Sigc && S.lookup("track_obj", Sigc)))
      L->Headers.push_back("sigc++/sigc++.h");
    if (S.lookup("Glib"))
      L->Headers.erase(llvm::find(L->Headers, "glibmm/main.h"));
  }
  Proposal P;
  P.Title = "do the rest of the handler when a timer says so";
  Text += Body.substr(StringRef(Body).rtrim().size());
  P.Edits.push_back(S.replace(CharSourceRange::getCharRange(Begin, R->End), Text));
  append_range(P.Edits, S.include(L->Headers, Begin));
  return P;
}

} // namespace offmain::fix

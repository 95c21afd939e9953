// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// blocking-call-on-main: a call that may block, reachable from a handler of the running main loop. Tiers: unbounded
// and bounded by a constant of at least 50 ms are warnings; short and nested loops are notes. What main() does before the
// loop starts, and what a destructor waits for, is not reported (see solve/Contexts.cpp).
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr double NoticeableMs = 50;

/// std::chrono durations carry their unit in their type: std::ratio<N, D>; seconds have the default ratio.
double chronoUnitMs(const Program &P, const Site &Made) {
  StringRef Type = Made.Callee ? P.text(P[Made.Callee].ResultType) : StringRef();
  size_t Ratio = Type.find("ratio<");
  if (Ratio == StringRef::npos)
    return 1000;
  unsigned long long Num = 1, Den = 1;
  StringRef Rest = Type.substr(Ratio + 6);
  Rest.consumeInteger(10, Num);
  Rest = Rest.ltrim("LlUu, ");
  Rest.consumeInteger(10, Den);
  return Den ? 1000.0 * double(Num) / double(Den) : 1000;
}

/// The bound in milliseconds when it is a constant.
std::optional<double> boundMs(const Tables &T, const Program &P, const Site &At, const Contract &C) {
  ValueId V = T.strip(P.arg(At, C.BoundArg));
  double Unit = C.BoundUnitMs;
  for (unsigned Depth = 0; V && Depth < 4; ++Depth) {
    const Value &X = P[V];
    if (X.Kind == ValueKind::Int)
      return double(int64_t((uint64_t(X.B) << 32) | X.A)) * (Unit ? Unit : 1000);
    if (X.Kind == ValueKind::Local) {
      auto Stores = T.stores(cellOfLocal(X.A));
      if (Stores.size() != 1)
        return std::nullopt;
      V = T.strip(Stores[0].Value);
      continue;
    }
    if (X.Kind == ValueKind::CallResult && P.Sites[X.A].is(SiteFlag::Constructor) && P.Sites[X.A].ArgsCount >= 1 &&
        P.Sites[X.A].Callee) {
      if (!Unit)
        Unit = chronoUnitMs(P, P.Sites[X.A]);
      V = T.strip(P.arg(P.Sites[X.A], 0));
      continue;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// A GFile that was made from a path is local, wherever it is kept.
bool localFile(const Solution &S, const Program &P, const Site &At) {
  if (!At.Callee || !At.ArgsCount || !P.name(At.Callee).starts_with("g_file_"))
    return false;
  bool Any = false;
  for (const FramedValue &Source : S.impl().Fl->sources(At.Caller, P.arg(At, 0))) {
    if (!Source.Value)
      continue; // a parameter: its arguments are sources as well
    const Value &V = P[Source.Value];
    if (V.Kind == ValueKind::Local || V.Kind == ValueKind::Global || V.Kind == ValueKind::Field || V.Kind == ValueKind::Null)
      continue;
    if (V.Kind != ValueKind::CallResult || !P.Sites[V.A].Callee)
      return false;
    StringRef Name = P.name(P.Sites[V.A].Callee);
    if (Name != "g_file_new_for_path" && Name != "g_file_new_build_filename" && Name != "g_file_new_tmp" &&
        Name != "g_file_get_child" && Name != "g_file_get_parent")
      return false;
    Any |= Name.starts_with("g_file_new");
  }
  return Any;
}

} // namespace

void checkBlockingCallOnMain(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.Blocking == Blocks::Unset || C.Blocking == Blocks::No)
      return;
    auto Where = surest(S, P, Id, maskOf(Ctx::Handler));
    if (!Where)
      return;
    Level Severity = Level::Warning;
    std::string Why = " can block the main thread";
    bool Weak = false;
    switch (C.Blocking) {
    case Blocks::Unset:
    case Blocks::No:
      return;
    case Blocks::Short:
      Severity = Level::Note;
      Why = " can block the main thread for a short time";
      break;
    case Blocks::NestedLoop:
      Severity = Level::Note;
      Why = " runs a nested main loop";
      break;
    case Blocks::Bounded: {
      auto Ms = boundMs(T, P, At, C);
      if (!Ms) {
        Weak = true;
        break;
      }
      if (*Ms >= 0 && *Ms < NoticeableMs)
        return;
      if (*Ms >= 0)
        Why += " for up to " + std::to_string(int64_t(*Ms)) + " ms";
      break;
    }
    case Blocks::Unbounded:
      break;
    }
    if (C.Blocking == Blocks::Unbounded && localFile(S, P, At)) {
      Severity = Level::Note;
      Why = " accesses a local file, which can block the main thread for a short time";
    }
    Finding F = findingAt(P, S, Id, *Where, "blocking-call-on-main", Severity,
                          called(P, At) + Why + ": it is reached from a handler of the main loop");
    if (Weak)
      F.Sure = std::min(F.Sure, Confidence::Low);
    if (!C.Async.empty())
      F.Advice = "use " + C.Async + "()";
    else if (!C.Advice.empty())
      F.Advice = C.Advice;
    else
      F.Advice = Severity == Level::Note ? "" : "do the work on another thread, or use a form that calls back when it is done";
    Out.push_back(std::move(F));
  });
}

} // namespace offmain

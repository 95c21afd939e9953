// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/launch/RunReport.h"
#include "findings/Globs.h"
#include "findings/Json.h"
#include "runtime/Owner.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offmain::rt {

Expected<std::vector<RunSuppression>> readRunSuppressions(StringRef Text, StringRef Name) {
  std::vector<RunSuppression> Out;
  unsigned Number = 0;
  for (StringRef Rest = Text; !Rest.empty();) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    ++Number;
    Line = Line.take_until([](char C) { return C == '#'; }).trim();
    if (Line.empty())
      continue;
    auto [Kind, Glob] = Line.split(':');
    static constexpr std::pair<StringLiteral, RunSuppression::Kind> Kinds[] = {{"function", RunSuppression::Function},
                                                                               {"library", RunSuppression::Library},
                                                                               {"frame", RunSuppression::Frame},
                                                                               {"rule", RunSuppression::Rule},
                                                                               {"file", RunSuppression::File}};
    auto *Known = find_if(Kinds, [&](auto &K) { return K.first == Kind; });
    if (Known == std::end(Kinds) || Glob.trim().empty())
      return createStringError(
          Name + ":" + Twine(Number) +
          ": a suppression is 'function:GLOB', 'library:GLOB', 'frame:GLOB', 'file:GLOB' or 'rule:GLOB'");
    Out.push_back({Known->second, Glob.trim().str()});
  }
  return Out;
}

RunReport::RunReport(std::vector<RunSuppression> Suppressions)
    : Suppressions(std::move(Suppressions)), Symbolizer([] {
        symbolize::LLVMSymbolizer::Options O;
        O.Demangle = false;
        return O;
      }()) {}

/// "Worker::run" of "Worker::run(int)" and of mangled names.
static std::string plainName(StringRef Symbol) {
  if (Symbol.starts_with("_Z")) {
    ItaniumPartialDemangler D;
    std::string Mangled = Symbol.str();
    if (!D.partialDemangle(Mangled.c_str()))
      if (char *Name = D.getFunctionName(nullptr, nullptr)) {
        std::string Out = Name;
        std::free(Name);
        return Out;
      }
  }
  return Symbol.str();
}

std::vector<NamedFrame> RunReport::symbolize(StringRef Module, uint64_t Offset) {
  std::vector<NamedFrame> Out;
  if (Module.empty())
    return {{"", {}, ""}};
  auto Info = Symbolizer.symbolizeInlinedCode(Module.str(), {Offset, object::SectionedAddress::UndefSection});
  if (!Info) {
    consumeError(Info.takeError());
    return {{"", {}, Module.str()}};
  }
  for (uint32_t I = 0; I < Info->getNumberOfFrames(); ++I) {
    const DILineInfo &L = Info->getFrame(I);
    NamedFrame F;
    F.Module = Module.str();
    if (L.FunctionName != DILineInfo::BadString)
      F.Function = plainName(L.FunctionName);
    if (L.FileName != DILineInfo::BadString && L.Line) {
      F.At.File = L.FileName;
      F.At.Line = L.Line;
      F.At.Column = L.Column;
    }
    Out.push_back(std::move(F));
  }
  return Out;
}

/// Innermost first; Python's frames in the place of the interpreter's.
std::vector<NamedFrame> RunReport::frames(const json::Object &Message) {
  std::vector<NamedFrame> Out;
  if (const json::Array *Python = Message.getArray("python"))
    for (const json::Value &V : *Python)
      if (const json::Array *F = V.getAsArray(); F && F->size() == 3) {
        NamedFrame Named;
        Named.Function = bytes((*F)[0].getAsString().value_or(""));
        Named.At.File = bytes((*F)[1].getAsString().value_or(""));
        Named.At.Line = uint32_t((*F)[2].getAsInteger().value_or(0));
        Out.push_back(std::move(Named));
      }
  return Out.empty() ? nativeFrames(Message) : Out;
}

std::vector<NamedFrame> RunReport::nativeFrames(const json::Object &Message) {
  std::vector<NamedFrame> Out;
  if (const json::Array *Stack = Message.getArray("stack"))
    for (const json::Value &V : *Stack)
      if (const json::Array *F = V.getAsArray(); F && F->size() == 2) {
        std::string Module = bytes((*F)[0].getAsString().value_or(""));
        if (!Module.empty() || (Out.empty() && Message.getString("is") == StringRef("call"))) // see firstOfProgram()
          append_range(Out, symbolize(Module, uint64_t((*F)[1].getAsInteger().value_or(0))));
      }
  return Out;
}

/// Of Python frames there is no module. What a toolkit's header inlines into the program is the toolkit's.
static bool ofProgram(const NamedFrame &F) {
  if (F.Module.empty())
    return !inBinding(F.At.File.c_str());
  // Sanitizers are linked into the program.
  StringRef Function(F.Function);
  for (StringRef Beginning : {"__tsan_", "__asan_", "asan_thread_start", "__interceptor_", "__sanitizer"})
    if (Function.starts_with(Beginning))
      return false;
  return ownerOf(F.Module.c_str()) == Owner::Program && !StringRef(F.At.File).starts_with("/usr/include/");
}

/// Where the program is: Python's standard library only counts when nobody else called it.
static std::vector<NamedFrame>::const_iterator programsFrame(const std::vector<NamedFrame> &Frames) {
  auto First = find_if(Frames, [](const NamedFrame &F) { return ofProgram(F) && !inPythonLibrary(F.At.File.c_str()); });
  return First == Frames.end() ? find_if(Frames, ofProgram) : First;
}

/// What a thread waits in: the function that the program called; under Python, what the interpreter called of libc.
std::string RunReport::waitsIn(const json::Object &Message, const std::vector<NamedFrame> &Frames) {
  if (!Message.getArray("python") && programsFrame(Frames) != Frames.end()) {
    // A function that ends by jumping to an inner one is not on the stack, and the inner one may have no name.
    auto It = programsFrame(Frames);
    while (It != Frames.begin())
      if (!(--It)->Function.empty() && !ofProgram(*It))
        return It->Function;
    return "";
  }
  std::string Name;
  for (const NamedFrame &F : nativeFrames(Message)) {
    if (F.Module.empty() || ownerOf(F.Module.c_str()) != Owner::Base)
      break;
    Name = F.Function;
  }
  return Name;
}

bool RunReport::matches(const RunSuppression &S, const Finding &F, const std::vector<NamedFrame> &Frames) const {
  auto Any = [&](function_ref<bool(const NamedFrame &)> Does) { return any_of(Frames, Does); };
  switch (S.Is) {
  case RunSuppression::Function:
    return globMatches(S.Glob, F.Callee);
  case RunSuppression::Library:
    return Any([&](const NamedFrame &N) {
      return globMatches(S.Glob, N.Module) || globMatches(S.Glob, sys::path::filename(N.Module));
    });
  case RunSuppression::Frame:
    return Any([&](const NamedFrame &N) { return globMatches(S.Glob, N.Function); });
  case RunSuppression::File:
    return Any([&](const NamedFrame &N) { return globMatches(S.Glob, N.At.File); });
  case RunSuppression::Rule:
    return globMatches(S.Glob, F.Rule);
  }
  return false;
}

/// The frames as a witness, outermost first; the innermost is where the finding is.
static void addWitness(Finding &F, const std::vector<NamedFrame> &Frames, StringRef Begin) {
  auto First = programsFrame(Frames);
  // What Python runs is not known while native code holds its lock: the interpreter is all there is.
  if (First == Frames.end())
    First = find_if(Frames, [](const NamedFrame &F) { return ownerOf(F.Module.c_str()) == Owner::Interpreter; });
  if (First == Frames.end())
    return;
  F.At = First->At;
  if (F.At.File.empty()) // without debug information: the library, and the function if it has a name
    F.At.File = First->Module;
  F.Function = First->Function;
  std::vector<const NamedFrame *> Shown;
  for (auto It = First; It != Frames.end(); ++It)
    if (ofProgram(*It) && !It->Function.empty())
      Shown.push_back(&*It);
  for (size_t I = Shown.size(); I-- > 0;) {
    const NamedFrame &N = *Shown[I];
    std::string Text = I + 1 == Shown.size() ? (Begin + " runs '" + N.Function + "'").str() : "";
    if (I)
      Text += (Text.empty() ? "calls '" : ", which calls '") + Shown[I - 1]->Function + "'";
    if (!Text.empty())
      F.Witness.push_back({N.At, Text, N.Function});
  }
}

Finding RunReport::ofCall(const json::Object &M, const std::vector<NamedFrame> &Frames) const {
  Finding F;
  F.Rule = M.getString("rule").value_or("").str();
  F.Severity = M.getBoolean("note").value_or(false) ? Level::Note : Level::Error;
  std::string Full = bytes(M.getString("function").value_or(""));
  F.Callee = StringRef(Full).take_until([](char C) { return C == '('; }).str();
  std::string Thread = bytes(M.getString("thread").value_or(""));
  F.From = Origin::Run;
  F.Observed.emplace().Thread = Thread;
  std::string Why = bytes(M.getString("why").value_or(""));
  std::string On = "thread '" + Thread + "' (" + std::to_string(M.getInteger("tid").value_or(0)) + ")";
  if (F.Rule == "qobject-wrong-thread")
    F.Message = F.Callee + "() is called on " + On + ": " + Why;
  else if (F.Rule == "qt-thread-destroyed")
    F.Message =
        F.Callee + "() is called on " + On + " while the thread of the object is still running, which ends the program";
  else if (F.Rule == "gdk-threads-deprecated")
    F.Message = F.Callee + "() is deprecated since GTK 3.6 and gone in GTK 4";
  else if (F.Rule == "main-loop-off-main-thread")
    F.Message = F.Callee + "() is called on " + On + ", which is not the GUI thread";
  else
    F.Message = F.Callee + "() is called on " + On + "; " +
                (F.Rule == "gtk-off-main-thread" ? "GTK may only be used on the main thread"
                                                 : "this class may only be used on the GUI thread");
  F.Advice = F.Rule == "gtk-off-main-thread" ? "post the call to the main loop, for example with g_idle_add()"
             : F.Rule == "qt-off-main-thread"
                 ? "post the call with QMetaObject::invokeMethod(object, function, Qt::QueuedConnection)"
             : F.Rule == "qt-thread-destroyed"
                 ? "wait() for the thread first, and keep the object until it has finished"
             : F.Rule == "gdk-threads-deprecated" ? "call GTK only on the main thread and post to it with g_idle_add()"
             : F.Rule == "qobject-wrong-thread"
                 ? "call it on the thread the object lives in, for example by a queued invokeMethod()"
                 : "";
  addWitness(F, Frames, "thread '" + Thread + "'");
  return F;
}

Finding RunReport::ofStall(const json::Object &M, const std::vector<NamedFrame> &Frames) {
  Finding F;
  F.Rule = "blocking-call-on-main";
  F.Severity = Level::Warning;
  F.From = Origin::Run;
  F.Observed.emplace().IsStall = true;
  F.Callee = waitsIn(M, Frames);
  bool Ended = M.getBoolean("ended").value_or(true);
  F.Message = std::string(Ended ? "the main loop stalled for " : "the main loop has been stalled for ") +
              std::to_string(M.getInteger("ms").value_or(0)) + " ms" +
              (F.Callee.empty() ? "" : " in " + F.Callee + "()") + (Ended ? "" : " and still is");
  F.Advice = "do the work on another thread, or use a form that calls back when it is done";
  addWitness(F, Frames, "the main loop");
  return F;
}

const Finding *RunReport::add(const json::Object &M) {
  StringRef Is = M.getString("is").value_or("");
  if (const json::Array *List = M.getArray("libraries"))
    for (const json::Value &V : *List)
      if (const json::Object *L = V.getAsObject())
        Libraries[bytes(L->getString("path").value_or(""))] = {unsigned(L->getInteger("patched").value_or(0)),
                                                               unsigned(L->getInteger("refused").value_or(0))};
  if (auto Text = M.getString("trouble"); Text && !Text->empty())
    Trouble = bytes(*Text);
  if (Is == "start") {
    Started = true;
    HaveStacks = M.getBoolean("stacks").value_or(true);
  }
  if (Is == "gui")
    GuiKnown = true;
  if (Is != "call" && Is != "stall")
    return nullptr;
  auto Frames = frames(M);
  Finding F = Is == "call" ? ofCall(M, Frames) : ofStall(M, Frames);
  if (any_of(Suppressions, [&](const RunSuppression &S) { return matches(S, F, Frames); })) {
    ++Suppressed;
    return nullptr;
  }
  unsigned Number = unsigned(M.getInteger("site").value_or(0));
  Stalls[Number] = Is == "stall";
  bool Known = BySite.count(Number);
  BySite[Number] = std::move(F); // a later stall at one site was a longer one, or is the end of it
  return Known ? nullptr : &BySite[Number];
}

std::vector<Finding> RunReport::finish(const Ended &End) {
  std::vector<Finding> Out;
  for (auto &[Number, F] : BySite) {
    Out.push_back(F);
    if (Number >= End.Sites.size())
      continue;
    const SiteTotal &T = End.Sites[Number];
    Observation &O = *Out.back().Observed;
    O.Count = T.Count;
    O.Threads = T.Threads;
    O.WorstMs = T.WorstMs;
    O.TotalMs = T.TotalMs;
    O.Unfinished = O.IsStall && !T.Count;
  }
  return Out;
}

std::string RunReport::stallTable(const Ended &End) const {
  std::string Text;
  raw_string_ostream OS(Text);
  for (auto &[Number, F] : BySite) {
    if (!Stalls.at(Number) || Number >= End.Sites.size())
      continue;
    const SiteTotal &T = End.Sites[Number];
    if (Text.empty())
      OS << "stalls of the main loop:\n  count   worst ms   total ms  where\n";
    OS << format("%7llu %10llu %10llu  ", (unsigned long long)T.Count, (unsigned long long)T.WorstMs,
                 (unsigned long long)T.TotalMs)
       << F.At.File << (F.At.Line ? ":" + std::to_string(F.At.Line) : "")
       << (F.Function.empty() ? "" : " in " + F.Function) << '\n';
  }
  return Text;
}

std::string RunReport::coverage() const {
  unsigned Patched = 0, Refused = 0;
  for (auto &L : Libraries) {
    Patched += L.getValue().first;
    Refused += L.getValue().second;
  }
  std::string Text =
      std::to_string(Patched) + " functions of " + std::to_string(Libraries.size()) + " libraries watched";
  if (Refused)
    Text += ", " + std::to_string(Refused) + " left alone: their code is not what their file says";
  return Text;
}

std::string RunReport::trouble() const {
  if (!Started)
    return "the program did not load the checker: it cleared its environment, or its dynamic linker knows no LD_AUDIT "
           "(musl)";
  if (!Trouble.empty())
    return Trouble;
  if (Libraries.empty())
    return "the program loaded none of the toolkits that are watched: nothing was checked";
  if (!GuiKnown)
    return "the program never started its GUI (gtk_init(), QApplication): nothing was checked";
  if (!HaveStacks)
    return "libunwind.so.8 is not installed: stacks have one frame";
  return "";
}

} // namespace offmain::rt

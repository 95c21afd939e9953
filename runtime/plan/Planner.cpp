// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/plan/Planner.h"
#include "runtime/plan/Rtti.h"
#include "runtime/plan/X86.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <cstring>
#include <map>

using namespace llvm;
using namespace llvm::object;

namespace offmain::rt {

namespace {

/// Beginnings of the file names of the libraries that hold GUI functions.
constexpr StringRef ToolkitLibraries[] = {
    "libgtk-x11-2.0.so",     "libgdk-x11-2.0.so", "libgtk-3.so",           "libgdk-3.so",      "libgtk-4.so",
    "libgtkmm-2.4.so",       "libgdkmm-2.4.so",   "libgtkmm-3.0.so",       "libgdkmm-3.0.so",  "libgtkmm-4.0.so",
    "libadwaita-1.so",       "libhandy-1.so",     "libvte-2.91",           "libgtksourceview", "libwebkit2gtk-",
    "libwebkitgtk-6.0.so",   "libQt5Core.so",     "libQt5Gui.so",          "libQt5Widgets.so", "libQt5Quick.so",
    "libQt5PrintSupport.so", "libQt5Network.so",  "libQt5Sql.so",          "libQt6Core.so",    "libQt6Gui.so",
    "libQt6Widgets.so",      "libQt6Quick.so",    "libQt6PrintSupport.so", "libQt6Network.so", "libQt6Sql.so"};

/// Which functions count only when somebody else calls them: QtGui uses its own parts on other threads (a QImage's
/// conversion asks QScreen).
bool callsItself(StringRef FileName) { return FileName.contains("Qt5Gui") || FileName.contains("Qt6Gui"); }

/// GTK 2 and 3 and what is built on them: calls under the GDK lock are legal.
bool knowsGdkLock(StringRef FileName) {
  return !FileName.contains("gtk-4") && !FileName.contains("gtkmm-4") && !FileName.contains("adwaita") &&
         !FileName.contains("webkitgtk-6") && !FileName.contains("Qt");
}

/// "(const QIcon &)" of "(QIcon const&)", as models write it; blanks do not count there.
std::string asWritten(StringRef Parameters) {
  std::string Out;
  size_t Begin = 0; // of the parameter
  for (int Nesting = 0; !Parameters.empty();) {
    if (Parameters.consume_front(" const&") || Parameters.consume_front(" const*")) {
      Out.insert(Begin, "const ");
      Out += Parameters.data()[-1];
      continue;
    }
    char C = Parameters.front();
    Parameters = Parameters.drop_front();
    Out += C;
    Nesting += (C == '<') - (C == '>');
    if (C == '(' || (C == ',' && !Nesting))
      Begin = Out.size();
  }
  return Out;
}

/// What contracts go by.
struct ContractName {
  std::string Name;      ///< "QLabel::setText", "gtk_label_set_text"
  std::string Signature; ///< "(const QString &)"; "" for C
};

/// Nothing for what is no function of the program's language (thunks, guards) or an instance of a template.
std::optional<ContractName> contractName(StringRef Symbol) {
  if (!Symbol.starts_with("_Z"))
    return ContractName{Symbol.str(), ""};
  ItaniumPartialDemangler D;
  std::string Mangled = Symbol.str(); // referred to by D
  if (D.partialDemangle(Mangled.c_str()) || !D.isFunction())
    return std::nullopt;
  auto Text = [](char *Owned) {
    std::string S = Owned ? Owned : "";
    std::free(Owned);
    return S;
  };
  std::string Class = Text(D.getFunctionDeclContextName(nullptr, nullptr));
  std::string Base = Text(D.getFunctionBaseName(nullptr, nullptr));
  std::string Name = Class.empty() ? Base : Class + "::" + Base;
  if (Name.empty() || StringRef(Name).contains('<'))
    return std::nullopt;
  return ContractName{Name, asWritten(Text(D.getFunctionParameters(nullptr, nullptr)))};
}

std::string shownName(StringRef Symbol) { return Symbol.starts_with("_Z") ? demangle(Symbol) : Symbol.str(); }

/// Methods of QObjects that are compared with the thread the object lives in. A symbol does not say what it returns,
/// and one that returns an object by value gets its `this` in another register (as static functions get none): so only
/// methods that are known to return nothing, a number or a pointer, and to change what belongs to the object's thread.
bool comparesThread(StringRef Method) {
  static constexpr StringRef Known[] = {
      "start",     "stop",      "setInterval",   "setSingleShot",       "startTimer",
      "killTimer", "setParent", "connectToHost", "disconnectFromHost",  "abort",
      "bind",      "listen",    "close",         "setSocketDescriptor", "get",
      "post",      "put",       "head",          "deleteResource",      "sendCustomRequest",
      "terminate", "kill",      "startDetached", "closeWriteChannel"};
  return is_contained(Known, Method);
}

/// What a function is hooked for; none if it is not.
std::optional<uint16_t> flagsOf(const Contract &C, StringRef FileName, StringRef Name, const ModelSet &Models) {
  auto [Class, Method] = Name.rsplit("::");
  if (Method.starts_with("~"))
    return Models.function((Class + "::start").str(), {}, "").What == Role::QtThreadStart
               ? std::optional(uint16_t(Dies))
               : std::nullopt;
  bool Constructs = !Method.empty() && Class.ends_with(Method);
  uint16_t Flags = 0;
  if (C.What == Role::ToolkitInit)
    Flags |= Learns;
  if (C.What == Role::ToolkitLoop)
    Flags |= Loop;
  if (C.What == Role::LoopWaits)
    Flags |= LoopWaits;
  if (C.What == Role::LoopTurns)
    Flags |= LoopTurns;
  if (C.What == Role::LockInit)
    Flags |= LockMade;
  if (C.lockChange(ToolkitLock) > 0)
    Flags |= LockTake;
  if (C.lockChange(ToolkitLock) < 0)
    Flags |= LockGive;
  if (C.RunsOn == Thread::Owner && C.Kit == Toolkit::Qt) {
    if (!Constructs && !comparesThread(Method))
      return std::nullopt;
    Flags |= Affine;
  } else if (C.RunsOn != Thread::Main && !Flags)
    return std::nullopt;
  if (callsItself(FileName))
    Flags |= FromOutside;
  if (C.Kit == Toolkit::Gtk && knowsGdkLock(FileName))
    Flags |= GdkKit;
  return Flags;
}

class Planner {
public:
  Planner(const ELF64LEObjectFile &Library, StringRef FileName, const ModelSet &Models)
      : Library(Library), FileName(FileName), Models(Models), Tree(Library) {}
  Error run(PlannedLibrary &Into);

private:
  Error findText();
  Error findFunctions();
  uint32_t name(StringRef Text);
  void assemble(PlannedLibrary &Into, uint32_t Slow);

  const ELF64LEObjectFile &Library;
  StringRef FileName;
  const ModelSet &Models;
  ClassTree Tree;
  Text Code;
  struct Function {
    StringRef Symbol;
    uint64_t Size;
    std::optional<uint16_t> Flags;
    Toolkit Kit = Toolkit::None;
  };
  std::map<uint64_t, Function> Functions; ///< every function the library exports, by address
  std::vector<Hook> Hooks;
  std::vector<LeftAlone> Left;
  std::vector<char> Names{0};
  StringMap<uint32_t> NameAt;
  std::unique_ptr<HookWriter> Writer;
};

} // namespace

Error Planner::findText() {
  auto Headers = Library.getELFFile().program_headers();
  if (!Headers)
    return Headers.takeError();
  StringRef File = Library.getData();
  for (const auto &H : *Headers) {
    if (H.p_type != ELF::PT_LOAD || !(H.p_flags & ELF::PF_X))
      continue;
    if (!Code.Bytes.empty())
      return createStringError("it has more than one executable segment");
    if (H.p_offset > File.size() || H.p_filesz > File.size() - H.p_offset)
      return createStringError("it is cut off");
    Code.Address = H.p_vaddr;
    Code.Bytes = ArrayRef(reinterpret_cast<const uint8_t *>(File.data()) + H.p_offset, H.p_filesz);
  }
  return Code.Bytes.empty() ? createStringError("it holds no code") : Error::success();
}

Error Planner::findFunctions() {
  for (const ELFSymbolRef &S : Library.getDynamicSymbolIterators()) {
    auto Type = S.getType();
    auto Name = S.getName();
    auto Address = S.getAddress();
    auto Flags = S.getFlags();
    if (!Type || !Name || !Address || !Flags)
      return joinErrors(joinErrors(Type.takeError(), Name.takeError()),
                        joinErrors(Address.takeError(), Flags.takeError()));
    if (*Type != SymbolRef::ST_Function || (*Flags & SymbolRef::SF_Undefined) || S.getELFType() != ELF::STT_FUNC ||
        !Code.holds(*Address, 1))
      continue;
    Function F{*Name, S.getSize(), std::nullopt};
    if (auto As = contractName(*Name)) {
      size_t Scope = As->Name.rfind("::");
      StringRef Class = StringRef(As->Name).take_front(Scope == std::string::npos ? 0 : Scope);
      Contract C = Models.function(As->Name, Tree.bases(Class), As->Signature);
      F.Flags = flagsOf(C, FileName, As->Name, Models);
      F.Kit = C.Kit;
    }
    auto [It, New] = Functions.try_emplace(*Address, F);
    // Several names for one function: the one that is hooked, else the longest body.
    if (!New && !It->second.Flags && F.Flags)
      It->second = F;
  }
  return Error::success();
}

uint32_t Planner::name(StringRef Text) {
  auto [It, New] = NameAt.try_emplace(Text, Names.size());
  if (New) {
    Names.insert(Names.end(), Text.begin(), Text.end());
    Names.push_back(0);
  }
  return It->second;
}

Error Planner::run(PlannedLibrary &Into) {
  if (Error E = findText())
    return E;
  if (Error E = findFunctions())
    return E;
  Writer = std::make_unique<HookWriter>(Code);
  DenseSet<uint64_t> Heads;
  for (auto &[Address, F] : Functions)
    if (F.Flags)
      for (unsigned I = 1; I < 9; ++I)
        Heads.insert(Address + I);
  Writer->setLongBranchTargets(HookWriter::longBranchTargets(Code, Heads));
  for (auto &[Address, F] : Functions)
    Writer->addBorder(Address, F.Size);
  for (auto It = Functions.begin(); It != Functions.end(); ++It) {
    auto &[Address, F] = *It;
    auto Next = std::next(It);
    if (F.Flags) {
      Target Of{Address, F.Size, Next == Functions.end() ? Code.Address + Code.Bytes.size() : Next->first};
      Hook H{};
      H.Flags = *F.Flags;
      H.Toolkit = uint8_t(F.Kit);
      std::string Shown = shownName(F.Symbol);
      std::string Why = F.Size ? Writer->add(Of, H, Hooks.size()) : "its symbol has no size";
      if (Why.empty()) {
        H.Name = name(Shown);
        Hooks.push_back(H);
      } else {
        Left.push_back({name(Shown), name(Why)});
        Into.Left.push_back({Shown, Why});
      }
    }
  }
  assemble(Into, Writer->finish());
  return Error::success();
}

void Planner::assemble(PlannedLibrary &Into, uint32_t Slow) {
  PlanHeader H{};
  std::vector<char> Out(sizeof(H));
  auto Append = [&](const void *Data, size_t Size) {
    Out.resize((Out.size() + 7) & ~size_t(7));
    uint32_t At = Out.size();
    Out.insert(Out.end(), static_cast<const char *>(Data), static_cast<const char *>(Data) + Size);
    return At;
  };
  H.Magic = PlanMagic;
  H.Version = PlanVersion;
  H.Models = Models.hash();
  H.TextBegin = ~uint64_t(0);
  for (const Hook &K : Hooks) {
    H.TextBegin = std::min({H.TextBegin, K.Patch, K.Pad ? K.Pad : K.Patch});
    H.TextEnd = std::max({H.TextEnd, K.Patch + K.Bytes, K.Pad + 5});
  }
  constexpr uint64_t Page = 4096;
  H.TextBegin = Hooks.empty() ? 0 : H.TextBegin & ~(Page - 1);
  H.TextEnd = (H.TextEnd + Page - 1) & ~(Page - 1);
  H.HookCount = Hooks.size();
  H.FixupCount = Writer->Fixups.size();
  H.LeftCount = Left.size();
  H.CodeSize = Writer->Code.size();
  H.Slow = Slow;
  H.Hooks = Append(Hooks.data(), Hooks.size() * sizeof(Hook));
  H.Fixups = Append(Writer->Fixups.data(), Writer->Fixups.size() * sizeof(Fixup));
  H.Left = Append(Left.data(), Left.size() * sizeof(LeftAlone));
  H.Code = Append(Writer->Code.data(), Writer->Code.size());
  H.Names = Append(Names.data(), Names.size());
  H.NamesSize = Names.size();
  H.Size = Out.size();
  std::memcpy(Out.data(), &H, sizeof(H));
  Into.Bytes = std::move(Out);
  Into.Hooked = Hooks.size();
}

ArrayRef<StringRef> toolkitLibraries() { return ToolkitLibraries; }

static std::string buildId(const ELF64LEObjectFile &Library) {
  for (const SectionRef &S : Library.sections()) {
    auto Name = S.getName();
    auto Data = S.getContents();
    if (!Name || !Data || *Name != ".note.gnu.build-id" || Data->size() <= 16) {
      consumeError(Name.takeError());
      consumeError(Data.takeError());
      continue;
    }
    return toHex(Data->drop_front(16), /*LowerCase=*/true); // header, "GNU\0", then the id
  }
  return "";
}

Expected<PlannedLibrary> planLibrary(StringRef Path, const ModelSet &Models) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(Buffer.getError(), "cannot read " + Path);
  auto Object = ObjectFile::createELFObjectFile(**Buffer);
  if (!Object)
    return Object.takeError();
  auto *Library = dyn_cast<ELF64LEObjectFile>(Object->get());
  if (!Library || Library->getArch() != Triple::x86_64)
    return createStringError(Path + " is not a library for x86-64");
  PlannedLibrary Out;
  Out.BuildId = buildId(*Library);
  if (Out.BuildId.empty())
    return createStringError(Path + " has no build id");
  if (Error E = Planner(*Library, sys::path::filename(Path), Models).run(Out))
    return createStringError(Path + ": " + toString(std::move(E)));
  return Out;
}

} // namespace offmain::rt

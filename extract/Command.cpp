// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compile command as it was written for some compiler → arguments for clang's driver that only parse.
//
//   ccache /usr/bin/x86_64-linux-gnu-g++-12 @flags.rsp -O2 -fipa-pta -fplugin=x.so -Werror -o a.o -c a.cpp
//      ──▶ clang --driver-mode=g++ -resource-dir=... -fsyntax-only -w -O2 ... -- /abs/a.cpp
//
// The command is read with clang's own option table, so that `-o`'s value is never taken for a source file and an
// unknown flag is known to be one. What stays is what the parser can see; the rest goes. Rejected: a list of patterns
// (each new flag of each compiler would break it), and running the driver and dropping what it complains about (it
// stops at the first few).
#include "extract/Extract.h"
#include "extract/SourceHash.h"
#include "facts/Facts.h"
#include "clang/Basic/Version.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
namespace options = clang::options;

namespace offmain {
namespace {

// The one thing in extract/ that knows of a toolkit: the hooks some headers leave for tools to see which methods were
// declared under their keywords ("signals:", "Q_INVOKABLE"). The headers define them only when nobody else did.
constexpr const char *AnnotationHooks[] = {
    "-DQT_ANNOTATE_ACCESS_SPECIFIER(x)=__attribute__((annotate(#x)))",
    "-DQT_ANNOTATE_FUNCTION(x)=__attribute__((annotate(#x)))",
};

constexpr StringLiteral Launchers[] = {"ccache",   "sccache", "distcc",   "icecc",      "gomacc",
                                       "buildcache", "fastcache", "goma_cc", "reclient", "rewrapper"};

/// Removes what stands in front of the compiler.
void stripLaunchers(SmallVectorImpl<const char *> &Argv) {
  while (Argv.size() > 1 && is_contained(Launchers, sys::path::stem(Argv.front())) &&
         !StringRef(Argv[1]).starts_with("-"))
    Argv.erase(Argv.begin());
}

/// "x86_64-linux-gnu-g++-12" → "x86_64-linux-gnu-g++".
StringRef compilerName(StringRef Path) {
  StringRef Name = sys::path::filename(Path);
  Name.consume_back(".exe");
  size_t Dash = Name.rfind('-');
  if (Dash != StringRef::npos && Dash + 1 < Name.size() &&
      Name.substr(Dash + 1).find_first_not_of("0123456789.") == StringRef::npos)
    Name = Name.take_front(Dash);
  return Name;
}

bool isCxxCompiler(StringRef Name) { return Name.ends_with("++") || Name == "cc1plus" || Name.ends_with("-cc1plus"); }

/// A cross compiler says its target in its name.
StringRef targetOf(StringRef Name) {
  for (StringRef Tail : {"-g++", "-gcc", "-c++", "-cc", "-clang++", "-clang"})
    if (Name.consume_back(Tail))
      return Name.contains('-') ? Name : StringRef();
  return {};
}

/// Where clang's own headers are: beside the tool when installed with it, else where it was built against.
std::string resourceDirectory() {
  static const std::string Directory = [] {
    static int Anchor;
    std::string Tool = sys::fs::getMainExecutable(nullptr, &Anchor);
    SmallString<256> Beside(sys::path::parent_path(sys::path::parent_path(Tool)));
    sys::path::append(Beside, "lib", "clang", CLANG_VERSION_MAJOR_STRING);
    SmallString<256> Probe(Beside);
    sys::path::append(Probe, "include", "stddef.h");
    if (sys::fs::exists(Probe))
      return std::string(Beside);
    return std::string(OFFMAIN_CLANG_RESOURCE_DIR);
  }();
  return Directory;
}

enum class Fate { Keep, Drop, DropAndTell };

/// What to do with an option of the driver that clang knows.
Fate fateOf(const opt::Arg &A) {
  const opt::Option &O = A.getOption();
  for (unsigned Group : {options::OPT_M_Group, options::OPT_Link_Group, options::OPT_Action_Group,
                         options::OPT_StaticAnalyzer_Group, options::OPT_clang_ignored_f_Group,
                         options::OPT_clang_ignored_gcc_optimization_f_Group, options::OPT_clang_ignored_m_Group,
                         options::OPT_clang_ignored_legacy_options_Group, options::OPT_W_Group,
                         options::OPT_g_Group, options::OPT_fsan_cov_Group,
                         // Without __OPTIMIZE__ headers say the same in fewer words: no fortified twins of C library
                         // functions, no helper variables in likely/unlikely macros.
                         options::OPT_O_Group})
    if (O.matches(Group))
      return Fate::Drop;
  switch (O.getID()) {
  case options::OPT_fplugin_EQ:
  case options::OPT_fplugin_arg:
  case options::OPT_fpass_plugin_EQ:
  case options::OPT_mllvm:
  case options::OPT_config:
  case options::OPT_config_system_dir_EQ:
  case options::OPT_config_user_dir_EQ:
    return Fate::DropAndTell;
  case options::OPT_o:
  case options::OPT_c:
  case options::OPT_w:
  case options::OPT_v:
  case options::OPT__HASH_HASH_HASH:
  case options::OPT_pipe:
  case options::OPT_pedantic:
  case options::OPT_pedantic_errors:
  case options::OPT_save_temps:
  case options::OPT_save_temps_EQ:
  case options::OPT_dependency_file:
  case options::OPT__serialize_diags:
  case options::OPT_resource_dir:
  case options::OPT_resource_dir_EQ:
  case options::OPT_driver_mode:
  case options::OPT_fsyntax_only:
  case options::OPT_shared:
  case options::OPT_static:
  case options::OPT_pie:
  case options::OPT_Wl_COMMA:
  case options::OPT_Wa_COMMA:
  case options::OPT_Xlinker:
  case options::OPT_Xassembler:
    return Fate::Drop;
  default:
    break;
  }
  StringRef Text = A.getSpelling();
  Text.consume_front("-");
  for (StringRef Prefix : {"fdiagnostics", "fcolor", "fno-color", "fmessage-length", "ftime-", "fproc-stat", "fmodule",
                           "fno-module", "fcxx-modules", "fprebuilt", "fbuiltin-module", "fprofile", "fcoverage",
                           "ftest-coverage", "flto", "fno-lto", "fthin", "fsanitize", "fno-sanitize", "fxray",
                           "fcrash", "emit-", "fembed", "fsave-opt", "foptimization-record", "ferror-limit",
                           "fbacktrace", "ftemplate-backtrace", "fmacro-backtrace", "frecord", "fno-record"})
    if (Text.starts_with(Prefix))
      return Fate::Drop;
  return Fate::Keep;
}

/// `-Xclang X` sequences: only what the parser sees is kept.
void keepFrontendArguments(ArrayRef<std::string> Given, std::vector<std::string> &Out, std::vector<std::string> &Told) {
  auto Pass = [&Out](StringRef Argument) {
    Out.push_back("-Xclang");
    Out.push_back(Argument.str());
  };
  for (size_t I = 0; I < Given.size(); ++I) {
    StringRef A = Given[I];
    bool TakesNext = A == "-load" || A == "-add-plugin" || A == "-plugin" || A.starts_with("-plugin-arg") ||
                     A == "-include-pch" || A == "-mllvm" || A == "-o";
    if (TakesNext) {
      ++I;
      if (A != "-include-pch" && A != "-o")
        Told.push_back("-Xclang " + A.str());
      continue;
    }
    bool PairSeen = A == "-include" || A == "-isystem" || A == "-iquote" || A == "-I" || A == "-D";
    if (PairSeen && I + 1 < Given.size()) {
      Pass(A);
      Pass(Given[++I]);
    } else if (A.starts_with("-D") || A.starts_with("-std=") || A.starts_with("-fms-") || A == "-fblocks") {
      Pass(A);
    }
  }
}

class CommandCleaner {
public:
  CommandCleaner(const ExtractRequest &Request, vfs::FileSystem &Files, std::vector<std::string> &Notes)
      : Request(Request), Files(Files), Notes(Notes) {}

  std::vector<std::string> run();

private:
  void expand(SmallVectorImpl<const char *> &Argv);
  void sort(const opt::InputArgList &Args);
  bool forcedIncludeExists(StringRef Name);
  std::string absolute(StringRef Path) const;

  const ExtractRequest &Request;
  vfs::FileSystem &Files;
  std::vector<std::string> &Notes;
  BumpPtrAllocator Memory;
  std::vector<std::string> Kept, Frontend, Unknown, Told;
};

std::string CommandCleaner::absolute(StringRef Path) const {
  SmallString<256> Full(Path);
  if (!sys::path::is_absolute(Full)) {
    Full = Request.Directory;
    sys::path::append(Full, Path);
  }
  sys::path::remove_dots(Full);
  return std::string(Full);
}

void CommandCleaner::expand(SmallVectorImpl<const char *> &Argv) {
  cl::ExpansionContext Context(Memory, cl::TokenizeGNUCommandLine, &Files);
  Context.setCurrentDir(Request.Directory);
  if (Error E = Context.expandResponseFiles(Argv))
    Notes.push_back("response file not read: " + toString(std::move(E)));
  erase_if(Argv, [](const char *A) { return A == nullptr; });
}

/// `-include x.h` is written by build systems for a precompiled x.h.gch even when x.h itself is not there.
bool CommandCleaner::forcedIncludeExists(StringRef Name) {
  if (Files.exists(absolute(Name)))
    return true;
  std::string Precompiled = absolute(Name) + ".gch";
  return !Files.exists(Precompiled); // without either, the search path decides
}

void CommandCleaner::sort(const opt::InputArgList &Args) {
  for (const opt::Arg *A : Args) {
    const opt::Option &O = A->getOption();
    if (O.getKind() == opt::Option::InputClass)
      continue;
    if (O.getKind() == opt::Option::UnknownClass) {
      // Warnings and machine-code flags of other compilers change nothing that is looked at.
      if (StringRef(A->getSpelling()).starts_with("-W"))
        continue;
      Unknown.push_back(A->getAsString(Args));
      continue;
    }
    if (O.matches(options::OPT_Xclang)) {
      Frontend.push_back(A->getValue());
      continue;
    }
    if (O.matches(options::OPT_Wp_COMMA)) {
      for (StringRef Part : A->getValues())
        if (Part.starts_with("-D") || Part.starts_with("-U"))
          Kept.push_back(Part.str());
      continue;
    }
    if (O.matches(options::OPT_include) && !forcedIncludeExists(A->getValue())) {
      Notes.push_back(std::string("dropped: -include ") + A->getValue() + " (only its precompiled form exists)");
      continue;
    }
    Fate F = fateOf(*A);
    if (F == Fate::DropAndTell)
      Told.push_back(A->getAsString(Args));
    if (F != Fate::Keep)
      continue;
    opt::ArgStringList Rendered;
    A->render(Args, Rendered);
    for (const char *Text : Rendered)
      Kept.push_back(Text);
  }
}

std::vector<std::string> CommandCleaner::run() {
  SmallVector<const char *, 64> Argv;
  for (const std::string &A : Request.Arguments)
    Argv.push_back(A.c_str());
  expand(Argv);
  stripLaunchers(Argv);
  std::string Compiler = Argv.empty() ? "cc" : Argv.front();

  StringRef Name = compilerName(Compiler);
  // Clang looks for gcc's headers from the folder it believes to be in; a name without one leads through /lib, and to
  // paths that are not what they say once ".." is taken out of them.
  std::vector<std::string> Out = {"/usr/bin/clang", isCxxCompiler(Name) ? "--driver-mode=g++" : "--driver-mode=gcc",
                                  "--no-default-config", "-resource-dir=" + resourceDirectory(), "-fsyntax-only"};
  unsigned MissingIndex = 0, MissingCount = 0;
  ArrayRef<const char *> Rest = Argv.empty() ? ArrayRef<const char *>() : ArrayRef(Argv).drop_front();
  opt::InputArgList Args = clang::getDriverOptTable().ParseArgs(Rest, MissingIndex, MissingCount,
                                                                opt::Visibility(options::ClangOption));
  if (StringRef Target = targetOf(Name); !Target.empty() && !Args.hasArg(options::OPT_target))
    Out.push_back("--target=" + Target.str());
  sort(Args);
  append_range(Out, Kept);
  keepFrontendArguments(Frontend, Out, Told);
  append_range(Out, AnnotationHooks);
  // Errors by default since clang 16, in C that every gcc still takes.
  Out.insert(Out.end(), {"-w", "-Wno-everything", "-Wno-incompatible-pointer-types", "-Wno-incompatible-function-pointer-types",
                         "-Wno-int-conversion", "-Wno-implicit-function-declaration", "-Wno-implicit-int", "-ferror-limit=0", "-fno-spell-checking", "-fno-caret-diagnostics"});
  if (Request.Strict)
    Out.insert(Out.end(), {"-Werror=incompatible-pointer-types", "-Werror=incompatible-function-pointer-types",
                           "-Werror=int-conversion", "-Werror=implicit-function-declaration", "-Werror=implicit-int"});
  Out.insert(Out.end(), {"--", absolute(Request.File)});

  if (!Unknown.empty())
    Notes.push_back("ignored flags clang does not know: " + join(Unknown, " "));
  if (!Told.empty())
    Notes.push_back("dropped, nothing is loaded from a command: " + join(Told, " "));
  return Out;
}

} // namespace

std::vector<std::string> cleanCommand(const ExtractRequest &Request, std::vector<std::string> &Notes,
                                      IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  if (!Files)
    Files = vfs::getRealFileSystem();
  return CommandCleaner(Request, *Files, Notes).run();
}

std::vector<std::string> includePathEnvironment() {
  std::vector<std::string> Set;
  for (const char *Name : {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH", "OBJCPLUS_INCLUDE_PATH"})
    if (auto Value = sys::Process::GetEnv(Name))
      Set.push_back(std::string(Name) + "=" + *Value);
  return Set;
}

uint64_t toolVersionHash() {
  std::string Key = ("facts " + Twine(facts::Version) + " extract " OFFMAIN_EXTRACT_SOURCES " " +
                     clang::getClangFullVersion() + " " + resourceDirectory())
                        .str();
  return xxh3_64bits(Key);
}

} // namespace offmain

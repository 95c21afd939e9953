// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Units.h. Two passes over the database: ask the cache about every unit, then parse what it does not have.
#include "driver/Units.h"
#include "cache/Cache.h"
#include "facts/Text.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

/// Bytes that somebody else owns, as a MemoryBuffer.
class BorrowedBuffer : public MemoryBuffer {
public:
  BorrowedBuffer(StringRef Bytes, std::shared_ptr<const void> Owner, StringRef Name)
      : Owner(std::move(Owner)), Name(Name) {
    init(Bytes.begin(), Bytes.end(), /*RequiresNullTerminator=*/false);
  }
  StringRef getBufferIdentifier() const override { return Name; }
  BufferKind getBufferKind() const override { return MemoryBuffer_Malloc; }

private:
  std::shared_ptr<const void> Owner;
  std::string Name;
};

class Collector {
public:
  Collector(const CompileDatabase &Database, IntrusiveRefCntPtr<vfs::FileSystem> FS, const UnitOptions &Options,
            Progress Tell)
      : Database(Database), FS(std::move(FS)), Options(Options), Tell(Tell),
        Cache(Options.CacheDirectory, Files, Options.RunStartNs), Views(Database.Commands.size()) {}

  Expected<UnitSet> run();

private:
  bool useCache() const { return !Options.CacheDirectory.empty(); }
  cache::UnitInputs inputsOf(const ExtractRequest &Request);
  void lookUp(size_t Index, const CompileCommand &Command);
  void accept(size_t Index, facts::UnitView View, unsigned Errors, ArrayRef<std::string> Notes);
  void finish(size_t Slot, UnitOutcome Outcome);
  void store(size_t Slot, const UnitOutcome &Outcome);
  std::string parse();
  void lose(StringRef File, std::string Reason) {
    Result.Incomplete.push_back({File.str(), std::move(Reason), {}, false});
  }
  void miss(StringRef File, StringRef Reason) {
    if (Options.ExplainMisses)
      Result.Misses.push_back((File + ": " + Reason).str());
  }
  void progress() { Tell(++Done, Database.Commands.size()); }

  const CompileDatabase &Database;
  IntrusiveRefCntPtr<vfs::FileSystem> FS;
  const UnitOptions &Options;
  Progress Tell;
  cache::FileTable Files;
  cache::UnitCache Cache;
  UnitSet Result;
  std::vector<std::optional<facts::UnitView>> Views; ///< by index in the database
  std::vector<ExtractRequest> ToParse;
  std::vector<size_t> ToParseIndex;
  std::vector<cache::UnitInputs> ToParseInputs;
  std::map<std::string, unsigned> Notes; ///< note → units that have it
  size_t Done = 0;
};

cache::UnitInputs Collector::inputsOf(const ExtractRequest &Request) {
  std::vector<std::string> Ignored;
  cache::UnitInputs Inputs;
  Inputs.Directory = Request.Directory;
  Inputs.MainFile = Request.File;
  Inputs.Command = cleanCommand(Request, Ignored, FS);
  append_range(Inputs.Command, includePathEnvironment());
  Inputs.ToolVersion = toolVersionHash();
  return Inputs;
}

void Collector::lookUp(size_t Index, const CompileCommand &Command) {
  if (!Files.stat(Command.File).Exists) {
    lose(Command.File, "not analyzed: the source is gone; build the project or write the compile database again");
    return progress();
  }
  ExtractRequest Request{Command.Directory, Command.File, Command.Arguments};
  cache::UnitInputs Inputs;
  if (useCache()) {
    Inputs = inputsOf(Request);
    cache::Lookup Found = Cache.lookup(Inputs);
    if (Found.Hit) {
      auto View = openFacts(Found.Unit.Facts, Found.Unit.Buffer, Command.File);
      if (View) {
        ++Result.FromCache;
        accept(Index, std::move(*View), Found.Unit.Errors, Found.Unit.Notes);
        return progress();
      }
      Found.Reason = "its facts cannot be read: " + toString(View.takeError());
    }
    miss(Command.File, Found.Reason);
  }
  ToParse.push_back(std::move(Request));
  ToParseIndex.push_back(Index);
  ToParseInputs.push_back(std::move(Inputs));
}

void Collector::accept(size_t Index, facts::UnitView View, unsigned Errors, ArrayRef<std::string> UnitNotes) {
  for (const std::string &Note : UnitNotes)
    ++Notes[Note];
  Result.FactsBytes += View.bytes().size();
  if (auto Partial = partialUnit(View, Errors)) {
    Partial->File = Database.Commands[Index].File;
    Result.Incomplete.push_back(std::move(*Partial));
  }
  Views[Index] = std::move(View);
}

void Collector::store(size_t Slot, const UnitOutcome &Outcome) {
  cache::UnitRecord Unit;
  Unit.Reads = Outcome.Result.Reads;
  Unit.Absent = Outcome.Result.Absent;
  Unit.Listed = Outcome.Result.Listed;
  Unit.Notes = Outcome.Result.Notes;
  Unit.Errors = Outcome.Result.Errors;
  Unit.Facts = Outcome.Result.Facts;
  std::string Trouble = Cache.store(ToParseInputs[Slot], Unit);
  if (!Trouble.empty())
    Notes[Trouble + "; going on without it"] = 1;
}

void Collector::finish(size_t Slot, UnitOutcome Outcome) {
  size_t Index = ToParseIndex[Slot];
  StringRef File = Database.Commands[Index].File;
  ExtractResult &Got = Outcome.Result;
  ++Result.Parsed;
  progress();
  if (!Outcome.Failure.empty())
    return lose(File, "not analyzed: " + Outcome.Failure);
  if (Got.Facts.empty())
    return lose(File, "not analyzed: " + (Got.FatalMessage.empty() ? "no facts" : Got.FatalMessage));
  if (useCache())
    store(Slot, Outcome);
  auto Bytes = std::make_shared<const std::string>(std::move(Got.Facts));
  auto View = openFacts(*Bytes, Bytes, File);
  if (!View)
    return lose(File, "not analyzed: bad facts: " + toString(View.takeError()));
  accept(Index, std::move(*View), Got.Errors, Got.Notes);
}

std::string Collector::parse() {
  auto Finish = [&](size_t Slot, UnitOutcome Outcome) { finish(Slot, std::move(Outcome)); };
  if (!Options.Share || ToParse.empty())
    return extractAll(ToParse, Options.Workers, Finish);
  if (!useCache())
    for (const ExtractRequest &Request : ToParse)
      ToParseInputs[&Request - ToParse.data()] = inputsOf(Request);
  Sharing Source(ToParse, ToParseInputs, Cache, Options.CacheDirectory, Finish);
  std::string Trouble = runAll(Source, Options.Workers);
  Result.Sharing = std::move(Source.Stats);
  llvm::sort(Result.Sharing.FellBack);
  llvm::sort(Result.Sharing.NotMade);
  return Trouble;
}

Expected<UnitSet> Collector::run() {
  for (size_t I = 0; I != Database.Commands.size(); ++I)
    lookUp(I, Database.Commands[I]);
  std::string Trouble = parse();
  if (!Trouble.empty())
    return createStringError(Trouble);
  if (useCache() && !ToParse.empty())
    Cache.prune();
  for (size_t I = 0; I != Views.size(); ++I) {
    std::optional<facts::UnitView> &View = Views[I];
    if (!View)
      continue;
    const CompileCommand &Command = Database.Commands[I];
    Result.Requests.push_back({Command.Directory, Command.File, Command.Arguments});
    if (Options.ThroughText) {
      auto Again = throughText(*View);
      if (!Again)
        return Again.takeError();
      *View = std::move(*Again);
    }
    Result.Views.push_back(std::move(*View));
  }
  for (const auto &[Note, Count] : Notes)
    Result.Notes.push_back(Note + (Count > 1 ? " (" + std::to_string(Count) + " units)" : ""));
  llvm::sort(Result.Incomplete);
  Result.Incomplete.erase(llvm::unique(Result.Incomplete), Result.Incomplete.end());
  llvm::sort(Result.Misses);
  Result.Total = Database.Commands.size();
  Result.FilesSeen = Files.size();
  return std::move(Result);
}

} // namespace

Expected<facts::UnitView> openFacts(StringRef Bytes, std::shared_ptr<const void> Owner, StringRef Name) {
  return facts::open(std::make_unique<BorrowedBuffer>(Bytes, std::move(Owner), Name));
}

std::optional<IncompleteUnit> partialUnit(const facts::UnitView &View, unsigned Errors) {
  if (Errors == 0)
    return std::nullopt;
  IncompleteUnit U;
  U.File = View.mainFile().str();
  U.Partial = true;
  U.Reason = "analyzed in part: " + std::to_string(Errors) + (Errors == 1 ? " parse error" : " parse errors");
  for (const facts::fb::Diagnostic *D : *View->diagnostics()) {
    if (!isError(*D))
      continue;
    U.Reason += (Errors == 1 ? ": " : ", the first: ") + D->text()->str();
    if (D->line() && D->file() < View->files()->size())
      U.At = {View.path(D->file()).str(), D->line(), D->col(), 0, 0};
    break;
  }
  return U;
}

Expected<facts::UnitView> throughText(const facts::UnitView &View) {
  auto Bytes = facts::fromText(facts::toText(View));
  if (!Bytes)
    return createStringError("text form of %s: %s", View.mainFile().str().c_str(), toString(Bytes.takeError()).c_str());
  auto Kept = std::make_shared<const std::string>(std::move(*Bytes));
  return openFacts(*Kept, Kept, View.mainFile());
}

Expected<UnitSet> collectUnits(const CompileDatabase &Database, IntrusiveRefCntPtr<vfs::FileSystem> FS,
                               const UnitOptions &Options, Progress Tell) {
  return Collector(Database, std::move(FS), Options, Tell).run();
}

} // namespace offmain

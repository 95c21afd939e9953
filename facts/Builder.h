// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What extract fills while it walks one unit. Interns strings, values, files and entities; bodies are handed over
// whole, folded, and laid out in function order by finish().
//
//   bool IsNew;
//   uint32_t F = B.function(Usr, IsNew);   // every handle is "index + 1", as in facts.fbs, unless said otherwise
//   if (IsNew) B.functionDef(F).Name = B.string("f");
//   Body Code;
//   uint32_t Entry = Code.block();
//   uint32_t Site = B.site({.At = Loc, .Callee = G, .Args = {B.value(ValueKind::Param, 0)}, .Function = F});
//   Code.call(Entry, Site, Loc);
//   B.setBody(F, std::move(Code));
//   std::string Bytes = B.finish("a.c", Hash, "c");
//
// Same calls, same bytes.
#ifndef OFFMAIN_FACTS_BUILDER_H
#define OFFMAIN_FACTS_BUILDER_H

#include "facts/Facts.h"
#include "facts/Operands.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <string>
#include <vector>

namespace offmain::facts {

/// A function body while it is built: any blocks in any order; block 0 is the entry. Becomes small in fold().
struct Body {
  struct Block {
    std::vector<fb::Event> Events;
    llvm::SmallVector<uint32_t, 2> Successors; ///< numbers of blocks, or NoBlock
    uint32_t Condition = 0;                    ///< value+1; with one there are exactly two successors: true, false
  };
  std::vector<Block> Blocks;

  /// Adds a block; returns its number.
  uint32_t block() {
    Blocks.emplace_back();
    return static_cast<uint32_t>(Blocks.size() - 1);
  }
  void call(uint32_t Block, uint32_t Site, fb::Loc At) {
    Blocks[Block].Events.emplace_back(EventKind::Call, 0, 0, Site, 0, At);
  }
  void store(uint32_t Block, uint32_t Target, uint32_t Stored, fb::Loc At) {
    Blocks[Block].Events.emplace_back(EventKind::Store, 0, 0, Target, Stored, At);
  }
  void ret(uint32_t Block, uint32_t Value, fb::Loc At) {
    Blocks[Block].Events.emplace_back(EventKind::Return, 0, 0, Value, 0, At);
  }
};

/// Makes the body call-only: an empty block gives way to its successor, a condition whose two ways have become one is
/// dropped, straight lines are joined, empty unreachable blocks go. Block 0 stays the entry; at least one block
/// stays. A loop without events stays as one block that is its own successor. Unreachable blocks with events stay
/// (exception handlers hang on no edge).
void fold(Body &Code);

struct FunctionDef {
  uint64_t Usr = 0;
  uint32_t Name = 0, Signature = 0; ///< string+1
  uint32_t Record = 0;              ///< record+1
  fb::Loc At{}, End{};
  uint32_t Flags = 0;      ///< FunctionFlag; HasBody is set by setBody()
  uint32_t Parent = 0;     ///< function+1
  uint32_t Result = 0;     ///< record+1
  uint32_t ResultType = 0; ///< string+1
  std::vector<fb::Param> Params;
  std::vector<uint32_t> Overrides;   ///< function+1
  std::vector<uint32_t> Annotations; ///< string+1
  std::vector<fb::Capture> Captures;
  void set(FunctionFlag F) { Flags |= static_cast<uint32_t>(F); }
};

struct RecordDef {
  uint64_t Usr = 0;
  uint32_t Name = 0; ///< string+1
  fb::Loc At{};
  uint32_t Flags = 0;                ///< RecordFlag
  uint32_t FirstMember = 0;          ///< record+1
  std::vector<uint32_t> Bases;       ///< record+1
  std::vector<uint32_t> Annotations; ///< string+1
  void set(RecordFlag F) { Flags |= static_cast<uint32_t>(F); }
};

struct VariableDef {
  uint64_t Usr = 0;
  uint32_t Name = 0, Record = 0, Type = 0, TypeRecord = 0; ///< string+1, record+1, string+1, record+1
  fb::Loc At{};
  uint32_t Flags = 0; ///< VariableFlag
  void set(VariableFlag F) { Flags |= static_cast<uint32_t>(F); }
};

struct SiteDef {
  fb::Loc At{}, End{};
  uint32_t Callee = 0;                 ///< function+1
  uint32_t Target = 0;                 ///< value+1
  uint32_t Receiver = 0;               ///< value+1
  llvm::SmallVector<uint32_t, 4> Args; ///< value+1 each; 0 becomes Unknown
  uint16_t Flags = 0;                  ///< SiteFlag
  uint32_t Macro = 0;                  ///< string+1
  uint32_t Function = 0;               ///< function+1: the caller; 0: that of the body it is put into
  void set(SiteFlag F) { Flags |= static_cast<uint16_t>(F); }
};

class UnitBuilder {
public:
  UnitBuilder();

  /// Interns a text; bytes that are not UTF-8 become U+FFFD. Never 0, also for "".
  uint32_t string(llvm::StringRef Text);
  /// The text of a string+1; stays good until finish().
  llvm::StringRef text(uint32_t PlusOne) const { return PlusOne ? Strings[PlusOne - 1] : llvm::StringRef(); }

  /// Interns a file; returns its plain index. A file that is once inside the project stays so.
  uint32_t file(llvm::StringRef Path, bool Outside);
  /// A place; "no place" when the file's index does not fit, a column that does not fit is cut.
  static fb::Loc loc(uint32_t File, uint32_t Line, uint32_t Column);

  /// Interns a value. Operands must exist already; a site must exist before its CallResult or New (but for nextSite()).
  /// What lacks a needed operand (a Field without its variable), nests too deep or is too large, becomes Unknown.
  /// For Enum, Int and ordinals `A` and `B` are the numbers of facts.fbs, not "+1".
  uint32_t value(ValueKind Kind, uint32_t A = 0, uint32_t B = 0, uint32_t Record = 0);
  uint32_t integer(int64_t Number, uint32_t Record = 0) {
    return value(ValueKind::Int, static_cast<uint32_t>(Number), static_cast<uint32_t>(Number >> 32), Record);
  }
  /// A braced list or parameter pack of value+1 (0 becomes Unknown).
  uint32_t list(llvm::ArrayRef<uint32_t> Values, uint32_t Record = 0);
  const fb::Value &valueDef(uint32_t PlusOne) const { return Values[PlusOne - 1]; }

  /// Adds a call; returns its *plain* index. All its values must exist; only the receiver may be a New or CallResult of
  /// this very site, made with nextSite() just before.
  uint32_t site(const SiteDef &S);
  uint32_t nextSite() const { return static_cast<uint32_t>(Sites.size()); }
  fb::Site &siteDef(uint32_t Index) { return Sites[Index]; }

  /// Adds a local; returns its *plain* index.
  uint32_t local(const fb::Local &L);
  fb::Local &localDef(uint32_t Index) { return Locals[Index]; }

  /// Entities by USR hash. `IsNew` tells the caller to fill the definition, which may also grow later. References to
  /// definitions stay good.
  uint32_t function(uint64_t Usr, bool &IsNew);
  uint32_t record(uint64_t Usr, bool &IsNew);
  uint32_t variable(uint64_t Usr, bool &IsNew);
  FunctionDef &functionDef(uint32_t PlusOne) { return Functions[PlusOne - 1]; }
  RecordDef &recordDef(uint32_t PlusOne) { return Records[PlusOne - 1]; }
  VariableDef &variableDef(uint32_t PlusOne) { return Variables[PlusOne - 1]; }

  /// Folds and keeps the body; a second body of one function is ignored.
  void setBody(uint32_t Function, Body Code);
  bool hasBody(uint32_t Function) const { return Bodies.contains(Function); }

  /// Severity as in facts.fbs; File is a plain index.
  void diagnostic(uint8_t Severity, uint32_t File, uint32_t Line, uint32_t Column, llvm::StringRef Text);

  /// The facts file. The builder is spent afterwards.
  std::string finish(llvm::StringRef MainFile, uint64_t CommandHash, llvm::StringRef Language);

private:
  struct Layout;
  Extent extentOf(const fb::Value &V) const;
  uint32_t siteIn(uint32_t Function, uint32_t Index);
  uint32_t appendList(llvm::ArrayRef<uint32_t> Items);
  flatbuffers::Offset<fb::Function> writeFunction(flatbuffers::FlatBufferBuilder &Out, Layout &L, uint32_t Index);
  void layOutBody(Layout &L, const Body &Code);

  struct FileDef {
    std::string Path;
    bool Outside;
  };
  struct Note {
    uint8_t Severity;
    uint32_t File, Line, Column;
    std::string Text;
  };

  llvm::StringMap<uint32_t> StringIds, FileIds;
  std::vector<llvm::StringRef> Strings; ///< keys of StringIds
  std::vector<FileDef> Files;
  llvm::DenseMap<std::pair<uint64_t, uint64_t>, uint32_t> ValueIds;
  llvm::DenseMap<uint64_t, llvm::SmallVector<uint32_t, 1>> ListIds; ///< by hash of the content
  std::vector<fb::Value> Values;
  std::vector<Extent> Extents; ///< of each value
  std::vector<uint32_t> Lists;
  std::vector<fb::Site> Sites;
  std::vector<fb::Local> Locals;
  llvm::DenseMap<uint64_t, uint32_t> FunctionIds, RecordIds, VariableIds;
  std::deque<FunctionDef> Functions;
  std::deque<RecordDef> Records;
  std::deque<VariableDef> Variables;
  llvm::DenseMap<uint32_t, Body> Bodies;
  std::vector<Note> Notes;
};

} // namespace offmain::facts

#endif

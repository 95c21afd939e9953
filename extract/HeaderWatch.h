// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Watches the parse of a unit that uses precompiled headers: does it mean the same as it would without?
//
// The unit "enters" a header when its text includes it, and with it all that the header includes, in the order of a
// plain parse. What is precompiled but not entered must have no part in the unit. There is a doubt, and the unit is to
// be parsed the plain way, when
//
//   - the text of a header that is entered names a macro that the unit (or its command) has defined or undefined before;
//   - a header that another one's text depends on, by a macro, is entered in another order than when it was precompiled;
//   - the unit's text uses, tests or loses a macro of a header that is not entered at that place;
//   - the unit's text names a declaration that only headers have that are not entered, or needs a class complete that only they define.
//
// A class that only such a header completes is taken for incomplete (`known`), as it is in the plain parse. Macros that stand
// in the unit's way (X11's `None`, an `#ifndef M_PI`) can be hidden in a second parse until a header that defines them is entered.
#ifndef OFFMAIN_EXTRACT_HEADERWATCH_H
#define OFFMAIN_EXTRACT_HEADERWATCH_H

#include "extract/SharedHeaders.h"
#include "clang/AST/DeclBase.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace clang {
class IdentifierInfo;
class MacroDirective;
class MacroInfo;
class NamedDecl;
class PPCallbacks;
class Preprocessor;
} // namespace clang

namespace offmain {

class HeaderWatch {
public:
  /// `Hide`: macros of headers that are not there before one of these is entered.
  HeaderWatch(const SharedHeaders &Set, const std::vector<std::string> &Hide);

  /// Begins to watch; before the unit's first token.
  void attach(clang::Preprocessor &PP);
  /// After the parse: looks through the unit's own declarations for what it could not have named.
  void examine(llvm::ArrayRef<clang::Decl *> Own);

  /// The first reason not to trust the parse; "" for none.
  const std::string &doubt() const { return Doubt; }
  /// Macros that the unit met where it has not included their headers: the doubt may go when they are hidden.
  llvm::ArrayRef<std::string> met() const { return Met; }
  /// Whether a plain parse would have read this declaration. Only asks for those of precompiled headers.
  bool known(const clang::Decl *D);
  /// Whether the unit's own text declares what a header declares that is entered later, or not at all.
  bool isDeclaredAhead(const clang::Decl *Own);
  /// One of its declarations is known.
  bool anyKnown(const clang::Decl *D);

private:
  friend class WatchCallbacks;
  void begin();
  void doubtThat(const llvm::Twine &Why);
  std::optional<uint32_t> headerAt(clang::SourceLocation At);
  std::optional<uint32_t> headerOf(clang::FileID File);
  void enter(uint32_t Header);
  /// The unit's text changes what the name means to headers that come later.
  void changed(uint32_t Name, bool AlsoForDefining);
  void defined(const clang::IdentifierInfo &Name, const clang::MacroInfo &Now, const clang::MacroInfo *Before);
  void undefined(const clang::IdentifierInfo &Name);
  /// `Macro`: its definitions, the last one first.
  void used(const clang::IdentifierInfo &Name, const clang::MacroDirective *Macro);
  void examineIncludes(llvm::ArrayRef<clang::Decl *> Own);
  bool isMissed(const shared::Undone &U);
  std::optional<uint32_t> nameOf(const clang::IdentifierInfo &Name);

  const SharedHeaders &Set;
  std::vector<std::string> Hide;
  clang::Preprocessor *PP = nullptr;
  const clang::SourceManager *Sources = nullptr;
  std::string Doubt;
  std::vector<std::string> Met;
  llvm::DenseSet<const clang::IdentifierInfo *> Hidden;
  llvm::DenseMap<uint32_t, std::vector<std::pair<clang::IdentifierInfo *, clang::MacroInfo *>>> Restored; ///< by header
  llvm::BitVector Entered, Changed;            ///< by header
  std::vector<uint32_t> Stack;                  ///< headers being entered
  llvm::DenseMap<uint32_t, clang::SourceLocation> EnteredAt; ///< header → the directive of the unit's text
  std::vector<clang::SourceLocation> Includes;  ///< directives of the unit's text that name a header of the set
  clang::SourceLocation Directive;              ///< the last of them
  llvm::DenseMap<uint32_t, std::vector<std::pair<const shared::Word *, bool>>> Asks; ///< header → words, heard or not
  llvm::DenseMap<uint32_t, uint32_t> ChangedBy; ///< header → name
  llvm::BitVector Promised;                    ///< by name: of the prologue, and the unit has not defined it yet
  llvm::DenseMap<uint32_t, uint32_t> PromisedTo; ///< header → how many of them its text names
  llvm::DenseMap<clang::FileID, uint32_t> Files;  ///< header + 1; 0: none
  llvm::DenseMap<const clang::IdentifierInfo *, uint32_t> Names; ///< name + 1; 0: none
};

} // namespace offmain

#endif

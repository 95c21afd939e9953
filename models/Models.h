// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What toolkits and libraries promise about threads: contracts by name, read from YAML.
//
//   built-in models/*.yaml (embedded) + .offmain.yaml `models:` + --models=FILE  ──▶  ModelSet
//
// Later phases ask a ModelSet for the contract of a function, a virtual method that a toolkit calls, a field
// (class vtable slot, callback table) or a signal. Entries merge attribute by attribute: an exact name beats a
// glob, a longer glob beats a shorter one, a later file beats an earlier one.
#ifndef OFFMAIN_MODELS_MODELS_H
#define OFFMAIN_MODELS_MODELS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offmain {

/// The thread a function must run on (`runs-on:`), or a callback does run on (`runs:`, `called-on:`, `emitted-on:`).
enum class Thread : uint8_t {
  Unset,
  Any,           ///< thread safe / no promise needed
  Main,          ///< the GUI thread
  Owner,         ///< the thread its object lives in (QObject affinity)
  Inline,        ///< callbacks: before the call returns, on the caller's thread
  Worker,        ///< a thread made for it, or of a pool
  LibraryThread, ///< a thread of the library's own
  Forked,        ///< the child of fork()
  SignalHandler, ///< asynchronously, in a POSIX signal handler
  OwnerOfArg,    ///< the thread that argument/receiver `OwnerArg` lives in
  Context,       ///< whoever iterates the GMainContext in argument `OwnerArg`; main when that is NULL
  Emitter,       ///< the thread that emits the signal
  Kept,          ///< later, inside calls of the functions that say `calls-kept` with the same name, on their thread
  Nowhere,       ///< never called by the tool's account (data only)
};

enum class Blocks : uint8_t { Unset, No, Short, Bounded, Unbounded, NestedLoop };

/// What a call means to the solver beyond where it runs. Closed set, see Roles.def.
enum class Role : uint8_t {
#define OFFMAIN_ROLE(Name, Text, Doc) Name,
#include "models/Roles.def"
};

enum class Toolkit : uint8_t { None, Gtk, Qt };

/// Which global lock is held when a library calls the program (`under:`). Unset: as the entry's toolkit has the GDK lock, GTK
/// with it, a library that knows no GTK without.
enum class Under : uint8_t { Unset, Gdk, Gil, None, Unknown };

/// The global locks that the solver follows, as models name them: GTK's, and the one of Python's interpreter.
inline constexpr llvm::StringLiteral ToolkitLock = "gdk", InterpreterLock = "gil";

constexpr int ReceiverArg = -1; ///< "the object of the member call" where an argument number is asked for
constexpr int NoArg = -2;

struct CallbackContract {
  int Arg = NoArg;              ///< which argument is the callable (ReceiverArg: the receiver itself, e.g. a QRunnable)
  Thread Runs = Thread::Unset;
  int OwnerArg = NoArg;         ///< for OwnerOfArg and Context
  int DataArg = NoArg;          ///< user data
  int DestroyArg = NoArg;       ///< destroy notify (itself a callable, runs where the callback runs)
  std::string Keeper;           ///< for Kept: the name that `calls-kept` says
  std::string Method;           ///< the argument is an object: this method of it is called ("run", "operator()")
  Under Lock = Under::Unset;    ///< whether it is called with the global lock held
  std::string UnlessGiven;      ///< nothing is said of it when an argument of the call is of this class
};

struct Contract {
  Thread RunsOn = Thread::Unset;
  Toolkit Kit = Toolkit::None;      ///< which toolkit's rule speaks of it
  std::vector<CallbackContract> Callbacks;
  Blocks Blocking = Blocks::Unset;
  int BoundArg = NoArg;             ///< Bounded: the argument that holds the time
  double BoundUnitMs = 0;           ///< milliseconds one unit of that argument is; 0: the argument's type tells (std::chrono)
  int UnlessArg = NoArg;            ///< does not wait when this argument ...
  std::vector<int64_t> UnlessIs;    ///< ... is one of these constants,
  int64_t UnlessHas = 0;            ///< ... or has one of these bits set
  std::string Async;                ///< namesake that does not block, "" if none
  std::string Finish;               ///< what the callback given to Async asks for the result, "" if none
  std::string Lock, Unlock;         ///< name of the global lock taken/released ("gdk", "gil")
  std::string Requires;             ///< must be called with this lock held ("gil")
  std::string Releases;             ///< gives up this lock while it waits, and takes it again ("gdk")
  Role What = Role::None;
  int ReturnsArg = NoArg;           ///< the call's value is this argument (casts, refs)
  int StoresArg = NoArg;            ///< this argument's value is kept in ...
  int StoresInto = NoArg;           ///< ... this argument/receiver (containers, sigc::signal::connect)
  int WaitsFor = NoArg;             ///< returns when this object is woken, or when the thread it stands for ends
  int Wakes = NoArg;                ///< lets those go on that wait for this object
  int HandleArg = NoArg;            ///< a thread starter: where it puts the handle, when not in its result or receiver
  int Descriptor = NoArg;           ///< the file descriptor, or the channel on one, that it waits for, watches, or sets up
  int InvokesArg = NoArg;           ///< callables held in this argument/receiver are called inline
  std::string CallsKept;            ///< callbacks kept under this name are called before it returns
  bool AssertsMain = false;         ///< returns only when on main (or aborts)
  bool NoReturn = false;
  bool Deprecated = false;
  std::string DeprecatedRule;       ///< rule id that reports each use ("gdk-threads-deprecated")
  std::string Advice;               ///< what to do instead, one phrase
  int SignalNameArg = NoArg;        ///< roles that speak of a signal/property/method by name
  int SignalInstanceArg = NoArg;
  int HandlerArg = NoArg, SenderArg = NoArg, ContextArg = NoArg, TypeArg = NoArg;
  std::string Source;               ///< documentation page that says so
  std::string File;                 ///< model file, "gtk.yaml:12"
  bool empty() const;
  /// What the call does to that lock: 1 takes it, -1 gives it back, 0 neither.
  int lockChange(llvm::StringRef Which) const {
    return Lock.empty() && Unlock.empty() ? 0 : Lock == Which ? 1 : Unlock == Which ? -1 : 0;
  }
  /// Whether the call returns at once when argument UnlessArg is this constant.
  bool excused(int64_t Constant) const;
};

/// A signal a toolkit emits by itself, a virtual method it calls, a struct field it calls through, or a function it looks up.
struct CalledOn {
  Thread On = Thread::Unset;
  bool Handler = true; ///< from the running main loop (so blocking matters), not at start-up
  Toolkit Kit = Toolkit::None;
  Under Lock = Under::Unset; ///< whether it happens with the global lock held
  std::string Source, File;
};

class ModelSet {
public:
  ModelSet();
  ModelSet(ModelSet &&);
  ModelSet &operator=(ModelSet &&);
  ~ModelSet();

  /// The models shipped in the binary. Never fails (a test parses them).
  static ModelSet builtin();

  /// Adds a YAML text; the buffer's name is used in messages. Error text names file, line and the unknown key.
  llvm::Error add(llvm::MemoryBufferRef Yaml);

  /// Adds what stands under the key `models:` of a configuration file (the same lists as a model file), if anything.
  llvm::Error addConfigModels(llvm::MemoryBufferRef Config);

  /// Contract of a function. `Name` is the qualified name without template arguments ("QLabel::setText").
  /// `Bases` are the names of the owner class's bases, nearest first, transitively (for `heirs: true` entries; the
  /// method's own class is in `Name`). `Signature` selects overloads ("(const QString &)"). Merged over all matching entries.
  Contract function(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Bases, llvm::StringRef Signature) const;

  /// A virtual method that the toolkit calls ("QThread::run"), when a class overrides it.
  std::optional<CalledOn> overridden(llvm::StringRef Method) const;

  /// A field a toolkit calls through ("GtkWidgetClass::draw", "GObjectClass::dispose"), with the chain of the
  /// names of structs whose first member leads to it not considered. C struct tags may be given as they are: "_GtkWidgetClass".
  std::optional<CalledOn> field(llvm::StringRef Field) const;

  /// A function of the program that a library finds by its name ("PyInit_*").
  std::optional<CalledOn> lookedUp(llvm::StringRef Function) const;

  /// A signal the toolkit emits: for Qt "QThread::started" (C++ signal member), for GObject "GtkButton::clicked" with the class's
  /// bases tried in turn by the caller; gtkmm accessors ("Gtk::Button::signal_clicked") are functions with role GtkmmSignal.
  std::optional<CalledOn> signal(llvm::StringRef ClassAndName) const;

  /// `class:` facts: is a class GUI-bound (objects live on main by nature: widgets), thread-affine, or plain?
  enum class Affinity : uint8_t { Unset, Gui, Affine, Plain };
  Affinity affinity(llvm::StringRef Class, llvm::ArrayRef<llvm::StringRef> Bases) const;

  /// `class:` facts about ends: Tracked objects take their callbacks with them (sigc::trackable); a Guard is a pointer that
  /// keeps its object alive or knows when it is gone (QPointer, std::shared_ptr).
  enum class Lifetime : uint8_t { Unset, Tracked, Guard };
  Lifetime lifetime(llvm::StringRef Class, llvm::ArrayRef<llvm::StringRef> Bases) const;

  /// A constructor's parameter of this type, by pointer, is the parent of what is made (QObject).
  bool isParent(llvm::StringRef Class) const;

  /// A pointer that alone owns its object and ends it, unless its type names another deleter than this.
  struct Owner {
    std::string Class, Deleter;
  };
  std::vector<Owner> owners() const;

  /// What messages call objects of the class, in the plural, and what to do instead of using them off main.
  struct Words {
    llvm::StringRef Called, Advice;
  };
  std::optional<Words> words(llvm::StringRef Class) const;

  /// All entries that speak of a name, one readable paragraph each, for `offmain models NAME`.
  void describe(llvm::StringRef Name, llvm::raw_ostream &OS) const;

  /// Content hash of everything loaded (part of no cache key: facts hold no verdicts; used for result identity).
  uint64_t hash() const;
  /// hash() of builtin(), without parsing it.
  static uint64_t builtinHash();

private:
  struct Impl;
  std::unique_ptr<Impl> I;
};

} // namespace offmain

#endif

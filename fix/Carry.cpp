// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Carry.h.
#include "fix/Carry.h"
#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

std::string declare(const Scene &S, QualType T, StringRef Name) {
  PrintingPolicy Policy(S.language());
  Policy.SuppressTagKeyword = S.language().CPlusPlus;
  std::string Out = Name.str();
  T.getAsStringInternal(Out, Policy);
  return Out;
}

bool isCharacterPointer(QualType T) {
  return T->isPointerType() && T->getPointeeType()->isCharType();
}

bool ownsNothing(QualType T) {
  if (T->isArithmeticType() || T->isEnumeralType())
    return true;
  if (const auto *A = dyn_cast<ConstantArrayType>(T.getCanonicalType()))
    return ownsNothing(A->getElementType());
  const RecordDecl *R = T->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (const auto *C = dyn_cast_or_null<CXXRecordDecl>(R); C && !C->isTrivial())
    return false;
  return R && all_of(R->fields(), [](const FieldDecl *F) { return ownsNothing(F->getType()); });
}

/// The name by which C code calls the type: its typedef's, else its tag's.
static StringRef nameOf(QualType Pointee) {
  if (const auto *T = Pointee->getAs<TypedefType>())
    return T->getDecl()->getName();
  const RecordDecl *R = Pointee->getAsRecordDecl();
  return R ? R->getName() : StringRef();
}

/// GtkTreePath → gtk_tree_path, GdkRGBA → gdk_rgba, cairo_surface_t → cairo_surface.
static std::string prefixOf(StringRef Name) {
  if (Name.consume_back("_t") || none_of(Name, [](char C) { return isUppercase(C); }))
    return Name.str();
  std::string Out;
  for (size_t I = 0; I != Name.size(); ++I) {
    bool Begins = I && isUppercase(Name[I]) &&
                  (!isUppercase(Name[I - 1]) || I == 1 || (I + 1 != Name.size() && isLowercase(Name[I + 1])));
    if (Begins && Out.back() != '_')
      Out += '_';
    Out += toLowercase(Name[I]);
  }
  return Out;
}

static const FunctionDecl *function(const Scene &S, const std::string &Name) {
  return dyn_cast_or_null<FunctionDecl>(S.lookup(Name));
}

/// A record that begins with a GObject, however deep.
static bool beginsWithObject(const RecordDecl *R) {
  for (unsigned Depth = 0; R && Depth != 16; ++Depth) {
    if (R->getName() == "_GObject" || R->getName() == "GObject")
      return true;
    R = R->getDefinition();
    if (!R || R->field_empty())
      return false;
    R = (*R->field_begin())->getType()->getAsRecordDecl();
  }
  return false;
}

bool isObjectPointer(const Scene &S, QualType T) {
  if (!T->isPointerType())
    return false;
  QualType To = T->getPointeeType();
  const RecordDecl *R = To->getAsRecordDecl();
  if (!R)
    return false;
  if (beginsWithObject(R))
    return true;
  // Opaque: an object, unless the type has functions of its own to copy or count it, as boxed types have; those that objects had
  // before there was g_object_ref() are deprecated.
  std::string Prefix = prefixOf(nameOf(To));
  const FunctionDecl *Type = function(S, Prefix + "_get_type");
  return !R->getDefinition() && Type && !Type->getNumParams() &&
         none_of(ArrayRef<const char *>{"_free", "_ref", "_unref"}, [&](const char *Own) {
           const FunctionDecl *F = function(S, Prefix + Own);
           return F && !F->isDeprecated();
         });
}

/// Containers share their elements with every copy, and somebody may still be filling them.
static bool isContainer(StringRef Name) {
  return is_contained({"GList", "GSList", "GQueue", "GHashTable", "GArray", "GPtrArray", "GByteArray", "GTree", "GNode", "GSequence",
                       "GVariantBuilder", "GVariantDict", "GString", "GThread", "GMainLoop", "GSource"},
                      Name);
}

/// The type's own functions of one argument, as its header declares them.
static std::optional<Holding> boxed(const Scene &S, QualType T) {
  constexpr llvm::StringLiteral Pairs[][2] = {{"_copy", "_free"}, {"_ref", "_unref"}, {"_reference", "_destroy"}};
  QualType To = T->getPointeeType();
  if (!To->isRecordType() || isContainer(nameOf(To)))
    return std::nullopt;
  std::string Prefix = prefixOf(nameOf(To));
  for (auto &[Copy, Free] : Pairs) {
    const FunctionDecl *Make = function(S, Prefix + Copy.str()), *Drop = function(S, Prefix + Free.str());
    if (Make && Drop && Make->getNumParams() == 1 && Drop->getNumParams() == 1 && Make->getReturnType()->isPointerType())
      return Holding{Holding::Copied, S.context().getPointerType(To.getUnqualifiedType()), Prefix + Copy.str(), Prefix + Free.str()};
  }
  return std::nullopt;
}

std::optional<Holding> holdingOf(const Scene &S, QualType T, std::string &Why) {
  T = T.getNonReferenceType().getUnqualifiedType();
  if (ownsNothing(T))
    return Holding{T->isArrayType() ? Holding::Array : Holding::Plain, T, "", ""};
  if (T->isFunctionPointerType())
    return Holding{Holding::Plain, T, "", ""};
  if (isCharacterPointer(T))
    return Holding{Holding::Copied, S.context().getPointerType(T->getPointeeType().getUnqualifiedType()), "g_strdup", "g_free"};
  if (isObjectPointer(S, T))
    return Holding{Holding::Object, S.context().getPointerType(T->getPointeeType().getUnqualifiedType()), "g_object_ref", "g_object_unref"};
  if (T->isPointerType())
    if (auto Own = boxed(S, T))
      return Own;
  Why = T->isPointerType() ? "it is a pointer, and nothing says how long what it points to lives"
                           : "a copy of it would not own what it refers to";
  return std::nullopt;
}

} // namespace offmain::fix

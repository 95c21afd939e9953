// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a value of C is taken along to code that runs later on another thread: whether a copy of it means the same by then, and
// what makes and frees one.
//
//   GtkWidget *   g_object_ref()        g_object_unref()
//   char *        g_strdup()            g_free()
//   GdkRGBA *     gdk_rgba_copy()       gdk_rgba_free()      (what the headers declare for the type)
//   int, enum, struct of such, int[4]   copied as they are
//
// What a plain pointer points to may be gone by then, so there is no holding for it.
#ifndef OFFMAIN_FIX_CARRY_H
#define OFFMAIN_FIX_CARRY_H

#include "fix/Scene.h"

namespace offmain::fix {

struct Holding {
  enum Kind {
    Plain,  ///< by assignment
    Object, ///< a reference of its own to a GObject
    Copied, ///< by Copy and Free, functions of one argument
    Array,  ///< of fixed size: by memcpy()
  };
  Kind How = Plain;
  clang::QualType Type; ///< of the member that holds it
  std::string Copy, Free;
};

/// How a value of type T is held; nothing, and why, when a copy would not own what it means. Arrays are held whole.
std::optional<Holding> holdingOf(const Scene &S, clang::QualType T, std::string &Why);

/// A pointer to a GObject or an interface of one.
bool isObjectPointer(const Scene &S, clang::QualType T);
bool isCharacterPointer(clang::QualType T);
/// A copy is all there is to it: numbers, enumerators, arrays and structs of such.
bool ownsNothing(clang::QualType T);

/// `T Name` as C writes it.
std::string declare(const Scene &S, clang::QualType T, llvm::StringRef Name);

} // namespace offmain::fix

#endif

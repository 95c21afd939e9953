// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whose code is it? By the file name of the library: what is not known is the program's.
#ifndef OFFMAIN_RUNTIME_OWNER_H
#define OFFMAIN_RUNTIME_OWNER_H

#include <stdint.h>
#include <string.h>

namespace offmain::rt {

enum class Owner : uint8_t {
  Program,
  Toolkit, ///< GTK, Qt, GLib, what stands between them and the program (libffi, gtkmm, PyGObject) and below them (Mesa)
  Base,    ///< libc, the loader, the C++ library
  Interpreter, ///< Python itself: the program is what it runs
};

/// Beginnings of file names.
inline constexpr const char *ToolkitFiles[] = {"libgtk",        "libgdk",
                                               "libglib",       "libgobject",
                                               "libgio",        "libgmodule",
                                               "libgthread",    "libffi",
                                               "libpango",      "libcairo",
                                               "libatk",        "libatspi",
                                               "libharfbuzz",   "libepoxy",
                                               "libgraphene",   "libgirepository",
                                               "libQt5",        "libQt6",
                                               "libglibmm",     "libgiomm",
                                               "libsigc",       "libhandy",
                                               "libadwaita",    "libvte-",
                                               "libwebkit",     "libjavascriptcore",
                                               "librsvg",       "libgst",
                                               "_gi.",          "_gi_cairo.",
                                               "libpyglib",     "libpixbufloader",
                                               "libim-",        "libqxcb",
                                               "libqoffscreen", "libqwayland",
                                               "libqminimal",   "libX11",
                                               "libXau.",       "libXcomposite.",
                                               "libXcursor.",   "libXdamage.",
                                               "libXdmcp.",     "libXext.",
                                               "libXfixes.",    "libXft.",
                                               "libXi.",        "libXinerama.",
                                               "libXpm.",       "libXrandr.",
                                               "libXrender.",   "libXss.",
                                               "libXt.",        "libXtst.",
                                               "libXxf86vm.",   "libxcb",
                                               "libwayland",    "libdbus",
                                               "libicu",        "libfontconfig",
                                               "libfreetype",   "libsoup",
                                               "libcanberra",   "libLLVM",
                                               "libGL",         "libEGL",
                                               "libgallium",    "libdrm",
                                               "libglapi",      "libvulkan",
                                               "libthai",       "libpixman"};
inline constexpr const char *BaseFiles[] = {"libc.so",   "libc-",    "ld-linux",    "libpthread", "libm.so",
                                            "libstdc++", "libgcc_s", "libdl.so",    "librt.so",   "libasan",
                                            "libtsan",   "libubsan", "liboffmain-", "[vdso]",     "linux-vdso"};
/// Bindings live in folders of their own, where Python installs what does not come with it (site-packages,
/// dist-packages).
inline constexpr const char *BindingFolders[] = {"-packages/PyQt5/", "-packages/PyQt6/", "-packages/PySide2/",
                                                 "-packages/PySide6/", "-packages/gi/"};

template <unsigned N> bool beginsWithOne(const char *Name, const char *const (&From)[N]) {
  for (const char *Beginning : From)
    if (strncmp(Name, Beginning, strlen(Beginning)) == 0)
      return true;
  return false;
}

/// Python code of a binding (gi/overrides/Gtk.py) is not the program's.
inline bool inBinding(const char *Path) {
  for (const char *Folder : BindingFolders)
    if (strstr(Path, Folder))
      return true;
  return false;
}

/// Python's standard library: what calls it is of more interest than where in it something happens.
inline bool inPythonLibrary(const char *Path) {
  return (strstr(Path, "/lib/python3") && !strstr(Path, "-packages/")) || strncmp(Path, "<frozen", 7) == 0;
}

inline Owner ownerOf(const char *Path) {
  const char *Slash = strrchr(Path, '/');
  const char *Name = Slash ? Slash + 1 : Path;
  if (beginsWithOne(Name, BaseFiles))
    return Owner::Base;
  if (beginsWithOne(Name, ToolkitFiles))
    return Owner::Toolkit;
  if (inBinding(Path))
    return Owner::Toolkit;
  if (strstr(Name, "_dri.so"))
    return Owner::Toolkit;
  // The interpreter's own extension modules (_queue, _socket) are a part of it.
  if (strncmp(Name, "libpython", 9) == 0 || strstr(Path, "/lib-dynload/"))
    return Owner::Interpreter;
  // "python3", "python3.11"; a program that is called pythonic is none
  if (strncmp(Name, "python", 6) == 0 && strspn(Name + 6, "0123456789.") == strlen(Name + 6))
    return Owner::Interpreter;
  return Owner::Program;
}

} // namespace offmain::rt

#endif

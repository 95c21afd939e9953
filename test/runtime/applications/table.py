# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The applications, and what is done with each. `use` is repeated until half a minute has gone by; whatever it opens it closes.
#
#   package          Debian's; the first one's installed version is told
#   kit              told in the table of docs/field-report.md
#   known            reports that were judged true there: (rule, called function, why in a few words)
from dataclasses import dataclass, field
from typing import Callable


@dataclass
class Application:
    package: str
    kit: str
    command: list
    title: str  # of its window
    use: Callable
    leave: Callable = lambda user: user.keys("ctrl+q")
    known: list = field(default_factory=list)


def dialog(user, key, title, main, *inside):
    """Opens a dialog, does something there, closes it."""
    user.open(key, title)
    user.keys(*inside, "Escape")
    user.gone(title)
    user.window(main)


def use_mousepad(user):
    dialog(user, "ctrl+o", "Open File", "Mousepad", "Tab", "Down")
    dialog(user, "ctrl+r", "Replace", "Mousepad")
    user.keys("ctrl+f")
    user.type("line 7")
    user.keys("Return", "Escape", "F10", "Right", "Right", "Escape", "Escape", "ctrl+End")
    user.type("x")
    user.keys("ctrl+z", "ctrl+Home")


def use_eog(user):
    user.keys("Right", "Right", "plus", "minus", "F9", "F9", "Left", "Left")
    dialog(user, "ctrl+shift+s", "Save", "[.]png")
    dialog(user, "ctrl+o", "Open Image", "[.]png", "Tab")


def use_meld(user):
    user.keys("alt+Down", "alt+Down", "alt+Up", "ctrl+f")
    user.type("line 9")
    user.keys("Return", "Escape", "F10", "Down", "Escape")
    user.keys("ctrl+n", "ctrl+w")


def use_d_feet(user):
    user.keys("Tab", "Down", "Down", "Up", "Tab", "Tab", "Down", "Right", "Down", "Right", "shift+Tab", "shift+Tab")
    user.type("freedesktop")
    user.keys("Escape", "F10", "Down", "Escape")


def use_baobab(user):
    user.keys("Down", "Right", "Down", "F10", "Down", "Escape", "ctrl+r")
    user.pause(3)


def use_calculator(user):
    user.type("12.5*8")
    user.keys("Return", "ctrl+alt+a")
    user.type("sin 1+2^10")
    user.keys("Return", "ctrl+alt+p", "ctrl+alt+f", "ctrl+alt+b", "Escape", "F10", "Down", "Escape")


def use_gnome_text_editor(user):
    user.keys("ctrl+f")
    user.type("line 7")
    user.keys("Return", "Escape", "ctrl+h", "Escape", "F10", "Down", "Escape", "ctrl+t", "ctrl+w")


def use_featherpad(user):
    dialog(user, "ctrl+o", "Open", "[.]txt|Untitled", "Tab")
    user.keys("ctrl+f")
    user.type("line 7")
    user.keys("Return", "Escape", "alt+f", "Right", "Escape", "Escape", "ctrl+End")
    user.type("x")
    user.keys("ctrl+z", "ctrl+t", "ctrl+w")


def use_qpdfview(user):
    user.keys("Next", "Next", "ctrl+plus", "ctrl+minus", "Prior", "ctrl+Right", "ctrl+Left")
    dialog(user, "ctrl+o", "Open", "qpdfview", "Tab")
    user.keys("ctrl+f")
    user.type("page 2")
    user.keys("Return", "Escape", "alt+f", "Right", "Escape", "Escape")


def use_lximage(user):
    user.keys("Right", "Right", "ctrl+plus", "ctrl+minus", "Left", "Left", "alt+f", "Right", "Escape", "Escape")
    dialog(user, "ctrl+o", "Open", "[.]png", "Tab")


def use_retext(user):
    dialog(user, "ctrl+o", "Select one or several", "[.]md", "Tab")
    user.keys("ctrl+f")
    user.type("line 7")
    user.keys("Return", "Escape", "ctrl+e", "ctrl+e", "ctrl+l", "ctrl+l", "alt+f", "Right", "Escape", "Escape", "ctrl+End")
    user.type("*x*")
    user.keys("ctrl+z")


def use_focuswriter(user):
    dialog(user, "ctrl+o", "Open", "FocusWriter|[.]txt", "Tab")
    user.open("ctrl+f", "Find")
    user.type("line 7")
    user.keys("Return", "Escape", "ctrl+End")
    user.type("x")
    user.keys("ctrl+z")


def leave_by_closing(user):
    user.keys("alt+F4")


APPLICATIONS = [
    Application("mousepad", "GTK 3", ["mousepad", "{text}"], "Mousepad", use_mousepad),
    Application("eog", "GTK 3", ["eog", "{images}/1.png"], "[.]png", use_eog, lambda user: user.keys("ctrl+w"),
                [("gtk-off-main-thread", "gtk_icon_theme_*", "the job that lists a folder makes the store and loads its icons"),
                 ("gtk-off-main-thread", "gtk_list_store_*", "the same store, before a view has it"),
                 ("gtk-off-main-thread", "gtk_tree_*", "the same")]),
    Application("baobab", "GTK 4", ["baobab", "{tree}"], ".", use_baobab),
    Application("gnome-calculator", "GTK 4", ["gnome-calculator"], "Calculator", use_calculator,
                known=[("gtk-off-main-thread", "gtk_text_*", "the thread that solves reads the equation out of the buffer")]),
    Application("gnome-text-editor", "GTK 4", ["gnome-text-editor", "--standalone", "{text}"], "Text Editor", use_gnome_text_editor),
    Application("meld", "GTK 3, Python", ["meld", "{text}", "{other}"], "Meld", use_meld),
    Application("d-feet", "GTK 3, Python", ["d-feet"], "[Dd]-[Ff]eet", use_d_feet, leave_by_closing),
    Application("featherpad", "Qt 5", ["featherpad", "{text}"], "[.]txt|Untitled", use_featherpad),
    Application("qpdfview", "Qt 5", ["qpdfview", "{pdf}"], "qpdfview", use_qpdfview),
    Application("lximage-qt", "Qt 5", ["lximage-qt", "{images}/1.png"], "[.]png", use_lximage, leave_by_closing),
    Application("focuswriter", "Qt 6", ["focuswriter", "{text}"], "FocusWriter|[.]txt", use_focuswriter),
    Application("retext", "Qt 5, Python", ["retext", "{markdown}"], "[.]md", use_retext),
]

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The vocabulary: every key is read, and what is not in it is refused with file, line and key.
#include "TestModels.h"

#include <gtest/gtest.h>

using namespace offmain;

TEST(Parse, EveryFunctionKey) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, R"(
library: demo
toolkit: gtk
source: https://example.org/
functions:
  - name: f
    runs-on: main
    callbacks:
      - {arg: 1, runs: worker, data: 2, destroy: 3}
      - {arg: receiver, runs: owner-of-arg, owner-arg: 4, method: run}
    blocks: {bounded: 2, unit-ms: 0.5}
    async: f_async
    lock: gdk
    unlock: other
    requires: gil
    role: g-signal-connect
    returns-arg: 0
    stores: {arg: 1, into: receiver}
    invokes: receiver
    waits-for: 3
    wakes: receiver
    handle: 0
    asserts-main: true
    noreturn: true
    deprecated: gdk-threads-deprecated
    advice: do something else
    name-arg: 1
    instance-arg: 0
    handler-arg: 2
    sender-arg: 3
    context-arg: 4
    type-arg: 5
    source: https://example.org/f
)"),
            "");
  Contract C = Set.function("f", {}, "");
  EXPECT_EQ(C.RunsOn, Thread::Main);
  EXPECT_EQ(C.Kit, Toolkit::Gtk);
  ASSERT_EQ(C.Callbacks.size(), 2u);
  EXPECT_EQ(C.Callbacks[0].Runs, Thread::Worker);
  EXPECT_EQ(C.Callbacks[0].DataArg, 2);
  EXPECT_EQ(C.Callbacks[0].DestroyArg, 3);
  EXPECT_EQ(C.Callbacks[1].Arg, ReceiverArg);
  EXPECT_EQ(C.Callbacks[1].OwnerArg, 4);
  EXPECT_EQ(C.Callbacks[1].Method, "run");
  EXPECT_EQ(C.Blocking, Blocks::Bounded);
  EXPECT_EQ(C.BoundArg, 2);
  EXPECT_DOUBLE_EQ(C.BoundUnitMs, 0.5);
  EXPECT_EQ(C.Async, "f_async");
  EXPECT_EQ(C.Lock, "gdk");
  EXPECT_EQ(C.Unlock, "other");
  EXPECT_EQ(C.Requires, "gil");
  EXPECT_EQ(C.What, Role::GSignalConnect);
  EXPECT_EQ(C.ReturnsArg, 0);
  EXPECT_EQ(C.StoresArg, 1);
  EXPECT_EQ(C.StoresInto, ReceiverArg);
  EXPECT_EQ(C.InvokesArg, ReceiverArg);
  EXPECT_EQ(C.WaitsFor, 3);
  EXPECT_EQ(C.Wakes, ReceiverArg);
  EXPECT_EQ(C.HandleArg, 0);
  EXPECT_TRUE(C.AssertsMain);
  EXPECT_TRUE(C.NoReturn);
  EXPECT_TRUE(C.Deprecated);
  EXPECT_EQ(C.DeprecatedRule, "gdk-threads-deprecated");
  EXPECT_EQ(C.Advice, "do something else");
  EXPECT_EQ(C.SignalNameArg, 1);
  EXPECT_EQ(C.SignalInstanceArg, 0);
  EXPECT_EQ(C.HandlerArg, 2);
  EXPECT_EQ(C.SenderArg, 3);
  EXPECT_EQ(C.ContextArg, 4);
  EXPECT_EQ(C.TypeArg, 5);
  EXPECT_EQ(C.Source, "https://example.org/f");
  EXPECT_EQ(C.File, "m.yaml:6");
}

TEST(Parse, CallablesAreTheFirstArguments) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, "functions: [{name: each, callback: {arg: callables, runs: inline}}]"), "");
  Contract C = Set.function("each", {}, "");
  ASSERT_EQ(C.Callbacks.size(), 8u);
  for (int Arg = 0; Arg < 8; ++Arg) {
    EXPECT_EQ(C.Callbacks[Arg].Arg, Arg);
    EXPECT_EQ(C.Callbacks[Arg].Runs, Thread::Inline);
  }
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Set.describe("each", OS);
  EXPECT_EQ(Text, "each  [m.yaml:1]\n  callback: callables runs inline\n");
}

TEST(Parse, ABoundWithoutUnitLeavesItToTheType) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, "functions: [{name: f, blocks: {bounded: 0}}]"), "");
  EXPECT_EQ(Set.function("f", {}, "").Blocking, Blocks::Bounded);
  EXPECT_EQ(Set.function("f", {}, "").BoundUnitMs, 0);
}

TEST(Parse, ArgumentsThatKeepACallFromWaiting) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, "functions: [{name: f, blocks: unbounded, unless: {arg: 2, is: [0, -1], has: 0x40}},"
                         "{name: g, blocks: short, unless: {arg: 0, is: 3}}, {name: h, blocks: short}]"),
            "");
  Contract F = Set.function("f", {}, "");
  EXPECT_EQ(F.UnlessArg, 2);
  EXPECT_TRUE(F.excused(0));
  EXPECT_TRUE(F.excused(-1)) << "all bits are set as well";
  EXPECT_TRUE(F.excused(0x41));
  EXPECT_FALSE(F.excused(1));
  EXPECT_TRUE(Set.function("g", {}, "").excused(3));
  EXPECT_FALSE(Set.function("g", {}, "").excused(0));
  EXPECT_EQ(Set.function("h", {}, "").UnlessArg, NoArg);
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Set.describe("f", OS);
  EXPECT_EQ(Text, "f  [m.yaml:1]\n  blocks: unbounded, unless argument 2 is 0 or -1 or has a bit of 64\n");
  ASSERT_EQ(addText(Set, "functions: [{name: f, blocks: unbounded}]"), "");
  EXPECT_EQ(Set.function("f", {}, "").UnlessArg, NoArg) << "who states the wait anew states its condition anew";
}

TEST(Parse, OtherLists) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, R"(
toolkit: qt
overrides: [{name: "QThread::run", called-on: worker}, {names: ["QWidget::*"], called-on: main, handler: false}]
fields: [{name: "GtkWidgetClass::*", called-on: main, toolkit: gtk}]
signals: [{name: "GstElement::pad-added", emitted-on: library-thread}]
classes: [{name: QWidget, heirs: true, affinity: gui}]
)"),
            "");
  EXPECT_EQ(Set.overridden("QThread::run")->On, Thread::Worker);
  EXPECT_TRUE(Set.overridden("QThread::run")->Handler);
  EXPECT_FALSE(Set.overridden("QWidget::event")->Handler);
  EXPECT_EQ(Set.overridden("QWidget::event")->Kit, Toolkit::Qt);
  EXPECT_FALSE(Set.overridden("QThread::exec").has_value());
  EXPECT_EQ(Set.field("GtkWidgetClass::draw")->Kit, Toolkit::Gtk);
  EXPECT_TRUE(Set.field("_GtkWidgetClass::draw").has_value()) << "struct tags come with their underscore";
  EXPECT_EQ(Set.signal("GstElement::pad-added")->On, Thread::LibraryThread);
}

TEST(Parse, UnknownKeysNameFileLineAndKey) {
  EXPECT_EQ(errorOf("functions:\n  - name: f\n    run-on: main\n"),
            "m.yaml:3: unknown key 'run-on' in an entry of 'functions'");
  EXPECT_EQ(errorOf("library: x\nfuntions: []\n").rfind("m.yaml:2: unknown key 'funtions'", 0), 0u);
  EXPECT_EQ(
      errorOf("functions:\n  - name: f\n    callback: {arg: 1, run: main}\n").rfind("m.yaml:3: unknown key 'run'", 0),
      0u);
  EXPECT_EQ(
      errorOf("functions:\n  - name: f\n    blocks: {bounded: 1, unit: 3}\n").rfind("m.yaml:3: unknown key 'unit'", 0),
      0u);
  EXPECT_EQ(errorOf("signals:\n  - name: f\n    called-on: main\n").rfind("m.yaml:3: unknown key 'called-on'", 0), 0u);
  EXPECT_EQ(errorOf("classes:\n  - name: f\n    colour: red\n").rfind("m.yaml:3: unknown key 'colour'", 0), 0u);
}

TEST(Parse, BadValuesAreRefused) {
  const char *Bad[] = {
      "functions: yes\n",
      "functions: [f]\n",
      "functions: [{runs-on: main}]\n",
      "functions: [{name: '', runs-on: main}]\n",
      "functions: [{names: [], runs-on: main}]\n",
      "functions: [{name: f, runs-on: mian}]\n",
      "functions: [{name: f, runs-on: signal-handler}]\n",
      "functions: [{name: f, role: qt-conect}]\n",
      "functions: [{name: f, heirs: 1}]\n",
      "functions: [{name: f, returns-arg: -1}]\n",
      "functions: [{name: f, returns-arg: 256}]\n",
      "functions: [{name: f, callback: {runs: main}}]\n",
      "functions: [{name: f, callback: {arg: 1}}]\n",
      "functions: [{name: f, callback: {arg: 1, runs: context}}]\n",
      "functions: [{name: f, callbacks: {arg: 1, runs: main}}]\n",
      "functions: [{name: f, blocks: sometimes}]\n",
      "functions: [{name: f, blocks: {unit-ms: 3}}]\n",
      "functions: [{name: f, blocks: {bounded: 0, unit-ms: 0}}]\n",
      "functions: [{name: f, blocks: {bounded: 0, unit-ms: nan}}]\n",
      "functions: [{name: f, blocks: short, unless: 3}]\n",
      "functions: [{name: f, blocks: short, unless: {arg: 3}}]\n",
      "functions: [{name: f, blocks: short, unless: {is: 3}}]\n",
      "functions: [{name: f, blocks: short, unless: {arg: receiver, is: 3}}]\n",
      "functions: [{name: f, blocks: short, unless: {arg: 3, is: [x]}}]\n",
      "functions: [{name: f, blocks: short, unless: {arg: 3, has: 99999999999999999999}}]\n",
      "functions: [{name: f, unless: {arg: 3, is: 0}}]\n",
      "functions: [{name: f, stores: {arg: 0}}]\n",
      "overrides: [{name: f}]\n",
      "classes: [{name: f}]\n",
      "toolkit: motif\n",
      "- a\n",
      "text\n",
  };
  for (const char *Text : Bad)
    EXPECT_EQ(errorOf(Text).rfind("m.yaml:1: ", 0), 0u) << Text << " -> " << errorOf(Text);
}

TEST(Parse, ABadFileAddsNothing) {
  ModelSet Set;
  uint64_t Before = Set.hash();
  EXPECT_NE(addText(Set, "functions:\n  - {name: f, runs-on: main}\n  - {name: g, oops: 1}\n"), "");
  EXPECT_TRUE(Set.function("f", {}, "").empty());
  EXPECT_EQ(Set.hash(), Before);
}

TEST(Parse, ModelsInsideAConfiguration) {
  ModelSet Set;
  auto Add = [&](llvm::StringRef Text) {
    llvm::Error E = Set.addConfigModels(llvm::MemoryBufferRef(Text, ".offmain.yaml"));
    return E ? llvm::toString(std::move(E)) : std::string();
  };
  EXPECT_EQ(Add("jobs: 3\nmodels:\n  functions:\n    - {name: post_ui, callback: {arg: 0, runs: main}}\n"), "");
  EXPECT_EQ(Set.function("post_ui", {}, "").Callbacks.size(), 1u);
  EXPECT_EQ(Set.function("post_ui", {}, "").File, ".offmain.yaml:4");
  EXPECT_EQ(Add("jobs: 3\n"), "");
  EXPECT_EQ(Add("a: 1\nmodels:\n  x: 1\n").rfind(".offmain.yaml:3: unknown key 'x'", 0), 0u);
}

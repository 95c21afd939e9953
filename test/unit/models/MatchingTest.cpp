// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which entry wins when several speak of one name.
#include "TestModels.h"

#include <gtest/gtest.h>

using namespace offmain;

namespace {

ModelSet load(llvm::StringRef Text) {
  ModelSet Set;
  EXPECT_EQ(addText(Set, Text), "");
  return Set;
}

Thread runsOn(const ModelSet &Set, llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Bases = {},
              llvm::StringRef Signature = "()") {
  return Set.function(Name, Bases, Signature).RunsOn;
}

} // namespace

TEST(Matching, ExactBeatsGlobAndLongerGlobBeatsShorter) {
  ModelSet Set = load(R"(
functions:
  - {name: gdk_pixbuf_get_from_window, runs-on: main}
  - {name: "gdk_pixbuf_*", runs-on: any}
  - {name: "gdk_*", runs-on: main}
)");
  EXPECT_EQ(runsOn(Set, "gdk_window_show"), Thread::Main);
  EXPECT_EQ(runsOn(Set, "gdk_pixbuf_new"), Thread::Any);
  EXPECT_EQ(runsOn(Set, "gdk_pixbuf_get_from_window"), Thread::Main);
  EXPECT_TRUE(Set.function("g_free", {}, "").empty());
}

TEST(Matching, LaterFileBeatsEarlierAttributeByAttribute) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, "functions: [{name: f, runs-on: main, blocks: unbounded, callback: {arg: 0, runs: main}}]",
                    "a.yaml"),
            "");
  ASSERT_EQ(addText(Set, "functions: [{name: f, blocks: 'no', callback: {arg: 1, runs: worker}}]", "b.yaml"), "");
  Contract C = Set.function("f", {}, "");
  EXPECT_EQ(C.RunsOn, Thread::Main) << "not said by b.yaml";
  EXPECT_EQ(C.Blocking, Blocks::No);
  ASSERT_EQ(C.Callbacks.size(), 2u) << "callbacks merge by argument";
  EXPECT_EQ(C.File, "b.yaml:1");
  ASSERT_EQ(addText(Set, "functions: [{name: f, callback: {arg: 0, runs: nowhere}}]", "c.yaml"), "");
  EXPECT_EQ(Set.function("f", {}, "").Callbacks[0].Runs, Thread::Nowhere);
}

TEST(Matching, KeptCallbacksNameTheirKeeper) {
  ModelSet Set;
  ASSERT_EQ(addText(Set, "functions: [{name: hook, callback: {arg: 0, runs: kept, keeper: db}}, "
                         "{name: step, calls-kept: db}]",
                    "a.yaml"),
            "");
  EXPECT_EQ(Set.function("hook", {}, "").Callbacks[0].Keeper, "db");
  EXPECT_EQ(Set.function("step", {}, "").CallsKept, "db");
  EXPECT_FALSE(Set.function("step", {}, "").empty());
  EXPECT_NE(addText(Set, "functions: [{name: hook, callback: {arg: 0, runs: kept}}]", "b.yaml"), "");
  EXPECT_NE(addText(Set, "functions: [{name: hook, callback: {arg: 0, runs: inline, keeper: db}}]", "b.yaml"), "");
}

TEST(Matching, HeirsTakeTheMemberOfTheirBases) {
  ModelSet Set = load(R"(
functions:
  - {name: "QWidget::*", heirs: true, runs-on: main}
  - {name: "QObject::tr", heirs: true, runs-on: any}
  - {name: "QTimer::start", runs-on: owner}
)");
  llvm::StringRef Bases[] = {"QFrame", "QWidget", "QObject"};
  EXPECT_EQ(runsOn(Set, "QLabel::setText", Bases), Thread::Main);
  EXPECT_EQ(runsOn(Set, "QLabel::QLabel", Bases), Thread::Main);
  EXPECT_EQ(runsOn(Set, "QLabel::tr", Bases), Thread::Any) << "exact beats glob, also of a farther base";
  EXPECT_EQ(runsOn(Set, "QWidget::tr", {"QObject"}), Thread::Any);
  EXPECT_EQ(runsOn(Set, "MyTimer::start", {"QTimer", "QObject"}), Thread::Unset) << "no heirs: true";
  EXPECT_EQ(runsOn(Set, "QImage::fill", {"QPaintDevice"}), Thread::Unset);
  EXPECT_EQ(runsOn(Set, "free_function", Bases), Thread::Unset);
}

TEST(Matching, NearerClassBeatsLongerGlob) {
  ModelSet Set = load(R"(
functions:
  - {name: "QQuickPaintDeviceBase::*", heirs: true, runs-on: any}
  - {name: "QItem::*", heirs: true, runs-on: main}
)");
  EXPECT_EQ(runsOn(Set, "My::f", {"QItem", "QQuickPaintDeviceBase"}), Thread::Main);
  EXPECT_EQ(runsOn(Set, "My::f", {"QQuickPaintDeviceBase", "QItem"}), Thread::Any);
}

TEST(Matching, ConstructorsAndDestructorsOfHeirs) {
  ModelSet Set = load(R"(
functions:
  - {name: "ns::Base::Base", heirs: true, runs-on: owner}
  - {name: "ns::Base::~Base", heirs: true, runs-on: main}
)");
  EXPECT_EQ(runsOn(Set, "other::Derived::Derived", {"ns::Base"}), Thread::Owner);
  EXPECT_EQ(runsOn(Set, "other::Derived::~Derived", {"ns::Base"}), Thread::Main);
  EXPECT_EQ(runsOn(Set, "other::Derived::Other", {"ns::Base"}), Thread::Unset);
}

TEST(Matching, SignatureSelectsOverloads) {
  ModelSet Set = load(R"yaml(
functions:
  - {name: "QFuture::then", callback: {arg: callables, runs: worker}}
  - {name: "QFuture::then", signature: "(QObject *", callback: {arg: callables, runs: owner-of-arg, owner-arg: 0}}
  - {name: f, signature: "unsigned long", blocks: short}
  - {name: g, signature: "()", runs-on: any}
)yaml");
  EXPECT_EQ(Set.function("QFuture::then", {}, "(QObject*, (lambda) &&)").Callbacks[0].Runs, Thread::OwnerOfArg);
  EXPECT_EQ(Set.function("QFuture::then", {}, "((lambda) &&)").Callbacks[0].Runs, Thread::Worker);
  EXPECT_EQ(Set.function("f", {}, "(QMutex *, unsigned long)").Blocking, Blocks::Short);
  EXPECT_EQ(Set.function("f", {}, "(QMutex *)").Blocking, Blocks::Unset);
  EXPECT_EQ(runsOn(Set, "g", {}, "() const"), Thread::Any);
  EXPECT_EQ(runsOn(Set, "g", {}, "(int)"), Thread::Unset);
}

TEST(Matching, AffinityIsThatOfTheNearestClass) {
  ModelSet Set = load(R"(
classes:
  - {name: QObject, heirs: true, affinity: affine}
  - {name: QWidget, heirs: true, affinity: gui}
  - {name: QVariantThing, affinity: plain}
)");
  EXPECT_EQ(Set.affinity("QLabel", {"QFrame", "QWidget", "QObject"}), ModelSet::Affinity::Gui);
  EXPECT_EQ(Set.affinity("Worker", {"QObject"}), ModelSet::Affinity::Affine);
  EXPECT_EQ(Set.affinity("QVariantThing", {"QObject"}), ModelSet::Affinity::Plain);
  EXPECT_EQ(Set.affinity("Other", {"QVariantThing"}), ModelSet::Affinity::Unset);
}

TEST(Matching, LifetimeIsToldApartFromAffinity) {
  ModelSet Set = load(R"(
classes:
  - {name: trackable, heirs: true, lifetime: tracked}
  - {name: QPointer, lifetime: guard}
  - {name: Widget, heirs: true, affinity: gui}
)");
  EXPECT_EQ(Set.lifetime("Window", {"Widget", "trackable"}), ModelSet::Lifetime::Tracked);
  EXPECT_EQ(Set.affinity("Window", {"trackable", "Widget"}), ModelSet::Affinity::Gui);
  EXPECT_EQ(Set.lifetime("QPointer", {}), ModelSet::Lifetime::Guard);
  EXPECT_EQ(Set.lifetime("Widget", {}), ModelSet::Lifetime::Unset);
}

TEST(Matching, ClassesThatOwnAreParentsAndHaveWords) {
  ModelSet Set = load(R"(
classes:
  - {name: Scoped, deleter: ScopedDeleter}
  - {name: Node, heirs: true, affinity: affine}
  - {name: Node, parent: true}
  - {names: [Picture, Icon], called: pictures, advice: use an image}
)");
  auto Owners = Set.owners();
  ASSERT_EQ(Owners.size(), 1u);
  EXPECT_EQ(Owners[0].Class, "Scoped");
  EXPECT_EQ(Owners[0].Deleter, "ScopedDeleter");
  EXPECT_TRUE(Set.isParent("Node"));
  EXPECT_FALSE(Set.isParent("Leaf"));
  EXPECT_EQ(Set.affinity("Leaf", {"Node"}), ModelSet::Affinity::Affine);
  EXPECT_EQ(Set.words("Icon")->Called, "pictures");
  EXPECT_EQ(Set.words("Icon")->Advice, "use an image");
  EXPECT_FALSE(Set.words("Scoped"));
}

TEST(Matching, DescribeShowsEveryEntryWithItsPlace) {
  ModelSet Set = load("functions:\n  - {name: 'gtk_*', runs-on: main}\n  - {name: gtk_main, role: toolkit-loop, "
                      "source: 'https://s/'}\n");
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Set.describe("gtk_main", OS);
  EXPECT_NE(Text.find("gtk_*  [m.yaml:2]\n  runs-on: main\n"), std::string::npos) << Text;
  EXPECT_NE(Text.find("gtk_main  [m.yaml:3]\n  role: toolkit-loop\n  source: https://s/\n"), std::string::npos) << Text;
}

TEST(Matching, HashFollowsContentAndOrder) {
  ModelSet A = load("functions: [{name: f, runs-on: main}]"), B = load("functions: [{name: f, runs-on: any}]");
  EXPECT_NE(A.hash(), B.hash());
  EXPECT_EQ(A.hash(), load("functions: [{name: f, runs-on: main}]").hash());
}

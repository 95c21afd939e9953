// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "models/Annotations.h"

#include <gtest/gtest.h>

using namespace offmain;

TEST(Annotations, OffmainTexts) {
  EXPECT_EQ(contractFromAnnotation({"offmain::main"}).RunsOn, Thread::Main);
  EXPECT_EQ(contractFromAnnotation({"offmain::worker"}).RunsOn, Thread::Worker);
  EXPECT_EQ(contractFromAnnotation({"offmain::any"}).RunsOn, Thread::Any);
  EXPECT_EQ(contractFromAnnotation({"qt_slot", "offmain::blocks"}).Blocking, Blocks::Unbounded);
  Contract C = contractFromAnnotation({"offmain::posts-to-main=2"});
  ASSERT_EQ(C.Callbacks.size(), 1u);
  EXPECT_EQ(C.Callbacks[0].Arg, 2);
  EXPECT_EQ(C.Callbacks[0].Runs, Thread::Main);
}

TEST(Annotations, StrangersSayNothing) {
  for (llvm::StringRef Text :
       {"", "main", "offmain::", "offmain::mainx", "offmain::posts-to-main=", "offmain::posts-to-main=-1",
        "offmain::posts-to-main=99999999999", "requires_capability(", "requires_capability)"})
    EXPECT_TRUE(contractFromAnnotation({Text}).empty()) << Text.str();
}

TEST(Annotations, CapabilitiesNamedAfterTheMainThread) {
  for (llvm::StringRef Name : {"main_thread", "MainThread", "kMainThread", "gui", "GUIThread", "GuiThread", "ui_thread",
                               "UI", "mainThread", "UIThread", "app.main_thread", "&ui_thread"})
    EXPECT_EQ(contractFromAnnotation({("requires_capability(" + Name + ")").str()}).RunsOn, Thread::Main) << Name.str();
  for (llvm::StringRef Name : {"mutex", "build_lock", "remaining", "domain", "guid", "WorkerThread"})
    EXPECT_TRUE(contractFromAnnotation({("requires_capability(" + Name + ")").str()}).empty()) << Name.str();
}

TEST(Annotations, OverrideTheModel) {
  Contract Model;
  Model.RunsOn = Thread::Main;
  Model.Blocking = Blocks::Short;
  mergeContract(Model, contractFromAnnotation({"offmain::any"}));
  EXPECT_EQ(Model.RunsOn, Thread::Any);
  EXPECT_EQ(Model.Blocking, Blocks::Short);
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The form's body.
#include "groupchatform.h"

GroupChatForm::GroupChatForm(Core *core) : core(core) { connect(this, SIGNAL(clicked()), this, SLOT(onCallClicked())); }

void GroupChatForm::onCallClicked() { core->joinGroupCall(1); }

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "sourcelabel.h"

SourceLabel::SourceLabel(hub *source) { hub_connect(source, SourceRemoved, this); }

void SourceLabel::SourceRemoved(void *data) { Q_EMIT static_cast<SourceLabel *>(data)->Removed(); }

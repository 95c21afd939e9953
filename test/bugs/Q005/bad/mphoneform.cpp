// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window's body.
#include "mphoneform.h"

MphoneForm::MphoneForm() : logView(new QTextEdit(this)) {}

void MphoneForm::updateLog(bool log_zapped) {
  if (log_zapped)
    logView->clear();                     // EXPECT: qt-off-main-thread
  logView->append(QStringLiteral("...")); // EXPECT: qt-off-main-thread
}

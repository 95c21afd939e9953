// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q016 as fixed: no thread at all.
#include "page.h"

StreamPage::StreamPage()
    : connectAccount(new QPushButton(this)), connectedAccountText(new QLabel(this)), key(new QLineEdit(this)) {
  connect(connectAccount, &QPushButton::clicked, this, &StreamPage::OnOAuthStreamKeyConnected);
}

QString StreamPage::fetchTitle() { return QStringLiteral("channel"); }

void StreamPage::OnOAuthStreamKeyConnected() {
  QString title = fetchTitle();
  connectedAccountText->setText(title);
  key->setText(title);
}

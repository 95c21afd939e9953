// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q016, obs-studio: the wizard page fills its fields in a lambda run by the project's thread wrapper, and waits for it.
// Both are wrong: the fields are widgets, and the wait blocks the slot.
// CHECKS: qt-off-main-thread,blocking-call-on-main
#include "page.h"
#include "wrappers.h"

StreamPage::StreamPage()
    : connectAccount(new QPushButton(this)), connectedAccountText(new QLabel(this)), key(new QLineEdit(this)) {
  connect(connectAccount, &QPushButton::clicked, this, &StreamPage::OnOAuthStreamKeyConnected);
}

QString StreamPage::fetchTitle() { return QStringLiteral("channel"); }

void StreamPage::OnOAuthStreamKeyConnected() {
  QString title;
  QScopedPointer<QThread> thread(CreateQThread([&] {
    title = fetchTitle();
    connectedAccountText->setText(title); // EXPECT: qt-off-main-thread
    key->setText(title);                  // EXPECT: qt-off-main-thread
  }));
  thread->start();
  thread->wait(); // EXPECT: blocking-call-on-main
}
// CHAIN: QuickThread::run -> lambda in StreamPage::OnOAuthStreamKeyConnected

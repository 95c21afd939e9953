// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "friendwidget.h"
#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

class FriendList : public QWidget {
  Q_OBJECT
public:
  explicit FriendList(Friend *contact) : contact(contact), hide(new QPushButton("remove", this)), layout(new QVBoxLayout(this)) {
    widget = new FriendWidget(contact);
    layout->addWidget(widget);
    connect(widget, &FriendWidget::friendWidgetRenamed, this, &FriendList::sort);
    connect(hide, &QPushButton::clicked, this, &FriendList::removeWidget);
  }

private:
  void sort(FriendWidget *renamed) { renamed->raise(); }
  void removeWidget() {
    delete widget;
    widget = nullptr;
    contact->setAlias(QStringLiteral("removed"));
  }
  Friend *contact;
  QPushButton *hide;
  QVBoxLayout *layout;
  FriendWidget *widget;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *contact = new Friend;
  FriendList list(contact);
  list.show();
  return app.exec();
}

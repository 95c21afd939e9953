// FLAGS: qt5+quick
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In updatePaintNode the GUI thread is held: an item may read its own geometry and ask its window for nodes.
#include <QApplication>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <QtQuick/QSGRectangleNode>

class Bar : public QQuickItem {
public:
  Bar() { setFlag(ItemHasContents); }

protected:
  QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override {
    auto *node = static_cast<QSGRectangleNode *>(old);
    if (!node)
      node = window()->createRectangleNode();
    node->setRect(QRectF(0, 0, width(), height()));
    node->setColor(QColor(Qt::red));
    return node;
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QQuickWindow window;
  Bar bar;
  bar.setParentItem(window.contentItem());
  window.show();
  return app.exec();
}

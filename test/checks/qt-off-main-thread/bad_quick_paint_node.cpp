// FLAGS: qt5+quick
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// updatePaintNode is called on the scene graph's render thread; a widget is no business of its.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QtQuick/QQuickItem>
#include <QtQuick/QSGNode>

class Chart : public QQuickItem {
public:
  explicit Chart(QLabel *caption) : caption(caption) { setFlag(ItemHasContents); }

protected:
  QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override {
    caption->setText(QStringLiteral("painted")); // EXPECT: qt-off-main-thread
    return old;
  }

private:
  QLabel *caption;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel caption;
  caption.show();
  Chart chart(&caption);
  return app.exec();
}
// CHAIN: Chart::updatePaintNode

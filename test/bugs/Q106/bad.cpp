// FLAGS: qt5+quick
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q106, subsurface: a chart view lays its parts out anew from updatePaintNode, which the scene graph calls on its
// render thread; setting the size of other items emits their signals there.
#include <QApplication>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickView>
#include <QtQuick/QSGNode>

class StatsView : public QQuickItem {
  Q_OBJECT
public:
  StatsView() : title(new QQuickItem(this)) { setFlag(ItemHasContents); }

protected:
  QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override {
    QSizeF size = boundingRect().size();
    if (size != plotSize)
      plotAreaChanged(size);
    return old;
  }

private:
  void plotAreaChanged(const QSizeF &size) {
    plotSize = size;
    title->setWidth(size.width()); // EXPECT: qt-off-main-thread
  }
  QQuickItem *title;
  QSizeF plotSize;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QQuickView view;
  StatsView stats;
  stats.setParentItem(view.contentItem());
  view.show();
  return app.exec();
}
// CHAIN: StatsView::updatePaintNode -> StatsView::plotAreaChanged

// FLAGS: qt5+quick
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q106 as fixed: the layout follows geometryChanged, on the GUI thread; the paint node only reads the item's own size,
// which it may while the GUI thread is held.
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
    drawn = boundingRect().size();
    return old;
  }
  void geometryChanged(const QRectF &now, const QRectF &before) override {
    QQuickItem::geometryChanged(now, before);
    plotAreaChanged(now.size());
  }

private:
  void plotAreaChanged(const QSizeF &size) {
    plotSize = size;
    title->setWidth(size.width());
  }
  QQuickItem *title;
  QSizeF plotSize, drawn;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QQuickView view;
  StatsView stats;
  stats.setParentItem(view.contentItem());
  view.show();
  return app.exec();
}

// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q087, Subsurface, fixed: it owns a plain pointer by value.
#include <QAbstractTableModel>
#include <QApplication>
#include <QPushButton>
#include <QtConcurrent/QtConcurrent>
#include <memory>

struct DecoState {
  double tissues[16] = {};
};

class PlannerModel : public QObject {
  Q_OBJECT
public slots:
  void updateDiveProfile() {
    auto copy = std::make_unique<DecoState>(m_state);
    DecoState *state = copy.release();
    QtConcurrent::run([this, state] {
      computeVariations(state);
      delete state;
    });
  }
signals:
  void variationsComputed(QString);

private:
  void computeVariations(DecoState *state) { emit variationsComputed(QString::number(state->tissues[0])); }
  DecoState m_state;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  PlannerModel model;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &model, &PlannerModel::updateDiveProfile);
  return app.exec();
}

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Effects of a clip; the panel adds fields to them.
#pragma once
#include <QList>
#include <QObject>

class EffectField : public QObject {
  Q_OBJECT
public:
  explicit EffectField(QObject *parent) : QObject(parent) {}
};

class Effect : public QObject {
  Q_OBJECT
public:
  void addField();

private:
  QList<EffectField *> fields;
};

struct Clip {
  QList<Effect *> effects;
};

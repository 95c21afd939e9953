// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QObject>

class IProfileInfo {
public:
  virtual ~IProfileInfo() = default;
  virtual void logout() = 0;
};

class ProfileInfo : public QObject, public IProfileInfo {
  Q_OBJECT
public:
  void logout() override;
};

class Nexus : public QObject {
  Q_OBJECT
public:
  static Nexus &getInstance();
public Q_SLOTS:
  void showLogin();
};

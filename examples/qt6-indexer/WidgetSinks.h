// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "Log.h"
#include <QLabel>
#include <QPlainTextEdit>

/// Shows the log.
class EditSink : public LogSink {
public:
  explicit EditSink(QPlainTextEdit *edit) : m_edit(edit) {}
  void write(const QString &line) override;

private:
  QPlainTextEdit *m_edit;
};

/// Shows the last line, made right: on another thread it hands the line over.
class LastLineSink : public LogSink {
public:
  explicit LastLineSink(QLabel *label) : m_label(label) {}
  void write(const QString &line) override;

private:
  QLabel *m_label;
};

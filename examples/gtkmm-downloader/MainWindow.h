// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "JobQueue.h"
#include "Log.h"
#include "TransferRow.h"
#include <future>
#include <gtkmm.h>
#include <memory>
#include <vector>

/// Shows the log in a text view.
class TextViewSink : public LogSink {
public:
  explicit TextViewSink(Gtk::TextView &view) : m_view(view) {}
  void write(const std::string &line) override;

private:
  Gtk::TextView &m_view;
};

/// The same, made right: on another thread it hands the line over.
class LabelSink : public LogSink {
public:
  explicit LabelSink(Gtk::Label &label) : m_label(label) {}
  void write(const std::string &line) override;

private:
  Gtk::Label &m_label;
};

class MainWindow : public Gtk::ApplicationWindow {
public:
  MainWindow();
  ~MainWindow() override;

private:
  void onAddClicked();
  void onWaitClicked();
  void onAboutClicked();
  void onCountClicked();
  bool onTick();

  Gtk::Box m_box{Gtk::ORIENTATION_VERTICAL, 6};
  Gtk::Button m_add{"Add"}, m_wait{"Wait for all"}, m_about{"About"}, m_count{"Count"};
  Gtk::TextView m_view;
  Gtk::Label m_last, m_clock;
  TextViewSink m_viewSink{m_view};
  LabelSink m_labelSink{m_last};
  std::vector<std::unique_ptr<TransferRow>> m_rows;
  JobQueue m_queue;
};

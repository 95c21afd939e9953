// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "MainWindow.h"
#include "UiThread.h"
#include <chrono>
#include <thread>

// Download::run logs on the queue's thread.
void TextViewSink::write(const std::string &line) {
  auto buffer = m_view.get_buffer();          // offmain: gtk-off-main-thread
  buffer->insert_at_cursor(line + "\n");      // offmain: gtk-off-main-thread
}

void LabelSink::write(const std::string &line) {
  if (!ui::isCurrent()) {
    ui::post([this, line] { write(line); });
    return;
  }
  m_label.set_text(line); // only on the GTK thread: right
}

MainWindow::MainWindow() {
  set_title("gtkmm-downloader");
  add(m_box);
  for (Gtk::Button *button : {&m_add, &m_wait, &m_about, &m_count})
    m_box.pack_start(*button, Gtk::PACK_SHRINK);
  m_box.pack_start(m_last, Gtk::PACK_SHRINK);
  m_box.pack_start(m_clock, Gtk::PACK_SHRINK);
  m_box.pack_start(m_view);
  m_add.signal_clicked().connect(sigc::mem_fun(*this, &MainWindow::onAddClicked));
  m_wait.signal_clicked().connect(sigc::mem_fun(*this, &MainWindow::onWaitClicked));
  m_about.signal_clicked().connect(sigc::mem_fun(*this, &MainWindow::onAboutClicked));
  m_count.signal_clicked().connect(sigc::mem_fun(*this, &MainWindow::onCountClicked));
  Glib::signal_timeout().connect(sigc::mem_fun(*this, &MainWindow::onTick), 1000);
  Log::instance().add(&m_viewSink);
  Log::instance().add(&m_labelSink);
  show_all_children();
}

MainWindow::~MainWindow() {
  Log::instance().remove(&m_viewSink);
  Log::instance().remove(&m_labelSink);
  for (auto &row : m_rows)
    row->download()->cancel();
}

void MainWindow::onAddClicked() {
  auto row = std::make_unique<TransferRow>("file " + std::to_string(m_rows.size() + 1));
  m_box.pack_start(*row, Gtk::PACK_SHRINK);
  row->show();
  auto download = row->download();
  m_rows.push_back(std::move(row));
  m_queue.add([download] { download->run(); });
}

void MainWindow::onWaitClicked() {
  m_queue.drain(); // waits in JobQueue.cpp
  m_last.set_text("all done");
}

void MainWindow::onAboutClicked() {
  Gtk::MessageDialog dialog(*this, "A program with mistakes in it");
  dialog.run(); // offmain: blocking-call-on-main
}

namespace {
long countSlowly() {
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return 42;
}
} // namespace

void MainWindow::onCountClicked() {
  std::future<long> count = std::async(std::launch::async, countSlowly);
  m_last.set_text(std::to_string(count.get()));                 // offmain: blocking-call-on-main
  std::this_thread::sleep_for(std::chrono::milliseconds(250));  // offmain: blocking-call-on-main
}

bool MainWindow::onTick() {
  m_clock.set_text(Glib::DateTime::create_now_local().format("%H:%M:%S")); // a timeout runs on the GTK thread
  return true;
}

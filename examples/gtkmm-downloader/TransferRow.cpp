// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "TransferRow.h"
#include "UiThread.h"

TransferRow::TransferRow(const std::string &name)
    : Gtk::Box(Gtk::ORIENTATION_HORIZONTAL, 6), m_name(name), m_download(std::make_shared<Download>(name, *this)) {
  pack_start(m_name);
  pack_start(m_bar);
  pack_start(m_status);
  m_finished.connect(sigc::mem_fun(*this, &TransferRow::onFinishedInUi));
  m_download->signalRetry().connect(sigc::mem_fun(*this, &TransferRow::onRetry));
  m_download->onDone = [this](const std::string &what) {
    m_status.set_text(what + " is complete"); // offmain: gtk-off-main-thread
  };
  show_all_children();
}

// Through the observer, from Download::advance on the queue's thread.
void TransferRow::progress(double fraction) {
  m_bar.set_fraction(fraction); // offmain: gtk-off-main-thread
}

// The dispatcher carries it to the GTK thread: right.
void TransferRow::finished(bool good) {
  if (good)
    m_finished.emit();
  else
    ui::post([this] { m_status.set_text("failed"); });
}

void TransferRow::onFinishedInUi() { m_bar.set_fraction(1); }

// The signal is emitted on the queue's thread, so its handlers run there.
void TransferRow::onRetry(int attempt) {
  m_status.set_text(Glib::ustring::compose("attempt %1 failed", attempt)); // offmain: gtk-off-main-thread
}

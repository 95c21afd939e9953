// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One transfer's row: a name, a bar, a status. Observes its download on the download's thread.
#pragma once
#include "Download.h"
#include <gtkmm.h>
#include <memory>

class TransferRow : public Gtk::Box, public DownloadObserver {
public:
  explicit TransferRow(const std::string &name);

  std::shared_ptr<Download> download() { return m_download; }

  void progress(double fraction) override;
  void finished(bool good) override;

private:
  void onRetry(int attempt);
  void onFinishedInUi();

  Gtk::Label m_name;
  Gtk::ProgressBar m_bar;
  Gtk::Label m_status;
  Glib::Dispatcher m_finished;
  std::shared_ptr<Download> m_download;
};

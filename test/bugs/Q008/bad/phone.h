// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The telephone: a thread takes events from a queue and gives them to dialogs.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <queue>
#include <string>

class t_userintf {
public:
  virtual ~t_userintf() = default;
  virtual void cb_ask_user_to_refer(const std::string &who) = 0;
};

class t_event {
public:
  virtual ~t_event() = default;
  virtual std::string from() const = 0;
};

class t_event_refer : public t_event {
public:
  explicit t_event_refer(std::string who) : who(std::move(who)) {}
  std::string from() const override { return who; }

private:
  std::string who;
};

class t_event_queue {
public:
  void push(std::unique_ptr<t_event> event);
  std::unique_ptr<t_event> pop();

private:
  std::mutex mutex;
  std::condition_variable filled;
  std::queue<std::unique_ptr<t_event>> events;
};

class t_dialog {
public:
  void recvd_refer(const t_event &event);
};

class t_phone {
public:
  void run();
  void handle(const t_event &event);

private:
  t_dialog dialog;
};

extern t_userintf *ui;
extern t_phone *phone;
extern t_event_queue *evq_trans_layer;
void *phone_uas_main(void *);

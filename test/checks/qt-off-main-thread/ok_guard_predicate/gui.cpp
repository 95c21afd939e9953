// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The predicates' bodies: by the application object, and by an id kept at start-up.
#include "gui.h"
#include <QCoreApplication>
#include <QThread>
#include <thread>

static std::thread::id mainId;

bool isGuiThread() { return QThread::currentThread() == QCoreApplication::instance()->thread(); }

void Threads::remember() { mainId = std::this_thread::get_id(); }

bool Threads::onMain() { return std::this_thread::get_id() == mainId; }

bool Threads::offMain() { return !onMain(); }

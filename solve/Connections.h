// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt's connections as facts of the Solution: what is connected or posted at a place, of which type, where both ends
// live. QtSignals.cpp makes them while it makes the edges; rules read them in place of deriving them again.
//
// One entry for each (place, signal), and for each caller of a helper that takes the connection type as a parameter.
#ifndef OFFMAIN_SOLVE_CONNECTIONS_H
#define OFFMAIN_SOLVE_CONNECTIONS_H

#include "solve/Homes.h"

namespace offmain {

/// https://doc.qt.io/qt-6/qt.html#ConnectionType-enum; a type that a test chooses counts as Auto: whoever tests knows.
enum class Delivery : uint8_t { Auto, Direct, Queued, Blocking };

enum class ConnectionForm : uint8_t {
  Connect,      ///< QObject::connect
  SingleShot,   ///< QTimer::singleShot
  Invocation,   ///< QMetaObject::invokeMethod
  Continuation, ///< QFuture::then, QTimer::callOnTimeout: a functor without context object
};

struct Connection {
  SiteId Site;
  SiteId Through; ///< the call of a helper that gave the type, or none
  ConnectionForm Form = ConnectionForm::Connect;
  Delivery Type = Delivery::Auto;
  bool Contextless = false;   ///< a functor without context object: it runs wherever the signal is emitted
  FunctionId Signal;          ///< none: posted, or a toolkit's signal given by name
  std::string SignalName;     ///< "QThread::finished", "" for what is posted
  std::optional<Ctx> Emitted; ///< where a toolkit emits it by itself
  Home Sender, Receiver;      ///< where the sender and the receiver (or context object) live
  FramedValue SenderValue, ReceiverValue;
  llvm::SmallVector<FunctionId, 2> Slots;

  /// A functor or slot of it, run in context C, does not run where it should: off main without a context object, or
  /// directly while its object lives elsewhere.
  bool misruns(Ctx C) const;
};

} // namespace offmain

#endif

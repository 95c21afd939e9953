// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A fake program of any size, unit by unit. What a function is called, what it calls and where its header stands is
// computed from (seed, unit, number), so unit 99,999 can be written without having made the others.
//
//   kinds of unit     gui ──▶ service ──▶ util          calls go down this order, and inside a unit to later functions
//   service           starts threads (pthread_create, g_thread_new, QThread heirs) whose bodies stay in service and
//                     util; posts back with g_idle_add; a few have the bug: they call a gui function
//   gui               connects handlers, calls sinks (gtk_label_set_text, QLabel::setText)
//
// A uniformly random call graph was rejected: it has one giant component, so one thread would reach every sink, which
// no real program looks like and which measures the printing of findings.
#ifndef OFFMAIN_BENCH_SYNTH_WORLD_H
#define OFFMAIN_BENCH_SYNTH_WORLD_H

#include "facts/Builder.h"
#include <string>
#include <vector>

namespace offmain::synth {

/// splitmix64: the same numbers everywhere, for ever.
class Random {
public:
  explicit Random(uint64_t Seed) : State(Seed) {}
  uint64_t next() {
    uint64_t X = State += 0x9e3779b97f4a7c15;
    X = (X ^ X >> 30) * 0xbf58476d1ce4e5b9;
    X = (X ^ X >> 27) * 0x94d049bb133111eb;
    return X ^ X >> 31;
  }
  uint32_t below(uint32_t N) { return static_cast<uint32_t>(next() % N); }
  bool oneIn(uint32_t N) { return below(N) == 0; }

private:
  uint64_t State;
};

enum class Kind : uint8_t { Util, Service, Gui };

struct Shape {
  uint64_t Seed = 1;
  uint32_t Units = 1000;
  static constexpr uint32_t FunctionsPerUnit = 103; ///< in the source file; headers add some
  static constexpr uint32_t UnitsPerModule = 20;
  static constexpr uint32_t HeadersPerModule = 10;
  static constexpr uint32_t InlinesPerHeader = 4;

  Kind kind(uint32_t Unit) const { return static_cast<Kind>(Random(Seed ^ Unit * 0x51ed270b).below(3)); }
  uint32_t module(uint32_t Unit) const { return Unit / UnitsPerModule; }
};

/// The facts file of one unit.
std::string makeUnit(const Shape &S, uint32_t Unit);

} // namespace offmain::synth

#endif

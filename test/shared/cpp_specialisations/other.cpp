// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <chrono>
#include <complex>
#include <thread>
#include <memory>
#include <unordered_map>
#include <valarray>
#include <iostream>
std::unordered_map<std::thread::id, std::complex<double>> OfThreads;
double other(std::valarray<double> &V) { std::cout << OfThreads.size(); return (V * V).sum(); }

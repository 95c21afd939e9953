// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
VALUE(one)
VALUE(two)

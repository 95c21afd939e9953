# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# offmain_library(name SOURCES a.cpp... [DEPS offmain_facts...]): one static library a folder.

option(OFFMAIN_WERROR "warnings are errors" OFF)
set(OFFMAIN_SANITIZE "" CACHE STRING "sanitizers, e.g. address,undefined")

add_library(offmain_options INTERFACE)
target_include_directories(offmain_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_include_directories(offmain_options SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
target_compile_definitions(offmain_options INTERFACE ${LLVM_DEFINITIONS})
target_compile_options(offmain_options INTERFACE -fno-exceptions -fno-rtti -Wall -Wextra -Wno-unused-parameter
  # Debian 12's libstdc++ uses what it declares deprecated itself (std::stable_sort), which clang tells us.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
if(OFFMAIN_WERROR)
  target_compile_options(offmain_options INTERFACE -Werror)
endif()
if(OFFMAIN_SANITIZE)
  target_compile_options(offmain_options INTERFACE -fsanitize=${OFFMAIN_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(offmain_options INTERFACE -fsanitize=${OFFMAIN_SANITIZE})
endif()

function(offmain_library NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${NAME} STATIC ${ARG_SOURCES})
  target_link_libraries(${NAME} PUBLIC offmain_options ${ARG_DEPS} LLVM)
endfunction()

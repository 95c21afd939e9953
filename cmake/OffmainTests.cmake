# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# offmain_test(name SOURCES a.cpp... [DEPS offmain_facts...] [ARGS ...]): one GoogleTest executable a folder, each of
# its TESTs a ctest test "name.Suite.Case". Discovery waits until ctest runs, so that a build under a sanitizer or an
# emulator does not have to start the executable while building.
#
# offmain_python_test(name SCRIPT file.py [LABELS ...] [TIMEOUT s] [ARGS ...]): one ctest test that is a Python script.

find_package(GTest REQUIRED)
include(GoogleTest)
# The distribution's Python first: its python3-jsonschema checks the SARIF output.
if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3)
endif()
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

function(offmain_test NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS;ARGS" ${ARGN})
  add_executable(${NAME} ${ARG_SOURCES})
  # The relaxations: GoogleTest's own headers use what the pipeline does not allow itself to.
  target_compile_options(${NAME} PRIVATE -Wno-unused-member-function -Wno-sign-compare)
  target_link_libraries(${NAME} PRIVATE offmain_options ${ARG_DEPS} GTest::gmock GTest::gtest GTest::gtest_main LLVM
                        Threads::Threads)
  target_compile_definitions(${NAME} PRIVATE OFFMAIN_TEST_SOURCE_DIR="${CMAKE_CURRENT_SOURCE_DIR}"
                             OFFMAIN_TEST_BINARY_DIR="${CMAKE_CURRENT_BINARY_DIR}")
  set_target_properties(${NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/test-bin)
  gtest_discover_tests(${NAME} TEST_PREFIX "${NAME}." EXTRA_ARGS ${ARG_ARGS} DISCOVERY_MODE PRE_TEST
                       PROPERTIES LABELS unit TIMEOUT 300)
endfunction()

function(offmain_python_test NAME)
  cmake_parse_arguments(ARG "" "SCRIPT;TIMEOUT" "LABELS;ARGS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 900)
  endif()
  add_test(NAME ${NAME} COMMAND ${Python3_EXECUTABLE} -B ${ARG_SCRIPT} ${ARG_ARGS}
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77)
endfunction()

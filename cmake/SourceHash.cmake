# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# cmake -DOUTPUT=SourceHash.h -DFILES="a.cpp;b.h" -P SourceHash.cmake: one hash of all their contents, as a macro.
set(ALL "")
list(SORT FILES)
foreach(FILE IN LISTS FILES)
  file(SHA256 ${FILE} HASH)
  string(APPEND ALL ${HASH})
endforeach()
string(SHA256 HASH "${ALL}")
file(WRITE ${OUTPUT} "#define OFFMAIN_EXTRACT_SOURCES \"${HASH}\"\n")

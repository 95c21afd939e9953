# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# cmake -DOUTPUT=Pages.cpp -DPAGES="a.md;b.md" -P EmbedPages.cmake: docs pages → a C++ table. String literals are cut
# into pieces of 8 kB, below every compiler's limit.
set(TEXT "#include \"checks/Pages.h\"\n\nllvm::StringRef offmain::page(llvm::StringRef Id) {\n")
foreach(PAGE IN LISTS PAGES)
  get_filename_component(ID ${PAGE} NAME_WE)
  file(READ ${PAGE} BODY)
  string(APPEND TEXT "  if (Id == \"${ID}\")\n    return")
  string(LENGTH "${BODY}" LEFT)
  set(AT 0)
  while(AT LESS LEFT)
    string(SUBSTRING "${BODY}" ${AT} 8000 PIECE)
    string(APPEND TEXT " R\"page(${PIECE})page\"")
    math(EXPR AT "${AT} + 8000")
  endwhile()
  string(APPEND TEXT ";\n")
endforeach()
string(APPEND TEXT "  return {};\n}\n")
file(WRITE ${OUTPUT} "${TEXT}")

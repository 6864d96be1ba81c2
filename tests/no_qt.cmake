# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails if the build in the folder BUILD, which has no window, has looked for Qt or compiles anything with it. Its sources
# need no second look: the include rules of tests/architecture hold for them, and a header of Qt would not be found.
foreach(file IN ITEMS CMakeCache.txt compile_commands.json build.ninja)
  file(STRINGS "${BUILD}/${file}" found REGEX "[Qq]t6|QtCore" LIMIT_COUNT 3)
  if(found)
    list(JOIN found "\n  " lines)
    message(FATAL_ERROR "${BUILD}/${file} names Qt:\n  ${lines}")
  endif()
endforeach()

# SPDX-License-Identifier: GPL-3.0-or-later
#
# What belongs to an installation beside the programs, which install themselves, and how CPack makes a Debian package of it:
# app/package. Nothing in it knows the checkout: programs look for each other and for headers from where they stand.
include(GNUInstallDirs)
set(resources "${PROJECT_SOURCE_DIR}/resources")
set(documentation "${CMAKE_INSTALL_DATADIR}/doc/awaitscope")

# gzip as Debian wants it: without a name and a time, so that the same sources give the same package.
find_program(AWAITSCOPE_GZIP gzip)
foreach(file IN ITEMS man/awaitscope.1 man/awaitscope-cli.1 package/changelog)
  get_filename_component(name "${file}" NAME)
  set(packed "${CMAKE_CURRENT_BINARY_DIR}/package/${name}.gz")
  add_custom_command(OUTPUT "${packed}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/package"
    COMMAND sh -c "\"$0\" -9nc \"$1\" > \"$2\"" "${AWAITSCOPE_GZIP}" "${resources}/${file}" "${packed}"
    DEPENDS "${resources}/${file}"
    VERBATIM)
  list(APPEND packed_files "${packed}")
  if(file MATCHES "^man/")
    install(FILES "${packed}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  else()
    install(FILES "${packed}" DESTINATION "${documentation}")
  endif()
endforeach()
add_custom_target(awaitscope_documentation ALL DEPENDS ${packed_files})

install(FILES "${resources}/package/copyright" DESTINATION "${documentation}")
install(FILES "${resources}/awaitscope.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${resources}/awaitscope.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${resources}/package/lintian-overrides"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides" RENAME awaitscope)
# For authors: a lesson's folder to begin with, and to open as one that is not built in.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/lessons/" DESTINATION "${CMAKE_INSTALL_DATADIR}/awaitscope/lessons"
  PATTERN "*.cmake" EXCLUDE PATTERN CMakeLists.txt EXCLUDE PATTERN ".*" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The Awaitscope developers <awaitscope@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "sandbox that draws every await of Boost.Asio coroutines")
set(CPACK_PACKAGE_DESCRIPTION
  "A coroutine can be cancelled at any await point, and the code after it may\n\
then never run. Awaitscope runs real Boost.Asio coroutines on a virtual clock,\n\
draws each await on a timeline, lets one fire the timeout at any of them, and\n\
shows whether the cache write ran, buggy and fixed side by side.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, qt6-translations-l10n")
# What changed code is compiled with and its faults are told with: ten times the size of all else, which works without. The
# window names them when they are needed.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
  "g++ (>= 4:12), libboost1.81-dev | libboost1.83-dev | libboost1.88-dev | libboost1.90-dev, binutils, mold")
# dpkg-shlibdeps does not see what Qt loads when it runs: the platform's plugin, which draws windows, and pictures in SVG.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)

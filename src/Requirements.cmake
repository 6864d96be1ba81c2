# SPDX-License-Identifier: GPL-3.0-or-later
#
# Finds everything the build needs and reports all that is missing in one message with the Debian packages to install.

set(missing_things "")
set(missing_packages "")

# awaitscope_need(FOUND WHAT PACKAGE...): WHAT is how a person calls it, PACKAGE what Debian calls it.
macro(awaitscope_need FOUND WHAT)
  if(NOT ${FOUND})
    string(REPLACE ";" ", " package_names "${ARGN}")
    string(APPEND missing_things "\n  ${WHAT}: ${package_names}")
    list(APPEND missing_packages ${ARGN})
  endif()
endmacro()

find_package(Threads REQUIRED)
find_package(Boost 1.81 QUIET CONFIG) # headers only; older ones lack the operators for awaitables
awaitscope_need(Boost_FOUND "Boost 1.81 or newer" libboost1.81-dev)
find_package(nlohmann_json 3.11 QUIET CONFIG)
awaitscope_need(nlohmann_json_FOUND "JSON for Modern C++ 3.11 or newer" nlohmann-json3-dev)
find_package(toml11 3.7 QUIET CONFIG)
if(NOT toml11_FOUND)
  find_package(toml11 4 QUIET CONFIG) # its version file may allow the same major version only
endif()
awaitscope_need(toml11_FOUND "toml11 3.7 or newer" libtoml11-dev)
find_package(CLI11 2.1 QUIET CONFIG)
awaitscope_need(CLI11_FOUND "CLI11 2.1 or newer" libcli11-dev)
find_library(AWAITSCOPE_SECCOMP seccomp)
awaitscope_need(AWAITSCOPE_SECCOMP "libseccomp" libseccomp-dev)

if(AWAITSCOPE_GUI)
  list(APPEND CMAKE_MODULE_PATH "${PROJECT_SOURCE_DIR}/src/widgets") # FindQScintilla.cmake
  find_package(Qt6 6.4 QUIET COMPONENTS Core Gui Widgets PrintSupport DBus Test)
  awaitscope_need(Qt6_FOUND "Qt 6.4 or newer" qt6-base-dev)
  if(Qt6_FOUND)
    find_package(Qt6Svg 6.4 QUIET)
    awaitscope_need(Qt6Svg_FOUND "Qt Svg" qt6-svg-dev)
    find_program(AWAITSCOPE_LRELEASE NAMES lrelease lrelease-qt6 HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}")
    awaitscope_need(AWAITSCOPE_LRELEASE "Qt's lrelease" qt6-l10n-tools)
    find_package(QCustomPlotQt6 QUIET CONFIG) # it states no version
    awaitscope_need(QCustomPlotQt6_FOUND "QCustomPlot 2.1 for Qt 6" libqcustomplot-dev libqcustomplot2.1-qt6)
    find_package(QScintilla 2.13 QUIET)
    awaitscope_need(QScintilla_FOUND "QScintilla 2.13 for Qt 6" libqscintilla2-qt6-dev)
  else()
    list(APPEND missing_packages qt6-svg-dev qt6-l10n-tools libqcustomplot-dev libqcustomplot2.1-qt6 libqscintilla2-qt6-dev)
  endif()
endif()

if(BUILD_TESTING)
  find_package(GTest 1.12 QUIET CONFIG)
  awaitscope_need(GTest_FOUND "GoogleTest 1.12 or newer (or -DBUILD_TESTING=OFF)" libgtest-dev)
  find_package(benchmark 1.7 QUIET CONFIG)
  awaitscope_need(benchmark_FOUND "Google Benchmark 1.7 or newer (or -DBUILD_TESTING=OFF)" libbenchmark-dev)
  find_path(AWAITSCOPE_VALIJSON valijson/validator.hpp)
  if(NOT AWAITSCOPE_VALIJSON)
    message(STATUS "Valijson not found: nothing validates traces against their JSON Schema (Debian: libvalijson-dev)")
  endif()
endif()

if(missing_packages)
  list(REMOVE_DUPLICATES missing_packages)
  list(JOIN missing_packages " " install_list)
  message(FATAL_ERROR "Not found, with the Debian package that has it:${missing_things}\n"
    "On Debian and Ubuntu:\n  sudo apt install ${install_list}\n")
endif()

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/retelling.hpp"
#include "present/look/theme.hpp"
#include "widgets/qscintilla.hpp"

#include <optional>
#include <vector>

namespace awaitscope {

/// Tells words and comments of a language apart.
struct CodeLexer
{
    QsciLexer* lexer = nullptr;
    std::vector<int> keywords; ///< styles of the lexer
    std::vector<int> comments;
    std::vector<int> directives; ///< of a preprocessor

    /// Colours mean one thing each, and none of them is left for syntax: weight and slant tell words apart.
    void setStyle(const QFont& font, const Theme& theme) const;
};

/// `parent` owns it; without a language it is C++.
CodeLexer makeLexer(std::optional<Language> language, QObject* parent);

} // namespace awaitscope

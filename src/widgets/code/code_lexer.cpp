// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_lexer.hpp"

namespace awaitscope {

namespace {

/// A lexer of QScintilla with other keywords: its own are older than async and await.
template <class Lexer>
class Reworded : public Lexer
{
public:
    Reworded(const char* words, QObject* parent) : Lexer(parent), m_words(words) {}

    const char* keywords(int set) const override { return set == 1 ? m_words : nullptr; }

private:
    const char* m_words;
};

constexpr const char* rustWords =
    "as async await break const continue crate dyn else enum extern false fn for if impl in "
    "let loop match mod move mut pub ref return self Self static struct super trait true "
    "type unsafe use where while";
constexpr const char* javaScriptWords =
    "async await break case catch class const continue default delete do else export "
    "extends false finally for function if import in instanceof let new null of "
    "return static super switch this throw true try typeof undefined var void while "
    "yield";
constexpr const char* pythonWords = "False None True and as assert async await break class continue def del elif else "
                                    "except finally for from global if import in is lambda nonlocal not or pass raise "
                                    "return self try while with yield";

} // namespace

void CodeLexer::setStyle(const QFont& font, const Theme& theme) const
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    QFont slanted = font;
    slanted.setItalic(true);
    lexer->setDefaultFont(font);
    lexer->setDefaultColor(theme.text);
    lexer->setDefaultPaper(theme.panel);
    lexer->setFont(font, -1);
    lexer->setColor(theme.text, -1);
    lexer->setPaper(theme.panel, -1);
    for (const int style : keywords)
        lexer->setFont(bold, style);
    for (const int style : directives)
        lexer->setColor(theme.secondaryText, style);
    for (const int style : comments) {
        lexer->setColor(theme.secondaryText, style);
        lexer->setFont(slanted, style);
    }
}

CodeLexer makeLexer(std::optional<Language> language, QObject* parent)
{
    if (language == Language::python)
        return {new Reworded<QsciLexerPython>(pythonWords, parent),
                {QsciLexerPython::Keyword},
                {QsciLexerPython::Comment, QsciLexerPython::CommentBlock},
                {}};
    const auto likeC = [](QsciLexer* lexer) {
        return CodeLexer{
            lexer,
            {QsciLexerCPP::Keyword},
            {QsciLexerCPP::Comment, QsciLexerCPP::CommentLine, QsciLexerCPP::CommentDoc, QsciLexerCPP::CommentLineDoc},
            {QsciLexerCPP::PreProcessor}};
    };
    if (language == Language::javaScript)
        return likeC(new Reworded<QsciLexerJavaScript>(javaScriptWords, parent));
    if (language == Language::rust) // QScintilla has none of its own for it
        return likeC(new Reworded<QsciLexerCPP>(rustWords, parent));
    return likeC(new QsciLexerCPP(parent));
}

} // namespace awaitscope

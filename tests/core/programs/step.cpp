// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/programs/step.hpp"

#include <array>
#include <cstddef>

namespace awaitscope::programs {

namespace {

struct Word
{
    Kind kind;
    const char* text;
    int weight; ///< how often it comes
    int blocks;
};

constexpr std::array<Word, 33> words{{
    {Kind::end, "end", 36, 0},
    {Kind::nap, "nap", 24, 0},
    {Kind::wait, "wait", 16, 0},
    {Kind::send, "send", 8, 0},
    {Kind::receive, "receive", 8, 0},
    {Kind::hop, "hop", 12, 0},
    {Kind::both, "both", 8, 2},
    {Kind::either, "either", 12, 2},
    {Kind::eitherOfThree, "eitherOfThree", 3, 3},
    {Kind::valued, "valued", 5, 2},
    {Kind::limited, "limited", 5, 1},
    {Kind::group, "group", 6, 2},
    {Kind::groupOfMany, "groupOfMany", 4, 3},
    {Kind::groupOfTimers, "groupOfTimers", 4, 0},
    {Kind::await, "await", 5, 1},
    {Kind::scope, "scope", 4, 1},
    {Kind::attempt, "attempt", 14, 1},
    {Kind::repeat, "repeat", 4, 1},
    {Kind::fail, "fail", 4, 0},
    {Kind::reset, "reset", 6, 0},
    {Kind::setThrowing, "setThrowing", 4, 0},
    {Kind::ask, "ask", 3, 0},
    {Kind::note, "note", 4, 0},
    {Kind::listen, "listen", 8, 0},
    {Kind::set, "set", 8, 0},
    {Kind::cancel, "cancel", 6, 0},
    {Kind::trySend, "trySend", 3, 0},
    {Kind::tryReceive, "tryReceive", 3, 0},
    {Kind::silence, "silence", 2, 0},
    {Kind::emit, "emit", 6, 0},
    {Kind::emitLater, "emitLater", 5, 0},
    {Kind::spawn, "spawn", 12, 1},
    {Kind::callbacks, "callbacks", 4, 0},
}};

constexpr int sumOfWeights()
{
    int sum = 0;
    for (const Word& word : words)
        sum += word.weight;
    return sum;
}
static_assert(sumOfWeights() <= 256, "a byte must be able to choose every word");

const Word& wordOfByte(std::uint8_t byte)
{
    int left = byte % sumOfWeights();
    for (const Word& word : words) {
        left -= word.weight;
        if (left < 0)
            return word;
    }
    return words[0];
}

/// So that the depth of frames and the length of a run have an end.
constexpr int mostSteps = 60;
constexpr int mostDepth = 5;

class Parser
{
public:
    explicit Parser(const Bytes& bytes) : m_bytes(bytes) {}

    std::vector<Step> block(int depth)
    {
        std::vector<Step> steps;
        while (m_at < m_bytes.size() && m_steps < mostSteps) {
            const Word& word = wordOfByte(next());
            if (word.kind == Kind::end) {
                if (depth > 0)
                    break;
                continue; // nothing for it to end
            }
            Step step;
            step.kind = word.kind;
            step.id = ++m_steps;
            step.what = next();
            step.how = next();
            step.time = next();
            if (depth >= mostDepth && word.blocks > 0)
                step.kind = Kind::nap;
            else
                for (int i = 0; i < word.blocks; ++i)
                    step.blocks.push_back(block(depth + 1));
            steps.push_back(std::move(step));
        }
        return steps;
    }

private:
    std::uint8_t next() { return m_at < m_bytes.size() ? m_bytes[m_at++] : std::uint8_t{0}; }

    const Bytes& m_bytes;
    std::size_t m_at = 0;
    int m_steps = 0;
};

void tell(const std::vector<Step>& block, const std::string& indent, std::string& text)
{
    for (const Step& step : block) {
        const char* name = "";
        for (const Word& word : words)
            if (word.kind == step.kind)
                name = word.text;
        text += indent + '#' + std::to_string(step.id) + ' ' + name + " what " + std::to_string(step.what) + ", how " +
                std::to_string(step.how) + ", time " + std::to_string(step.time) + '\n';
        for (std::size_t i = 0; i < step.blocks.size(); ++i) {
            text += indent + "  " + std::to_string(i) + (step.blocks[i].empty() ? ": nothing\n" : ":\n");
            tell(step.blocks[i], indent + "    ", text);
        }
    }
}

} // namespace

Program parse(const Bytes& bytes)
{
    return Parser{bytes}.block(0);
}

std::string toText(const Program& program)
{
    std::string text;
    tell(program, "  ", text);
    return text;
}

} // namespace awaitscope::programs

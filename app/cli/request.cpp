// SPDX-License-Identifier: GPL-3.0-or-later
#include "request.hpp"

#include "lesson/files/scenario_file.hpp"
#include "lesson/text/text.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace awaitscope::cli {

namespace {

constexpr const char* examples = R"(
LESSON is a C++ file of one's own with a coroutine run(), a lesson's name, a lesson's folder (lessons/README.md),
a scenario string such as awaitscope:alan-caches-requests?model=drop&timeout=250ms, or a file that the window or
share has saved, such as rehearsed.awaitscope; options go before what it says.

  awaitscope-cli run alan-caches-requests --timeout 250ms
  awaitscope-cli run alan-caches-requests --variant fixed --await 2 --set client=50ms
  awaitscope-cli sweep alan-caches-requests --model drop --json
  awaitscope-cli share alan-caches-requests --await 2 --save rehearsed.awaitscope
  awaitscope-cli run rehearsed.awaitscope
  awaitscope-cli run alan-caches-requests --file my.cpp --timeout 250ms
  awaitscope-cli run mine.cpp --timeout 250ms
  awaitscope-cli run path/to/my-lesson --timeout 250ms
  awaitscope-cli check alan-caches-requests --file my.cpp
  awaitscope-cli traffic alan-caches-requests --requests 1000000 --seed 1
  awaitscope-cli lessons --lessons path/to/lessons
  awaitscope-cli run my-lesson --lessons path/to/lessons --timeout 250ms
  awaitscope-cli verify --all
  awaitscope-cli new-lesson path/to/my-lesson

Ends with 0 when done, 1 when a lesson to verify does not hold, a version to check is no fix or, with --strict,
an expectation is violated, 2 for wrong use, 3 when the code of a lesson or of --file does not compile, does not come to an end, or dies.)";

/// CLI11 says it in one line, and quotes arguments as they are; what it adds about --help is for people, and it must be one
/// message.
Outcome wrongUse(const std::string& message)
{
    return {ExitCode::wrongUse, {}, printable(message, 300) + ". See awaitscope-cli --help.\n"};
}

class CommandLine
{
public:
    CommandLine()
    {
        m_app.set_version_flag("--version", "awaitscope-cli " AWAITSCOPE_VERSION);
        m_app.require_subcommand(1);
        m_app.footer(examples);
        m_app.get_formatter()->column_width(28);
        addCheck();
        addPacksOption(addCommand(Command::lessons, "lessons", "List the lessons as a path: each with its law, and how long it takes"));
        addNewLesson();
        addRun();
        addShare();
        addShow();
        addSweep();
        addTraffic();
        addVerify();
    }

    std::variant<Request, Outcome> read(const std::vector<std::string>& arguments)
    {
        const auto isMeant = [&](const CLI::App* command) { return command->get_name() == arguments.front(); };
        const CLI::App& app = m_app;
        if (!arguments.empty() && !arguments.front().starts_with('-') && app.get_subcommands(isMeant).empty())
            return wrongUse("There is no command " + inQuotes(arguments.front())
                            + ". Allowed: check, lessons, new-lesson, run, share, show, sweep, traffic and verify");
        if (arguments.empty())
            return wrongUse("A subcommand is missing. Allowed: check, lessons, new-lesson, run, share, show, sweep, traffic and verify");
        try {
            m_app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
        } catch (const CLI::CallForHelp&) {
            return Outcome{ExitCode::done, helpText(), {}};
        } catch (const CLI::CallForVersion& version) {
            return Outcome{ExitCode::done, std::string{version.what()} + '\n', {}};
        } catch (const CLI::ParseError& error) {
            return wrongUse(error.what());
        }
        std::vector<std::string> moments;
        for (const auto& [option, value] : {std::pair{"--timeout", &m_request.timeout}, {"--await", &m_request.await},
                                            {"--start", &m_request.start}}) {
            if (*value)
                moments.emplace_back(option);
        }
        if (moments.size() > 1)
            return wrongUse("There are both " + moments[0] + " and " + moments[1]
                            + ". Allowed: one of them, as both say when the timeout fires");
        if (std::optional<std::string> mistake = whyNotWritten())
            return wrongUse(*mistake);
        if (m_request.command == Command::verify && m_all != m_request.target.empty())
            return wrongUse("verify takes one lesson, one folder or --all");
        m_request.colour = m_colour == "always"  ? ColourChoice::always
                           : m_colour == "never" ? ColourChoice::never
                                                 : ColourChoice::automatic;
        return m_request;
    }

private:
    CLI::App& addCommand(Command command, const std::string& name, const std::string& description)
    {
        CLI::App& added = *m_app.add_subcommand(name, description);
        added.callback([this, command] { m_request.command = command; });
        added.add_flag("--json", m_request.isJson, "Print one JSON object instead of text");
        added.add_option("--color", m_colour, "auto, always or never; auto is for terminals, and follows NO_COLOR")
            ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}).description(""))
            ->type_name("WHEN");
        return added;
    }

    void addScenarioOptions(CLI::App& command)
    {
        command.add_option("LESSON", m_request.target, "A C++ file, a lesson's name or folder, a scenario string or an .awaitscope file")
            ->required();
        command.add_option("--model", m_request.model, "What cancelling means: asio, drop or eager")
            ->type_name("MODEL");
        command
            .add_option("--cancel-on", m_request.cancelOn,
                        "Under asio, what the timeout cancels: coroutine, or the operation that is pending")
            ->type_name("WHAT");
        command.add_option("--set", m_request.parameters, "Set a parameter of the lesson, such as client=50ms")
            ->type_name("NAME=VALUE")
            ->allow_extra_args(false);
        addPacksOption(command);
    }

    void addPacksOption(CLI::App& command)
    {
        command.add_option("--lessons", m_request.packs, "The lessons in this folder are there too, by the names of their folders")
            ->type_name("FOLDER")
            ->allow_extra_args(false);
    }

    void addStrictOption(CLI::App& command)
    {
        command.add_flag("--strict", m_request.isStrict, "End with exit code 1 where an expectation is violated");
    }

    void addFileOptions(CLI::App& command)
    {
        command.add_option("--file", m_request.file, "Compile this C++ file, and run it in place of the variant")
            ->type_name("FILE.cpp");
        command.add_flag("--sanitize", m_request.isSanitized,
                         "Let AddressSanitizer and UndefinedBehaviorSanitizer watch the code that is compiled");
    }

    void addTimeoutOptions(CLI::App& command)
    {
        command.add_option("--timeout", m_request.timeout, "When the timeout fires, such as 250ms, or none")
            ->type_name("TIME");
        command
            .add_option("--await", m_request.await,
                        "Fire the timeout while this await is pending; 2+: after 2 completed, before it resumes")
            ->type_name("NUMBER[+]");
        command
            .add_option("--start", m_request.start,
                        "Fire the timeout when this coroutine has been spawned, before its first step")
            ->type_name("NUMBER");
    }

    void addCancelOptions(CLI::App& command)
    {
        command.add_option("--cancel", m_request.cancel, "When the run() of a sandbox file is cancelled from outside, such as 250ms, or none")
            ->type_name("TIME");
        command
            .add_option("--cancel-type", m_request.cancelType,
                        "Under asio, what a cancel from outside asks of a sandbox's run(): terminal, partial or total")
            ->type_name("TYPE");
    }

    void addCheck()
    {
        CLI::App& check = addCommand(Command::check, "check", "Judge a version of a lesson: is it a fix?");
        check.add_option("LESSON", m_request.target, "A C++ file, a lesson's name or folder, a scenario string or an .awaitscope file")
            ->required();
        check.add_option("--variant", m_request.variant, "The variant, or the one that FILE stands for; else the first buggy one")
            ->type_name("NAME");
        addFileOptions(check);
    }

    void addNewLesson()
    {
        addCommand(Command::newLesson, "new-lesson", "Begin a lesson: make a folder with one that works, to be changed")
            .add_option("FOLDER", m_request.target, "A folder that is new or empty; its name is the lesson's")
            ->required();
    }

    void addRun()
    {
        CLI::App& run = addCommand(Command::run, "run", "Run one variant of a lesson");
        addScenarioOptions(run);
        run.add_option("--variant", m_request.variant, "The variant; else the first buggy one")->type_name("NAME");
        addTimeoutOptions(run);
        addCancelOptions(run);
        addFileOptions(run);
        addStrictOption(run);
        run.add_option("--perfetto", m_request.perfetto, "Write the run to this file too, for ui.perfetto.dev")
            ->type_name("FILE");
    }

    void addShare()
    {
        CLI::App& share =
            addCommand(Command::share, "share", "Print a scenario and the command that runs it; save it to a file");
        addScenarioOptions(share);
        share.add_option("--variant", m_request.variant, "The variants, such as fixed or buggy,fixed; else those that are shown at first")
            ->type_name("NAMES");
        addTimeoutOptions(share);
        addCancelOptions(share);
        share.add_option("--save", m_request.save, "Write the scenario to this file too, which the window opens")
            ->type_name("FILE.awaitscope");
        share
            .add_option("--perfetto", m_request.perfetto,
                        "Write the runs of these variants to this file too, for ui.perfetto.dev")
            ->type_name("FILE");
    }

    void addShow()
    {
        addCommand(Command::show, "show", "Show a run that run --json has printed")
            .add_option("FILE", m_request.target, "A file with its JSON")
            ->required();
    }

    void addSweep()
    {
        CLI::App& sweep = addCommand(Command::sweep, "sweep", "Try every await and every timeout of the variants in SCENARIO, else of those that are shown at first");
        addScenarioOptions(sweep);
        addCancelOptions(sweep);
        addFileOptions(sweep);
        addStrictOption(sweep);
        CLI::Option* const finds =
            sweep.add_flag("--find-break", m_request.findsBreak, "Of a C++ file: the smallest case that breaks what it expects, or its end");
        sweep.add_flag("--move-times", m_request.movesTimes, "Try it with each time in the file halved and doubled, too")->needs(finds);
    }

    void addTraffic()
    {
        CLI::App& traffic = addCommand(Command::traffic, "traffic", "Serve weeks of requests by one variant, and count what clients get");
        addScenarioOptions(traffic);
        traffic.add_option("--variant", m_request.variant, "The variant; else the first buggy one")->type_name("NAME");
        traffic.add_option("--timeout", m_request.timeout, "The caller's limit, such as 350ms, or none; else the lesson's")->type_name("TIME");
        traffic.add_option("--requests", m_request.requests, "How many there are in all; else as many as the lesson says")->type_name("N");
        traffic.add_option("--seed", m_request.seed, "Another number, other requests; else 1")->type_name("N");
        traffic.add_option("--weeks", m_request.weeks, "In how many weeks they come")->type_name("N");
        traffic.add_option("--release", m_request.release, "How many weeks pass before the timeout comes in")->type_name("N");
        traffic.add_option("--keys", m_request.keys, "How many things are asked for")->type_name("N");
        traffic.add_option("--time-to-live", m_request.timeToLive, "For how many hours an entry of the cache is fresh")->type_name("HOURS");
        traffic.add_option("--slow", m_request.slow, "The share of requests that are slow by a parameter, such as client=0.05")
            ->type_name("NAME=SHARE")
            ->allow_extra_args(false);
        traffic.add_option("--spread", m_request.spread, "How far a parameter's times spread, such as client=0.3")
            ->type_name("NAME=NUMBER")
            ->allow_extra_args(false);
        addFileOptions(traffic);
        traffic.add_option("--sample", m_request.sample, "Serve one key in so many, with all of its requests")->type_name("N");
    }

    void addVerify()
    {
        CLI::App& verify = addCommand(Command::verify, "verify", "Check that a lesson does what it promises");
        verify.add_option("LESSON", m_request.target, "A lesson's name or folder, or a folder with lessons in it");
        verify.add_flag("--all", m_all, "Every lesson that is built in, and every one of --lessons");
        addPacksOption(verify);
    }

    /// What is wrong with the files to read and write; empty if nothing is.
    std::optional<std::string> whyNotWritten() const
    {
        if (m_request.file && m_request.file->empty())
            return "--file wants the name of a C++ file";
        if (m_request.perfetto && m_request.perfetto->empty())
            return "--perfetto wants the name of a file to write";
        if (m_request.save && !m_request.save->ends_with(scenarioFileEnding))
            return "--save cannot be " + inQuotes(*m_request.save) + ". Allowed: a name that ends in .awaitscope";
        if (m_request.save && m_request.save == m_request.perfetto)
            return "--save and --perfetto name the same file. Allowed: a file for each";
        return std::nullopt;
    }

    std::string helpText() const
    {
        const std::vector<const CLI::App*> chosen =
            m_app.get_subcommands([](const CLI::App* command) { return command->parsed(); });
        return chosen.empty() ? m_app.help() : chosen.front()->help("awaitscope-cli");
    }

    Request m_request;
    bool m_all = false;
    std::string m_colour = "auto";
    CLI::App m_app{"Runs lessons about awaits and cancellation, on a virtual clock.", "awaitscope-cli"};
};

} // namespace

std::variant<Request, Outcome> readCommandLine(const std::vector<std::string>& arguments)
{
    return CommandLine{}.read(arguments);
}

} // namespace awaitscope::cli

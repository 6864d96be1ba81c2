// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

class MainWindow;
class Session;

} // namespace awaitscope

namespace awaitscope::test {

/// Fails the test unless every pane of the window shows what the session's traces say of the playhead's position, and
/// nothing after it: scopes, flag and playhead, code, console, verdicts, the step in words, the transport. What it
/// expects it works out from the traces alone, never through the models that the panes use.
void expectAgreement(MainWindow& window, Session& session);

} // namespace awaitscope::test

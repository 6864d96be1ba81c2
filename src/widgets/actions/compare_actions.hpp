// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

class Session;
class Toast;
class WindowActions;

/// Fork, its end, and the first difference. What there is to say of them is said by the toast.
void answerForComparison(WindowActions& actions, Session& session, Toast& toast);

} // namespace awaitscope

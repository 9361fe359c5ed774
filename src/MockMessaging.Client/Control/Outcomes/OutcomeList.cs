using MockMessaging.Conversations;

namespace MockMessaging.Control;

/// <summary>All outcomes a message can have, and the rules that choose among them.</summary>
/// <param name="Outcomes">All outcomes, each with its test number.</param>
/// <param name="Rules">The workspace's rules; the first one that matches applies, before any test number.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page of rules; absent on the last page.</param>
public sealed record OutcomeList(IReadOnlyList<OutcomeView> Outcomes, IReadOnlyList<OutcomeRuleView> Rules, string? Next) : ControlRecord;

/// <summary>What can happen to a message after it was accepted.</summary>
/// <param name="Name">Name of the outcome.</param>
/// <param name="PhoneEndsWith">The last four digits of a phone that choose it; absent for the normal outcome.</param>
/// <param name="Story">The statuses and events, in order.</param>
public sealed record OutcomeView(string Name, string? PhoneEndsWith, string Story) : ControlRecord;

/// <summary>A rule that chooses the outcome of messages. You can post `match`, `outcome`, `error`, `delays`, `times`, `says`, `presses`, `sends` and `turns` again as they are.</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Match">Which messages it applies to.</param>
/// <param name="Outcome">Name of the outcome; absent if the rule only lets the customer reply.</param>
/// <param name="Error">The provider's error, if the rule replaces the one of the outcome.</param>
/// <param name="ErrorCode">The code of that error.</param>
/// <param name="Delays">Delays, as far as the rule sets them.</param>
/// <param name="Times">How many messages it applies to, or how often its turns are played; absent if there is no limit.</param>
/// <param name="Used">How many messages it has applied to.</param>
/// <param name="Left">How many more messages it applies to; absent if there is no limit.</param>
/// <param name="Says">The text with which the customer replies.</param>
/// <param name="Presses">The button that the customer presses.</param>
/// <param name="Sends">What the customer sends.</param>
/// <param name="Turns">What happens to the first message, the second and so on.</param>
/// <param name="Turn">The turn that comes next, from 1; absent if it has no turns, or all are over.</param>
public sealed record OutcomeRuleView(
    string Id, OutcomeMatchRequest Match, string? Outcome, ErrorRequest? Error, string? ErrorCode, DelaysRequest? Delays, int? Times, int Used, int? Left,
    string? Says = null, string? Presses = null, CustomerContent? Sends = null, IReadOnlyList<OutcomeTurnRequest>? Turns = null, int? Turn = null) : ControlRecord;

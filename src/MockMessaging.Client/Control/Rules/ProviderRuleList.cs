using MockMessaging.Fidelity;

namespace MockMessaging.Control;

/// <summary>The rules of providers.</summary>
/// <param name="Mode">off, warn or enforce: what happens to a message that breaks a rule.</param>
/// <param name="Rules">All rules. If a message breaks several, the first is the reason of its failure.</param>
public sealed record ProviderRuleList(RulesMode Mode, IReadOnlyList<ProviderRuleView> Rules) : ControlRecord;

/// <summary>Something that a provider refuses although the vendor's API accepts it.</summary>
/// <param name="Name">Name of the rule; one for each type of channel may have it.</param>
/// <param name="ContactType">The type of channel: WHATSAPP, SMS, EMAIL …</param>
/// <param name="Checks">What must be true, or what is counted.</param>
/// <param name="Limit">How many are allowed; absent if nothing is counted.</param>
/// <param name="Code">The provider's error code, as in the push of the failed message; absent if the rule only warns.</param>
/// <param name="Title">The provider's title of the error; absent if the rule only warns.</param>
/// <param name="Source">Where the provider documents it.</param>
public sealed record ProviderRuleView(string Name, string ContactType, string Checks, int? Limit, string? Code, string? Title, string? Source) : ControlRecord;

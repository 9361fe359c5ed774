using MockMessaging.Contract;

namespace MockMessaging.Delivery;

/// <summary>A limit of a provider, which this API lets through and the provider does not.</summary>
/// <param name="Channels">The kinds of channels whose provider has it.</param>
/// <param name="Name">Short name of the limit.</param>
/// <param name="Limit">How much the provider takes; 0 where it is no number.</param>
/// <param name="Breaches">A sentence for each breach, from the message and the limit.</param>
internal sealed record ProviderRule(ContactType[] Channels, string Name, int Limit, Func<OutBoundMsg, int, IEnumerable<string>> Breaches);

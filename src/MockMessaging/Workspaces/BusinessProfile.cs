using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>What the business told of a contact when it was asked.</summary>
internal sealed record BusinessProfile(string? ProfileId, string? Name, string? Email, string? Phone, IReadOnlyList<CustomerLabel>? Labels);

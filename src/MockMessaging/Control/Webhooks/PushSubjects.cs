using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>What pushes can tell, to refuse conditions on what is never pushed.</summary>
internal static class PushSubjects
{
    /// <summary>The types of pushes.</summary>
    public static readonly IReadOnlyList<string> Types = Choice.NamesOf<PushType>();

    private static readonly IReadOnlyList<string> Statuses = WireNames.All<PushedStatus>();

    private static readonly string[] Events = [SessionEvents.RoutedCode, SessionEvents.AssignedCode, SessionEvents.StatusCode, SessionEvents.ClosedCode];

    private static readonly string[] ContactInfo = ["contact/info"];

    private static readonly string[] Raws = ["raw"];

    /// <summary>All statuses, event codes and types of messages that are pushed.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Statuses, .. Events, .. MessageTypes.FromCustomers, .. ContactInfo, .. Raws];

    /// <summary>The type of a word; null for none.</summary>
    /// <exception cref="ApiException">There is no such type.</exception>
    public static PushType? Type(string? word, string field, Func<string, string, ApiException> refusal)
    {
        Choice.Ensure(word, Types, field, refusal);
        return word is null ? null : Enum.Parse<PushType>(word, ignoreCase: true);
    }

    /// <summary>What a push of a type tells.</summary>
    /// <exception cref="ApiException">Pushes of the type never tell it.</exception>
    public static string? Subject(string? type, string? word, string field)
    {
        Choice.Ensure(word, Of(Type(type, "target.type", ErrorCatalog.Impossible)), field, ErrorCatalog.Impossible);
        return word;
    }

    private static IReadOnlyList<string> Of(PushType? type) => type switch
    {
        PushType.Statuses => Statuses,
        PushType.Events => Events,
        PushType.Messages => MessageTypes.FromCustomers,
        PushType.ContactInfo => ContactInfo,
        PushType.Raw => Raws,
        _ => All,
    };
}

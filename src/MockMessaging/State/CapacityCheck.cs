using System.Globalization;
using MockMessaging.Errors;
using MockMessaging.Limits;

namespace MockMessaging.State;

/// <summary>Checks that a workspace may hold one more, before anything is changed.</summary>
internal static class CapacityCheck
{
    private static readonly (ConfigurationPart Section, string What)[] Sections =
    [
        (ConfigurationPart.Channel, "channels of its own"), (ConfigurationPart.Template, "templates of its own"),
        (ConfigurationPart.App, "client apps of its own"), (ConfigurationPart.Variable, "variables of its own"),
    ];

    public static void EnsureMessage(WorkspaceState state) => EnsureMessages(state, 1);

    public static void EnsureMessages(WorkspaceState state, int more) => Refuse(LacksMessage(state, more));

    public static void EnsureContact(WorkspaceState state) => EnsureContacts(state, 1);

    public static void EnsureContacts(WorkspaceState state, int more) => Refuse(Lacks("contacts", state.Contacts.Count + more - 1, state.Limits.MaxContacts, nameof(WorkspaceLimits.MaxContacts)));

    /// <summary>For lines of a transcript that are not messages. Checked once per request, so that the lines of one request stay together.</summary>
    public static void EnsureEntries(WorkspaceState state) => Refuse(Lacks("lines of transcripts", state.Entries, state.Limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords)));

    public static void EnsureDigitalObject(WorkspaceState state) => Refuse(Lacks("customer data objects", state.DigitalObjects.Count, state.Limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords)));

    public static void EnsureDigitalEvent(WorkspaceState state) => Refuse(Lacks("customer events", state.DigitalEvents.Count, state.Limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords)));

    public static void EnsureStatus(WorkspaceState state, Message message)
    {
        if (!CanAddStatus(state, message))
        {
            throw ErrorCatalog.Busy($"The message has taken {Number(state.Limits.StatusesKept)} statuses out of turn, as many as it may (Limits:StatusesKept); send another one, or raise the setting.");
        }
    }

    public static bool CanAddStatus(WorkspaceState state, Message message) => (message.Details?.Departures?.Count ?? 0) < state.Limits.StatusesKept;

    /// <summary>Why no message can be added; null if one can. For what happens by itself, where there is no request to refuse.</summary>
    public static string? LacksMessage(WorkspaceState state, int more = 1) => state.Memory.IsFull ? state.Memory.Reason : Lacks("messages", state.Messages.Count + more - 1, state.Limits.MaxMessages, nameof(WorkspaceLimits.MaxMessages));

    /// <summary>Checks a state that replaces another as a whole.</summary>
    public static void EnsureAll(WorkspaceState state)
    {
        foreach (var (what, held, most, setting) in Counts(state))
        {
            Refuse(Lacks(what, held - 1, most, setting));
        }
    }

    /// <summary>What a workspace holds of everything that is limited, and the limits.</summary>
    public static IEnumerable<(string What, int Held, int Most, string Setting)> Counts(WorkspaceState state)
    {
        var limits = state.Limits;
        yield return ("messages", state.Messages.Count, limits.MaxMessages, nameof(WorkspaceLimits.MaxMessages));
        yield return ("contacts", state.Contacts.Count, limits.MaxContacts, nameof(WorkspaceLimits.MaxContacts));
        yield return ("lines of transcripts", state.Entries, limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords));
        yield return ("customer data objects", state.DigitalObjects.Count, limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords));
        yield return ("customer events", state.DigitalEvents.Count, limits.MaxRecords, nameof(WorkspaceLimits.MaxRecords));
        yield return ("outcome rules", state.Rules.Count, limits.RulesKept, nameof(WorkspaceLimits.RulesKept));
        yield return ("faults", state.Faults.Count, limits.RulesKept, nameof(WorkspaceLimits.RulesKept));
        yield return ("planned messages of customers", state.Planned.Count, limits.RulesKept, nameof(WorkspaceLimits.RulesKept));
        yield return ("media files", state.Media.Files.Count, limits.MediaFiles, nameof(WorkspaceLimits.MediaFiles));
        yield return ("bytes of media files", (int)Math.Min(int.MaxValue, state.Media.Bytes), limits.MediaBytes, nameof(WorkspaceLimits.MediaBytes));
        foreach (var (section, what) in Sections)
        {
            yield return (what, state.Configuration.Items.Count(item => item.Section == section), limits.RulesKept, nameof(WorkspaceLimits.RulesKept));
        }
    }

    private static string? Lacks(string what, int held, int most, string setting) => held < most
        ? null
        : $"A workspace holds no more than {Number(most)} {what} (Limits:{setting}), and this one would; empty it with DELETE /_sandbox/workspace, or raise the setting.";

    private static void Refuse(string? reason)
    {
        if (reason is not null)
        {
            throw ErrorCatalog.Busy(reason);
        }
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

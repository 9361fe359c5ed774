using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Templates;

namespace MockMessaging.Configuration;

/// <summary>Sets and removes channels, templates, client apps and variables of a workspace.</summary>
internal static class ConfigurationEditor
{
    /// <exception cref="ApiException">400 if it breaks a rule, 409 if it contradicts another one or there are too many.</exception>
    public static void Set(WorkspaceTransaction transaction, ConfigurationItem item)
    {
        Try(() => ConfigurationRules.Check(item), ErrorCatalog.Impossible);
        Try(() => ConfigurationFit.Check(item, transaction.State), ErrorCatalog.Conflict);
        EnsureRoom(transaction.State, item);
        EnsureTemplate(item.Template);
        if (item.Section == ConfigurationPart.App)
        {
            // Otherwise a restart would make pushes anew for an app of another type.
            transaction.State.Unstored.StoreAll(transaction);
        }

        transaction.Put(item);
        TemplateApprovals.Schedule(transaction, item);
    }

    /// <summary>Removes something that exists.</summary>
    public static void Remove(WorkspaceTransaction transaction, ConfigurationPart section, string id)
    {
        var state = transaction.State;
        var known = state.Configuration.ItemOf(section, id);
        var item = new ConfigurationItem { Section = section, Id = id, IsRemoved = true, App = known?.App };
        var app = section == ConfigurationPart.App ? state.Configuration.AppOfRecord(id) : null;
        if (state.Configuration.IsSeeded(section, id) || (app is not null && IsUsed(state, app)))
        {
            Set(transaction, item);
        }
        else
        {
            state.Configuration.Forget(known!);
            transaction.Remove(known!);
            TemplateApprovals.Schedule(transaction, item);
            transaction.AddEvent(WorkspaceEventKind.Configuration);
        }

        if (app is not null)
        {
            Register(transaction, app, "");
        }
    }

    /// <summary>Sets the URL of an app's pushes.</summary>
    public static void Register(WorkspaceTransaction transaction, App app, string url)
    {
        if (app.Webhook != url)
        {
            app.Webhook = url;
            transaction.Save(app);
            transaction.AddEvent(WorkspaceEventKind.Webhook);
        }
    }

    /// <summary>True if messages or pushes refer to it, which after a restart must still find it.</summary>
    private static bool IsUsed(WorkspaceState state, App app) =>
        app.Backlog.Pending > 0 || state.Messages.Any(message => message.App == app) || state.Pushes.Items.Any(push => push.App == app);

    private static void EnsureRoom(WorkspaceState state, ConfigurationItem item)
    {
        var most = state.Limits.RulesKept;
        if (state.Configuration.ItemOf(item.Section, item.Id) is null && state.Configuration.Items.Count(other => other.Section == item.Section) >= most)
        {
            var what = item.Section.ToString().ToLowerInvariant();
            throw ErrorCatalog.Conflict(what, $"The workspace has already set or removed {most} {PluralOf(item.Section)} (Limits:RulesKept); remove some of its own, or DELETE /_sandbox/workspace.");
        }
    }

    private static string PluralOf(ConfigurationPart section) => section == ConfigurationPart.App ? "client apps" : section.ToString().ToLowerInvariant() + "s";

    private static void EnsureTemplate(HSMTemplateDoc? template)
    {
        (string Field, string? Text)[] filled = [("body", template?.Body), ("template", template?.Template), ("title", template?.Title), ("header", template?.Header), ("footer", template?.Footer)];
        foreach (var (field, text) in filled)
        {
            if (TemplateRenderer.Problem(text) is { } problem)
            {
                throw ErrorCatalog.Impossible(field, $"{field}: messages could not be made from it: {problem.TrimEnd('.')}.");
            }
        }
    }

    private static void Try(Action check, Func<string, string, ApiException> refusal)
    {
        try
        {
            check();
        }
        catch (RecordException broken)
        {
            throw refusal(broken.Field, broken.Message);
        }
    }
}

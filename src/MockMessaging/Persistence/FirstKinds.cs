using LiteDB;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Time;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace MockMessaging.Persistence;

// The kinds that the first message of a workspace needs are written field by field: the serializer would make its code for each of their
// types first, which takes longer than to open the file.

/// <summary>The workspace's own entry.</summary>
internal sealed class WorkspaceKind() : JsonRecordKind<WorkspaceRecord>("Workspace", "workspaces", static () => StoredJson.Default.WorkspaceRecord, static (_, _) => { })
{
    public override bool OutlivesGenerations => true;

    protected override BsonDocument Write(Record record)
    {
        var workspace = (WorkspaceRecord)record;
        var fields = new BsonDocument { ["key"] = workspace.Key, ["generation"] = workspace.Generation, ["seed"] = workspace.Seed };
        fields.AddIfAny("chosenSeed", workspace.ChosenSeed);
        fields.AddIfAny("fidelity", workspace.Fidelity?.ToString());
        fields.AddIfAny("careWindow", workspace.CareWindow);
        fields.AddIfAny("rules", workspace.Rules?.ToString());
        fields.AddIfAny("signingSecret", workspace.SigningSecret);
        fields.AddIfAny("examples", workspace.Examples);
        if (workspace.Delays != default)
        {
            fields["delays"] = BsonJson.FromJson(JsonSerializer.SerializeToUtf8Bytes(workspace.Delays, StoredJson.Default.StatusDelays), []);
        }

        if (workspace.Clock is { } clock)
        {
            fields["clock"] = new BsonDocument
            {
                ["mode"] = clock.Mode.ToString(),
                ["scale"] = clock.Scale,
                ["now"] = clock.Now.ToString("O", null),
                ["hostNow"] = clock.HostNow.ToString("O", null),
            };
        }

        return fields;
    }
}

/// <summary>How far a generation has come.</summary>
internal sealed class ProgressKind() : JsonRecordKind<Progress>("Progress", "progress", static () => StoredJson.Default.Progress, PutBack)
{
    protected override BsonDocument Write(Record record)
    {
        var progress = (Progress)record;
        var fields = new BsonDocument { ["fired"] = Of(progress.Fired), ["ids"] = progress.Ids, ["rolls"] = progress.Rolls };
        if (progress.FirstUnstored is { } first)
        {
            fields["firstUnstored"] = Of(first);
        }

        return fields;
    }

    private static void PutBack(Progress progress, StateBuilder builder)
    {
        StateChecks.Progress(progress);
        builder.State.Progress = progress;
    }

    private static BsonDocument Of(DueOrder order) => new() { ["dueMs"] = order.DueMs, ["recordId"] = order.RecordId, ["step"] = order.Step };
}

/// <summary>Contacts. When they wrote and were written to follows from the messages.</summary>
internal sealed class ContactKind() : JsonRecordKind<Contact>("Contact", "contacts", static () => StoredJson.Default.Contact, PutBack)
{
    protected override BsonDocument Write(Record record)
    {
        var contact = (Contact)record;
        var fields = new BsonDocument
        {
            ["id"] = contact.Id,
            ["channelId"] = contact.ChannelId,
            ["channelType"] = contact.ChannelType,
            ["lane"] = contact.Lane,
            ["contactType"] = WireNames.Of(contact.ContactType),
            ["csid"] = contact.Csid,
            ["createdAt"] = contact.CreatedAt,
        };
        fields.AddIfAny("name", contact.Name);
        fields.AddIfAny("phone", contact.Phone);
        fields.AddIfAny("email", contact.Email);
        fields.AddIfAny("lang", contact.Lang);
        fields.AddIfAny("optInAt", contact.OptInAt);
        fields.AddIfAny("optedOutAt", contact.OptedOutAt);
        fields.AddIfAny("stoppedAt", contact.StoppedAt);
        if (contact.Business is { } business)
        {
            fields["business"] = BsonJson.FromJson(JsonSerializer.SerializeToUtf8Bytes(business, StoredJson.Default.BusinessProfile), []);
        }

        return fields;
    }

    private static void PutBack(Contact contact, StateBuilder builder)
    {
        StateChecks.Contact(contact, builder.State);
        builder.State.Contacts.Add(contact.Id, contact);
    }
}

/// <summary>Sessions. When something last happened in them follows from the messages.</summary>
internal sealed class SessionKind() : JsonRecordKind<Session>("Session", "sessions", static () => StoredJson.Default.Session, PutBack)
{
    protected override BsonDocument Write(Record record)
    {
        var session = (Session)record;
        var fields = new BsonDocument
        {
            ["id"] = session.Id,
            ["contactId"] = session.ContactId,
            ["createdAt"] = session.CreatedAt,
            ["routingId"] = session.RoutingId,
            ["status"] = session.Status.ToString(),
            ["active"] = session.Active,
            ["primary"] = session.Primary,
            ["routedAt"] = session.RoutedAt,
        };
        fields.AddIfAny("queue", session.Queue);
        fields.AddIfAny("mode", session.Mode);
        fields.AddIfAny("agent", session.Agent);
        fields.AddIfAny("team", session.Team);
        fields.AddIfAny("resolvedAt", session.ResolvedAt);
        fields.AddIfAny("closedAt", session.ClosedAt);
        if (session.Skills is { } skills)
        {
            fields["skills"] = new BsonArray(skills.Select(skill => new BsonValue(skill)));
        }

        return fields;
    }

    private static void PutBack(Session session, StateBuilder builder)
    {
        StateChecks.Session(session, builder.State);
        session.Contact = builder.State.Contacts[session.ContactId];
        session.Contact.Session = session.Primary ? session : session.Contact.Session;
        builder.State.Sessions.Add(session.Id, session);
    }
}

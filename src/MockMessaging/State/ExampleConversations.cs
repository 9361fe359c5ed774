using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>Puts the conversations of the fixtures into a fresh state. They lie in the past, so that tests do not meet them by chance.</summary>
internal static class ExampleConversations
{
    /// <summary>The key whose workspace has them from the start; every other one begins empty.</summary>
    public const string Key = "demo";

    private static readonly DeliveryPlan Delivered = new("read", [new DeliveryStage(50, MessageStatus.Sent), new DeliveryStage(250, MessageStatus.Dlvrd), new DeliveryStage(1_000, MessageStatus.Read)]);

    /// <summary>Adds them, except what the state already has, and except messages that will be added later.</summary>
    public static void AddTo(WorkspaceState state, IReadOnlyList<ConversationFixture> conversations, HashSet<string> messagesToCome)
    {
        foreach (var (conversation, channel, app) in Possible(state, conversations))
        {
            var session = SessionOf(state, conversation, ContactOf(state, conversation, channel), app);
            long? wroteAt = null;
            foreach (var line in conversation.Messages)
            {
                if (!messagesToCome.Contains(line.Id))
                {
                    state.Add(MessageOf(state.Configuration.AppOfRecord(app.Id), session, line, wroteAt));
                }

                wroteAt = line.Inbound ? line.At.ToUnixTimeMilliseconds() : wroteAt;
            }
        }
    }

    public static void AddContactsTo(WorkspaceState state, IReadOnlyList<ConversationFixture> conversations)
    {
        foreach (var (conversation, channel, _) in Possible(state, conversations))
        {
            ContactOf(state, conversation, channel);
        }
    }

    /// <summary>Those on a channel or queue that other fixtures lack are left out.</summary>
    private static IEnumerable<(ConversationFixture Conversation, Channel Channel, ClientAppFixture App)> Possible(
        WorkspaceState state, IReadOnlyList<ConversationFixture> conversations)
    {
        foreach (var conversation in conversations)
        {
            if (state.Configuration.Seeded(conversation) is var (channel, app))
            {
                yield return (conversation, channel, app);
            }
        }
    }

    private static Contact ContactOf(WorkspaceState state, ConversationFixture conversation, Channel channel)
    {
        var csid = conversation.Csid ?? conversation.Phone!;
        var id = conversation.ContactId ?? $"{ChannelTypes.PrefixOf(channel.ContactType)}{csid}_{channel.Lane}";
        if (!state.Contacts.TryGetValue(id, out var contact))
        {
            contact = new Contact
            {
                Id = id,
                ChannelId = channel.ChannelId,
                ChannelType = channel.ChannelType,
                Lane = channel.Lane,
                ContactType = channel.ContactType,
                Csid = csid,
                Name = conversation.Name,
                Phone = conversation.Phone,
                Email = conversation.Email,
                CreatedAt = conversation.StartedAt.ToUnixTimeMilliseconds(),
            };
            state.Contacts.Add(id, contact);
        }

        return contact;
    }

    private static Session SessionOf(WorkspaceState state, ConversationFixture conversation, Contact contact, ClientAppFixture app)
    {
        if (!state.Sessions.TryGetValue(conversation.SessionId, out var session))
        {
            session = new Session
            {
                Id = conversation.SessionId,
                ContactId = contact.Id,
                Contact = contact,
                CreatedAt = conversation.StartedAt.ToUnixTimeMilliseconds(),
                Queue = app.Queue,
                Mode = AppTypes.ModeOf(app.AppType),
                RoutingId = $"_{app.Queue}_example",
            };
            contact.Session ??= session;
            state.Sessions.Add(session.Id, session);
        }

        return session;
    }

    private static Message MessageOf(App? app, Session session, ConversationLine line, long? wroteAt)
    {
        var text = JsonSerializer.Serialize(line.Text, SeedingJson.Default.String);
        return new Message
        {
            Id = ObjectId.Parse(line.Id),
            IsInbound = line.Inbound,
            Session = session,
            App = app,
            Type = "text",
            AcceptedAt = line.At.ToUnixTimeMilliseconds(),
            ContactWroteAt = wroteAt,
            Body = System.Text.Encoding.UTF8.GetBytes($$$"""{"type":"text","text":{"body":{{{text}}}}}"""),
            Plan = line.Inbound ? null : Delivered,
            Fired = line.Inbound ? 0 : Delivered.Stages.Count,
            SettledStages = line.Inbound ? 0 : Delivered.Stages.Count,
        };
    }
}

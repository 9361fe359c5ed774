using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Persistence;
using MockMessaging.State;
using MockMessaging.Time;
using Xunit;
using Record = MockMessaging.State.Record;

namespace MockMessaging.Tests.Units;

/// <summary>What is written property by property is what the serializer reads: nothing is forgotten and nothing is called otherwise.</summary>
public sealed class StoredRecordsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Workspace_comes_back_whole()
    {
        Full(
            new WorkspaceRecord
            {
                Key = "key \"1\"",
                Generation = 2,
                Seed = 3,
                ChosenSeed = 4,
                Fidelity = Enum.GetValues<FidelityMode>()[^1],
                CareWindow = true,
                Rules = Enum.GetValues<RulesMode>()[^1],
                SigningSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                Examples = true,
                Delays = new StatusDelays(1, 2, 3, 4),
                Clock = new ClockRecord(ClockMode.Scaled, 2.5, Noon, Noon),
            },
            StoredJson.Default.WorkspaceRecord);
        Bare(new WorkspaceRecord { Key = "key", Generation = 2, Seed = 3 }, StoredJson.Default.WorkspaceRecord);
    }

    [Fact]
    public void Contact_comes_back_whole()
    {
        Full(
            new Contact
            {
                Id = "1",
                ChannelId = "2",
                ChannelType = "3",
                Lane = "4",
                ContactType = Enum.GetValues<ContactType>()[^1],
                Csid = "5",
                Name = "Zoë <z>",
                Phone = "6",
                Email = "7",
                Lang = "8",
                Business = new BusinessProfile("9", "10", "11", "12", [new CustomerLabel { Key = "13" }]),
                CreatedAt = 14,
                OptInAt = 15,
                OptedOutAt = 17,
                StoppedAt = 16,
            },
            StoredJson.Default.Contact);
        Bare(new Contact { Id = "1", ChannelId = "2", ChannelType = "3", Lane = "4", ContactType = default, Csid = "5" }, StoredJson.Default.Contact);
    }

    [Fact]
    public void Session_comes_back_whole()
    {
        Full(
            new Session
            {
                Id = "1",
                ContactId = "2",
                CreatedAt = 3,
                Queue = "4",
                Mode = "5",
                RoutingId = "6",
                Status = SessionStatus.Resolved,
                Active = true,
                Primary = true,
                Agent = "7",
                Team = "8",
                Skills = ["9", "10"],
                RoutedAt = 11,
                ResolvedAt = 12,
                ClosedAt = 13,
            },
            StoredJson.Default.Session);
        Bare(new Session { Id = "1", ContactId = "2", CreatedAt = 3, RoutingId = "4", Active = false, Primary = false }, StoredJson.Default.Session);
    }

    [Fact]
    public void Progress_comes_back_whole() =>
        Full(new Progress { Fired = new DueOrder(1, 2, 3), FirstUnstored = new DueOrder(6, 7, 8), Ids = 4, Rolls = 5 }, StoredJson.Default.Progress);

    [Fact]
    public void Push_comes_back_whole()
    {
        var session = new Session { Id = "1", ContactId = "2", CreatedAt = 3, RoutingId = "4", Active = true, Primary = true };
        var app = new App { Id = "5", KeyName = "6", Queue = "7", AppType = "8" };
        var message = new Message { Id = default, IsInbound = false, Session = session, App = app, Type = "text", AcceptedAt = 9, Body = "{}"u8.ToArray() };
        var push = new Push
        {
            Id = default,
            App = app,
            Url = "http://10/?a=\"",
            Type = PushType.Events,
            ContactId = "11",
            Message = message,
            Subject = "12",
            Body = "{\"zoë\":[13]}"u8.ToArray(),
            CreatedAt = 14,
            Trace = new TraceContext("15", "16"),
        };

        var fields = RecordKinds.Push.FieldsOf(push);

        Assert.Equal(
            ["app", "body", "contactId", "createdAt", "id", "message", "subject", "trace", "type", "url"],
            fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((push.Id.ToString(), app.Id, push.Url, "Events", push.ContactId), (fields["id"].AsString, fields["app"].AsString, fields["url"].AsString, fields["type"].AsString, fields["contactId"].AsString));
        Assert.Equal((message.Id.ToString(), push.Subject, push.CreatedAt), (fields["message"].AsString, fields["subject"].AsString, fields["createdAt"].AsInt64));
        Assert.Equal(("{\"zoë\":[13]}", push.Trace), (fields["body"].AsString, JsonSerializer.Deserialize(fields["trace"].AsString, StoredJson.Default.TraceContext)));
    }

    [Fact]
    public void Plan_comes_back_whole()
    {
        var plan = new DeliveryPlan("rejected",
        [
            new DeliveryStage(1, MessageStatus.Sent, new ReportError("2", "3", "4", "5"), ReplyKind.Stop),
            new DeliveryStage(6, null),
        ]);

        var json = JsonSerializer.Serialize(plan, StoredJson.Default.DeliveryPlan);

        Assert.Equal(json, JsonSerializer.Serialize(new SharedValues().PlanOf(json), StoredJson.Default.DeliveryPlan));
    }

    [Fact]
    public void A_part_written_while_the_whole_is_being_written_does_not_spoil_it()
    {
        var bytes = JsonBytes.Write("part", static (part, writer) =>
        {
            writer.WriteStartArray();
            writer.WriteRawValue(JsonBytes.Write(part, static (text, inner) => inner.WriteStringValue(text)));
            writer.WriteEndArray();
        });

        Assert.Equal("[\"part\"]"u8, bytes);
        Assert.Equal("1"u8, JsonBytes.Write(1, static (number, writer) => writer.WriteNumberValue(number)));
    }

    /// <summary>With every property given, so that one added later and not written is noticed here.</summary>
    private static void Full<T>(T record, JsonTypeInfo<T> shape)
        where T : Record
    {
        var expected = JsonSerializer.SerializeToNode(record, shape)!.AsObject();
        Assert.Equal(shape.Properties.Count(property => property.Get is not null), expected.Count);
        Bare(record, shape);
    }

    private static void Bare<T>(T record, JsonTypeInfo<T> shape)
        where T : Record
    {
        var kind = RecordKinds.Of(record);
        var back = JsonSerializer.Deserialize(BsonJson.ToJson(kind.FieldsOf(record), kind.JsonFields), shape)!;
        Assert.Equal(JsonSerializer.Serialize(record, shape), JsonSerializer.Serialize(back, shape));
    }
}

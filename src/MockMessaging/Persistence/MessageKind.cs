using System.Runtime.CompilerServices;
using System.Text;
using LiteDB;
using MockMessaging.State;
using JsonSerializer = System.Text.Json.JsonSerializer;
using ObjectId = MockMessaging.Ids.ObjectId;

namespace MockMessaging.Persistence;

/// <summary>
/// Messages, written and read by hand: there may be a million, and most of the time of a restart and of a commit is spent here. Session and
/// app are stored by their ids.
/// </summary>
internal sealed class MessageKind() : RecordKind("Message", "messages")
{
    private readonly ConditionalWeakTable<DeliveryPlan, BsonValue> _plans = [];

    public override IReadOnlyList<string> JsonFields { get; } = ["body", "plan", "details"];

    public override void PutBack(BsonDocument fields, long storeId, StateBuilder builder)
    {
        var read = new FieldReader(fields);
        var details = read.OptionalText("details") is { } text ? JsonSerializer.Deserialize(text, StoredJson.Default.MessageDetails) : null;
        var plan = read.OptionalText("plan") is { } stages ? builder.Shared.PlanOf(stages) : null;
        var message = new Message
        {
            StoreId = storeId,
            Id = ObjectId.TryParse(read.Text("id"), out var id) ? id : throw new RecordException("id", "it is no id of 24 hex digits."),
            IsInbound = read.OptionalFlag("inbound") ?? false,
            Session = builder.State.Sessions.GetValueOrDefault(read.Text("session")) ?? throw new RecordException("session", $"there is no session '{read.Text("session")}'."),
            App = read.OptionalText("app") is { } app ? builder.State.Configuration.AppOfRecord(app) : null,
            Type = builder.Shared.WordOf(read.Text("type")),
            AcceptedAt = read.Number("at"),
            ContactWroteAt = read.OptionalNumber("wroteAt"),
            Body = Encoding.UTF8.GetBytes(read.Text("body")),
            Plan = plan,
            Fired = RecordChecks.Message(read, plan, details, builder.State),
            SettledStages = (int)RecordChecks.Within("settled", read.OptionalNumber("settled") ?? 0, 0, plan?.Stages.Count ?? 0),
            Details = details,
        };
        builder.Add(message);
    }

    protected override BsonDocument Write(Record record)
    {
        var message = (Message)record;
        var fields = new BsonDocument
        {
            ["id"] = message.Id.ToString(),
            ["session"] = message.Session.Id,
            ["inbound"] = message.IsInbound,
            ["type"] = message.Type,
            ["at"] = message.AcceptedAt,
            ["body"] = Encoding.UTF8.GetString(message.Body),
            ["fired"] = message.Fired,
        };
        fields.AddIfAny("app", message.App?.Id);
        fields.AddIfAny("wroteAt", message.ContactWroteAt);
        if (message.Plan is { } plan)
        {
            fields["plan"] = _plans.GetValue(plan, static plan => BsonJson.Text(plan, StoredJson.Default.DeliveryPlan));
        }

        if (message.SettledStages > 0)
        {
            fields["settled"] = message.SettledStages;
        }

        if (message.Details is { } details)
        {
            fields["details"] = BsonJson.Text(details, StoredJson.Default.MessageDetails);
        }

        return fields;
    }
}

/// <summary>Plans and words that many messages share, so that each exists once in memory.</summary>
internal sealed class SharedValues
{
    /// <summary>Beyond this many, each message gets its own.</summary>
    private const int MostKept = 10_000;

    private readonly Dictionary<string, DeliveryPlan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <exception cref="RecordException">It is no plan.</exception>
    public DeliveryPlan PlanOf(string json)
    {
        if (!_plans.TryGetValue(json, out var plan))
        {
            plan = JsonSerializer.Deserialize(json, StoredJson.Default.DeliveryPlan) ?? throw new RecordException("plan", "it is null; leave it out or give a plan.");
            RecordChecks.Plan(plan);
            Keep(_plans, json, plan);
        }

        return plan;
    }

    public string WordOf(string word)
    {
        if (!_words.TryGetValue(word, out var known))
        {
            Keep(_words, word, known = word);
        }

        return known;
    }

    private static void Keep<T>(Dictionary<string, T> table, string key, T value)
    {
        if (table.Count < MostKept)
        {
            table.Add(key, value);
        }
    }
}

using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Ids;
using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>
/// A message in either direction: who, when, its plan, and the body it came with as UTF-8 JSON. There may be a million, so it is kept small.
/// </summary>
internal sealed class Message : Record
{
    private const long Never = long.MinValue;

    private readonly long _contactWroteAt = Never;
    private byte _fired;
    private byte _settled;

    public required ObjectId Id { get; init; }

    public required bool IsInbound { get; init; }

    public required Session Session { get; init; }

    /// <summary>The app that sent it, or that it was meant for; null if no app owned the queue.</summary>
    public required App? App { get; init; }

    /// <summary>Format of the content in the vendor's word: text, image, template …</summary>
    public required string Type { get; init; }

    public required long AcceptedAt { get; init; }

    /// <summary>When the contact had last written before, in any session; null if never.</summary>
    public long? ContactWroteAt
    {
        get => _contactWroteAt == Never ? null : _contactWroteAt;
        init => _contactWroteAt = value ?? Never;
    }

    /// <summary>Outbound: the request of message/send. Inbound: the message as pushed.</summary>
    public required byte[] Body { get; init; }

    /// <summary>What will happen to it; null for an inbound message.</summary>
    public DeliveryPlan? Plan { get; set; }

    public int Fired
    {
        get => _fired;
        set => _fired = checked((byte)value);
    }

    /// <summary>
    /// How many stages, from the first, have pushes that need not be made again after a restart, whatever <see cref="Progress.FirstUnstored"/>
    /// says: those that had happened when the clock was set back.
    /// </summary>
    public int SettledStages
    {
        get => _settled;
        set => _settled = checked((byte)value);
    }

    public MessageDetails? Details { get; set; }

    /// <summary>True while its links are fetched; its plan goes on afterwards.</summary>
    public bool IsFetching => Details?.Fetches is [{ AtMs: null }, ..];

    /// <summary>Place in the journal of the request that sent it; 0 if none did, or before a restart.</summary>
    public int RequestNumber { get; set; }

    /// <summary>How many stages of the plan happen at all.</summary>
    public int StageCount => Details?.StagesLeft ?? Plan?.Stages.Count ?? 0;

    public Contact Contact => Session.Contact;

    /// <summary>The provider's id, once the provider has the message.</summary>
    public string? ExternalId => IsInbound || (Fired > 0 && Plan?.Stages[0].Status != MessageStatus.SentErr) ? IdSource.External(Id) : null;

    public MessageStatus Status
    {
        get
        {
            var status = IsInbound ? MessageStatus.Receivd : MessageStatus.Init;
            foreach (var change in Changes())
            {
                status = StatusRank.Later(status, change.Status);
            }

            return status;
        }
    }

    /// <summary>Every status it has had, in order.</summary>
    public IEnumerable<StatusChange> Changes()
    {
        yield return new StatusChange(IsInbound ? MessageStatus.Receivd : MessageStatus.Init, AcceptedAt);
        for (var stage = 0; stage < Fired; stage++)
        {
            if (Plan!.Stages[stage].Status is { } status)
            {
                yield return new StatusChange(status, AcceptedAt + Plan.Stages[stage].OffsetMs);
            }
        }

        foreach (var change in Details?.Departures ?? [])
        {
            yield return change;
        }
    }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IEnumerable<string> Logs()
    {
        for (var stage = 0; stage < Fired; stage++)
        {
            if (Plan!.Stages[stage].Error is { } error)
            {
                yield return "Code:" + error.Code;
            }
        }

        foreach (var line in Details?.Logs ?? [])
        {
            yield return line;
        }
    }

    public DueOrder DueOf(int stage) => new(AcceptedAt + Plan!.Stages[stage].OffsetMs, StoreId, stage);
}

internal sealed class MessageDetails
{
    /// <summary>The template's text with its placeholders filled.</summary>
    public string? RenderedText { get; set; }

    public string? TemplateId { get; set; }

    public string? TemplateCode { get; set; }

    /// <summary>Name given for this message only.</summary>
    public string? Name { get; set; }

    /// <summary>The message this one repeats.</summary>
    public string? ResendOf { get; set; }

    /// <summary>Reasons that do not follow from the plan.</summary>
    public List<string>? Logs { get; set; }

    /// <summary>Title, header, footer, buttons and attachments that came from the template.</summary>
    public JsonObject? FromTemplate { get; set; }

    /// <summary>Contact cards a customer shared; the pushed message has only their names.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Cards { get; set; }

    /// <summary>The file that a customer sent with it.</summary>
    public SentFile? File { get; set; }

    /// <summary>The links of its media and what was found there; null if they are not fetched.</summary>
    public IReadOnlyList<MediaFetch>? Fetches { get; set; }

    /// <summary>How many stages of its plan happen; null if all. A forced status ends the plan.</summary>
    public int? StagesLeft { get; set; }

    /// <summary>The trace of the request that sent it; its status pushes belong to it.</summary>
    public TraceContext? Trace { get; set; }

    /// <summary>Status changes that are not part of the plan.</summary>
    public List<StatusChange>? Departures { get; set; }
}

/// <summary>A link of outbound media, and what was found there.</summary>
/// <param name="Link">As it was sent.</param>
/// <param name="AtMs">When the fetch had ended, in milliseconds since the epoch; null before.</param>
/// <param name="Status">HTTP status of the last response.</param>
/// <param name="MimeType">Type of the file.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Redirects">Where it was redirected to, in order.</param>
/// <param name="Error">Why there is no file.</param>
internal sealed record MediaFetch(string Link, long? AtMs = null, int? Status = null, string? MimeType = null, long? Bytes = null, IReadOnlyList<string>? Redirects = null, string? Error = null);

/// <summary>A status and when the message took it, in milliseconds since the epoch.</summary>
internal readonly record struct StatusChange(MessageStatus Status, long AtMs);

/// <summary>Which of two statuses a message keeps when reports come out of order: it never goes backwards.</summary>
internal static class StatusRank
{
    public static MessageStatus Later(MessageStatus current, MessageStatus reported) => Of(reported) >= Of(current) ? reported : current;

    private static int Of(MessageStatus status) => status switch
    {
        MessageStatus.Sent or MessageStatus.Sentx => 1,
        MessageStatus.Dlvrd => 2,
        MessageStatus.Read => 3,
        MessageStatus.Faild or MessageStatus.Ccwin or MessageStatus.Limit or MessageStatus.Blckd or MessageStatus.SentErr or MessageStatus.SentExc or MessageStatus.SentxErr => 4,
        MessageStatus.Deltd => 5,
        MessageStatus.Forwarded or MessageStatus.ForwardErr or MessageStatus.Consumed => 1,
        _ => 0,
    };
}

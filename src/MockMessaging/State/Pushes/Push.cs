using MockMessaging.Ids;
using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>A push to a client app: its bytes, which never change once it is queued, and its attempts.</summary>
internal sealed class Push : Record
{
    private TaskCompletionSource? _settled;
    private bool _isSettled;
    private PushAttempt[] _attempts = [];

    public required ObjectId Id { get; init; }

    /// <summary>The receiver; null if the queue belongs to no app.</summary>
    public required App? App { get; init; }

    public required string Url { get; init; }

    public required PushType Type { get; init; }

    /// <summary>Pushes with the same id keep their order; empty for a body of one's own that is about no contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The message it is about; null if it is about none.</summary>
    public Message? Message { get; init; }

    /// <summary>The further messages in the same push.</summary>
    public IReadOnlyList<Message> Others { get; init; } = [];

    /// <summary>What happened, in the vendor's word: a status, an event code or a message type.</summary>
    public required string Subject { get; init; }

    /// <summary>What is sent; empty if nothing is.</summary>
    public required byte[] Body { get; set; }

    /// <summary>What it would send if the app had a webhook, for the outbox.</summary>
    public PushContent? Content { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>The stage of its message's plan it follows from, so that it need not be stored; null for any other push.</summary>
    public byte? Stage { get; init; }

    public PushState State { get; set; }

    public string? SkippedBecause { get; set; }

    public string? Fault { get; set; }

    /// <summary>How many times it is sent at the same moment.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>True if its body ends in its middle.</summary>
    public bool IsCorrupt { get; set; }

    /// <summary>True if its signature is made with another secret.</summary>
    public bool IsSignedWrong { get; set; }

    /// <summary>True for a connectivity check.</summary>
    public bool IsCheck { get; init; }

    public Push? ReplayOf { get; init; }

    public TraceContext? Trace { get; init; }

    /// <summary>The response it must not overtake; null if there is none.</summary>
    public ResponseGate? Gate { get; set; }

    /// <summary>Place in the journal of the request whose response it waited for; 0 if there was none, or before a restart.</summary>
    public int RequestNumber { get; set; }

    public IReadOnlyList<PushAttempt> Attempts => _attempts;

    /// <summary>Completes when nothing more will be tried.</summary>
    public Task Settled
    {
        get
        {
            lock (this)
            {
                return _isSettled || State == PushState.Skipped
                    ? Task.CompletedTask
                    : (_settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    /// <summary>True if the message is one of those it holds.</summary>
    public bool IsAbout(string messageId) => Message is not null && (Message.Id.ToString() == messageId || Others.Any(other => other.Id.ToString() == messageId));

    /// <summary>What is sent, or would be if there were a webhook.</summary>
    public byte[] BodyNow() => Body.Length > 0 || Content is null ? Body : Content.ToBytes();

    public void Settle()
    {
        lock (this)
        {
            _isSettled = true;
            _settled?.TrySetResult();
        }
    }

    public void Add(PushAttempt attempt) => _attempts = [.. _attempts, attempt];
}

internal enum PushState
{
    /// <summary>Waits for its turn, or for the response it must not overtake.</summary>
    Pending,

    /// <summary>Held back by a fault until its time comes.</summary>
    Held,

    /// <summary>Failed, and to be tried again.</summary>
    Retrying,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    Failed,

    /// <summary>Never attempted: the app has no webhook, or is of a type that gets none.</summary>
    Skipped,
}

internal enum PushType
{
    Messages,
    Statuses,
    Events,

    /// <summary>Not a wrapper: a contact/info request.</summary>
    ContactInfo,

    /// <summary>A body that a test made up.</summary>
    Raw,
}

/// <summary>The content of a push, from which its body is made when it is needed.</summary>
internal abstract class PushContent
{
    public abstract byte[] ToBytes();
}

/// <param name="AtMs">When, by the workspace's clock, in milliseconds since the epoch.</param>
/// <param name="Status">HTTP status of the response; null if there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Cause">Why it failed, as a sentence; null if it succeeded.</param>
internal sealed record PushAttempt(long AtMs, int? Status, double DurationMs, string? Cause)
{
    /// <summary>Body of the response to a contact/info request, or the beginning of the body of a refusal.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>What it was signed with; null if it was not signed.</summary>
    public PushSignature? Signature { get; init; }

    public bool Succeeded => Cause is null;
}

/// <summary>The signature of an attempt by Standard Webhooks: the values of its three headers.</summary>
/// <param name="Seconds">When it was made, by the machine's clock, in seconds since the epoch.</param>
internal sealed record PushSignature(string Id, long Seconds, string Value);

/// <summary>Opens when the response to a request has been sent. The pushes it causes wait for that, so that none overtakes the response.</summary>
internal sealed class ResponseGate
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => _sent.Task;

    /// <summary>Place of the request in the journal; 0 until it is recorded.</summary>
    public int RequestNumber { get; set; }

    public void Open() => _sent.TrySetResult();
}

/// <summary>Sends a push that was held back or has failed, unless that has happened meanwhile.</summary>
internal sealed class PushTimer(Push push, long dueMs) : SandboxTimer(new DueOrder(dueMs, push.StoreId, push.Attempts.Count))
{
    public override DueAction Action => new(DueKind.Push, push.Message, push.ContactId, push.Subject, push.State switch
    {
        PushState.Held => $"Held back by fault '{push.Fault}'.",
        PushState.Retrying => $"Attempt {push.Attempts.Count + 1}.",
        _ => "It was sent earlier, so nothing happens.",
    });

    public override void Fire(WorkspaceTransaction transaction)
    {
        if (push.State is PushState.Held or PushState.Retrying)
        {
            push.State = PushState.Pending;
            transaction.State.Overtaken.Remove(push);
            transaction.Pushes.Add(push);
        }
    }
}

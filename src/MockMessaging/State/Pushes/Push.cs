using MockMessaging.Ids;

namespace MockMessaging.State;

/// <summary>One thing to tell a client app: its bytes, fixed when it happened, and what became of them.</summary>
internal sealed class Push : Record
{
    private TaskCompletionSource? _settled;
    private bool _isSettled;
    private PushAttempt[] _attempts = [];

    public required ObjectId Id { get; init; }

    /// <summary>Whom it is for; none where the queue belongs to no app.</summary>
    public required App? App { get; init; }

    public required string Url { get; init; }

    public required PushType Type { get; init; }

    public required string ContactId { get; init; }

    /// <summary>The message it tells of, where it tells of one.</summary>
    public Message? Message { get; init; }

    /// <summary>What happened, in the vendor's word: a status, an event code or a message type.</summary>
    public required string Subject { get; init; }

    /// <summary>What is sent; empty where nothing is.</summary>
    public required byte[] Body { get; init; }

    /// <summary>What a push that only lacks a webhook would send, for whoever comes to fetch it.</summary>
    public PushContent? Content { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>The stage of its message's plan it follows from, so that it need not be stored; null for any other push.</summary>
    public byte? Stage { get; init; }

    public PushState State { get; set; }

    /// <summary>Why it was never attempted.</summary>
    public string? SkippedBecause { get; set; }

    /// <summary>Name of the fault that struck it.</summary>
    public string? Fault { get; set; }

    /// <summary>How many times it is sent at the same moment.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Whether its body breaks off in its middle.</summary>
    public bool IsCorrupt { get; set; }

    /// <summary>Whether it only tries the way.</summary>
    public bool IsCheck { get; init; }

    /// <summary>The push it sends anew.</summary>
    public Push? ReplayOf { get; init; }

    /// <summary>The trace it is sent under; none where no trace led to it.</summary>
    public TraceContext? Trace { get; init; }

    /// <summary>The answer it must not overtake; none where nothing waits for one.</summary>
    public AnswerGate? Gate { get; set; }

    public IReadOnlyList<PushAttempt> Attempts => _attempts;

    /// <summary>Ends when nothing more will be tried.</summary>
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

/// <summary>What became of a push.</summary>
internal enum PushState
{
    /// <summary>Waits for its turn or for its answer.</summary>
    Pending,

    /// <summary>Held back by a fault until its time comes.</summary>
    Held,

    /// <summary>Failed, and to be tried again.</summary>
    Retrying,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    /// <summary>Attempted without success.</summary>
    Failed,

    /// <summary>Never attempted: the app has no webhook, or is of a type that gets none.</summary>
    Skipped,
}

/// <summary>The wrapper a push uses.</summary>
internal enum PushType
{
    Messages,
    Statuses,
    Events,

    /// <summary>Not a wrapper: the question who a contact is.</summary>
    ContactInfo,
}

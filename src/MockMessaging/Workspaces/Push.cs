using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>One thing to tell a client app: its bytes, fixed when it happened, and what became of them.</summary>
internal sealed class Push : Record
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
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

    public required byte[] Body { get; init; }

    public required long CreatedAt { get; init; }

    public PushState State { get; set; }

    /// <summary>Why it was never attempted.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>The answer it must not overtake; none where nothing waits for one.</summary>
    public AnswerGate? Gate { get; set; }

    public IReadOnlyList<PushAttempt> Attempts => _attempts;

    public override DocumentKind Kind => DocumentKind.Push;

    /// <summary>Ends when nothing more will be tried.</summary>
    public Task Settled => State == PushState.Skipped ? Task.CompletedTask : _settled.Task;

    public void Settle() => _settled.TrySetResult();

    public void Add(PushAttempt attempt) => _attempts = [.. _attempts, attempt];

    public override byte[] ToBytes() => StoredPush.Write(this);
}

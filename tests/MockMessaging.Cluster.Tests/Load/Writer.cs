using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Load;

/// <summary>A message whose receipt arrived.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SentAt">When the request began that was answered, by the stopwatch.</param>
/// <param name="At">When the receipt was there.</param>
/// <param name="Replica">Which replica wrote it.</param>
internal sealed record Written(string Id, long SentAt, long At, string Replica);

/// <summary>Sends one message after the other to one key, and writes down what was acknowledged. A refused message is sent again, as a user's client does.</summary>
internal sealed class Writer
{
    private const int MessagesAContact = 10;

    private static int _writers;

    private readonly List<Written> _written = [];
    private readonly List<Refusal> _refused = [];
    private readonly TestWorkspace _workspace;
    private readonly string _contacts = string.Create(CultureInfo.InvariantCulture, $"+91{10_000 + Interlocked.Increment(ref _writers)}");

    public Writer(Uri address, string key)
    {
        Key = key;
        _workspace = new TestWorkspace(address, key) { Client = RepeatingHandler.NewClient(Refuse) };
    }

    public string Key { get; }

    /// <summary>In the order they were sent.</summary>
    public IReadOnlyList<Written> Written => Copy(_written);

    /// <summary>Attempts that were not answered, or with 503.</summary>
    public IReadOnlyList<Refusal> Refused => Copy(_refused);

    /// <summary>When the receipt of its webhook was there, by the stopwatch.</summary>
    public long RegisteredAt { get; private set; }

    /// <summary>Which replica registered its webhook.</summary>
    public string RegisteredBy { get; private set; } = "";

    public async Task RegisterAsync(string webhook)
    {
        var answer = (await _workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = webhook })).Ok();
        (RegisteredAt, RegisteredBy) = (Stopwatch.GetTimestamp(), answer.Header("X-Sandbox-Replica") ?? "");
    }

    /// <summary>Sends until <paramref name="enough"/> says so.</summary>
    public async Task RunAsync(Func<Writer, bool> enough, Action? acknowledged = null)
    {
        while (!enough(this))
        {
            await WriteAsync();
            acknowledged?.Invoke();
        }
    }

    public async Task<Written> WriteAsync()
    {
        var number = _written.Count / MessagesAContact;
        var began = Stopwatch.GetTimestamp();
        var answer = await _workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(string.Create(CultureInfo.InvariantCulture, $"{_contacts}{1_000 + number}77")));
        var written = new Written((string)answer.Results[0]!["id"]!, began, Stopwatch.GetTimestamp(), answer.Header("X-Sandbox-Replica") ?? "");
        lock (_written)
        {
            _written.Add(written);
        }

        return written;
    }

    /// <summary>From an instant to the first receipt after it.</summary>
    /// <param name="instant">By the stopwatch.</param>
    /// <param name="gone">A replica that is gone since then; what it still acknowledged does not count.</param>
    public TimeSpan FirstAnswerAfter(long instant, Replica? gone = null) =>
        Stopwatch.GetElapsedTime(instant, Written.First(written => written.At > instant && written.Replica != gone?.Name).At);

    /// <summary>The longest time between two receipts.</summary>
    public TimeSpan LongestGap() =>
        Written.Zip(Written.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one.At, next.At)).DefaultIfEmpty().Max();

    /// <summary>Fails unless each refusal is one that a user's client can deal with without knowing the cluster.</summary>
    public void AssertRefusedInOrder() => Assert.All(Refused, refusal => Assert.True(
        refusal is { Status: System.Net.HttpStatusCode.ServiceUnavailable, RetryAfter: not null }, $"{refusal.Status} {refusal.RetryAfter} {refusal.Text}"));

    private static T[] Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }

    private void Refuse(Refusal refusal)
    {
        lock (_refused)
        {
            _refused.Add(refusal);
        }
    }
}

using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>
/// A workspace of a sandbox, be it in this process, in a container or elsewhere: everything a test does with it, as methods. It speaks to the
/// server over HTTP and holds nothing itself, so that any number of these may stand for one workspace.
/// </summary>
public class SandboxWorkspace
{
    private static readonly SocketsHttpHandler Connections = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    private readonly SandboxCalls _calls;
    private readonly string? _controlToken;

    /// <summary>Opens a workspace; the server makes it with the first call.</summary>
    /// <param name="server">Where the server is, such as <c>http://localhost:8080</c>.</param>
    /// <param name="key">The API key, which is the workspace; make up one for each test.</param>
    /// <param name="controlToken">The server's <c>Control:Token</c>, where it has one.</param>
    public SandboxWorkspace(Uri server, string key, string? controlToken = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrEmpty(key);
        BaseAddress = server;
        Key = key;
        _controlToken = controlToken;
        HttpClient = Make(server, key);
        var control = Make(server, key);

        // The server decides how long a wait is.
        control.Timeout = Timeout.InfiniteTimeSpan;
        if (!string.IsNullOrEmpty(controlToken))
        {
            control.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + controlToken);
        }

        _calls = new SandboxCalls(control);
        Clock = new WorkspaceClock(_calls);
        Inbound = new Customers(_calls);
        Messages = new WorkspaceMessages(_calls);
        Pushes = new WorkspacePushes(_calls);
        Outcomes = new WorkspaceOutcomes(_calls);
        Faults = new WorkspaceFaults(_calls);
        Requests = new WorkspaceRequests(_calls);
        Snapshots = new WorkspaceSnapshots(_calls);
    }

    /// <summary>Where the server listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The API key, which is the workspace.</summary>
    public string Key { get; }

    /// <summary>For calls of the documented API: it knows the server and sends the key.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>Time.</summary>
    public WorkspaceClock Clock { get; }

    /// <summary>Customers who write.</summary>
    public Customers Inbound { get; }

    /// <summary>Every message, sent or received.</summary>
    public WorkspaceMessages Messages { get; }

    /// <summary>What is pushed to client apps.</summary>
    public WorkspacePushes Pushes { get; }

    /// <summary>How messages fare.</summary>
    public WorkspaceOutcomes Outcomes { get; }

    /// <summary>Failures on purpose.</summary>
    public WorkspaceFaults Faults { get; }

    /// <summary>What was called.</summary>
    public WorkspaceRequests Requests { get; }

    /// <summary>The workspace as it was.</summary>
    public WorkspaceSnapshots Snapshots { get; }

    /// <summary>What the workspace holds at present.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<WorkspaceView> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<WorkspaceView>("/_sandbox/workspace", cancellationToken);

    /// <summary>Changes the workspace's settings; what is left out stays, and a reset takes it back.</summary>
    /// <param name="change">What to change.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<WorkspaceView> ConfigureAsync(WorkspaceChange change, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<WorkspaceChange, WorkspaceView>(HttpMethod.Patch, "/_sandbox/workspace", change, cancellationToken);

    /// <summary>Throws away all that the workspace holds; when this ends, nothing of before can arrive any more.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task ResetAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync("/_sandbox/workspace", cancellationToken);

    /// <summary>
    /// Gives the key back: the server forgets the workspace, its snapshots, and what is due and being pushed, and counts it no more. The next
    /// call opens a fresh one.
    /// </summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task ForgetAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync("/_sandbox/workspaces/current", cancellationToken);

    /// <summary>Copies all that the workspace holds into a fresh one.</summary>
    /// <param name="key">The key of the fresh one, not used so far. Default: one that nobody has.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public async Task<SandboxWorkspace> ForkAsync(string? key = null, CancellationToken cancellationToken = default)
    {
        var fork = await _calls.PostAsync<ForkRequest, ForkView>("/_sandbox/workspaces", new ForkRequest { Key = key }, cancellationToken).ConfigureAwait(false);
        return new SandboxWorkspace(BaseAddress, fork.Key, _controlToken);
    }

    /// <summary>Registers where pushes go, as the client would with <c>POST /api/v1/config/webhook</c>.</summary>
    /// <param name="url">Called exactly as given; empty for nowhere.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task RegisterWebhookAsync(string url, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WebhookUrlRequest, ApiResponse<ClientApp>>("/api/v1/config/webhook", new WebhookUrlRequest { Url = url }, cancellationToken);

    /// <summary>Waits until a message has taken a status, and ends at once where it has been so for long. A frozen clock has to be advanced first.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="status">The status.</param>
    /// <param name="timeout">How long to wait, in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="SandboxException">It has not happened in time; what is pending is told.</exception>
    public Task<MessageDetail> WaitForAsync(string messageId, MessageStatus status, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageDetail>("/_sandbox/wait/status" + Query.Of(("messageId", messageId), ("status", WireNames.Of(status)), ("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>Waits until the receiver has taken a push.</summary>
    /// <param name="push">What it shall tell: <c>messages</c>, <c>statuses</c> or <c>events</c>, or a status, event code or message type, or <c>any</c>.</param>
    /// <param name="messageId">Only one that tells of this message.</param>
    /// <param name="contactId">Only one about this contact.</param>
    /// <param name="timeout">How long to wait, in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="SandboxException">It has not happened in time; what is pending is told.</exception>
    public Task<PushView> WaitForPushAsync(
        string push, string? messageId = null, string? contactId = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushView>("/_sandbox/wait/push" + Query.Of(("push", push), ("messageId", messageId), ("contactId", contactId), ("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>Waits until no timer and no push is pending.</summary>
    /// <param name="timeout">How long to wait, in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <exception cref="SandboxException">It has not happened in time; what is pending is told.</exception>
    public Task WaitUntilIdleAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<IdleView>("/_sandbox/wait/idle" + Query.Of(("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>
    /// Posts what the workspace pushes into a client of yours, such as one of a WebApplicationFactory, whose app listens on no port. No webhook
    /// has to be registered. Nothing is posted before <see cref="PushPump.DeliverAsync"/> or <see cref="PushPump.Start"/> is called.
    /// </summary>
    /// <param name="app">The client of the app that takes the pushes; it stays yours.</param>
    /// <param name="path">The path of the app's webhook, such as <c>/webhook</c>.</param>
    /// <param name="appId">Only the pushes for this client app of the workspace. Default: all.</param>
    public PushPump PumpPushesTo(HttpClient app, string path, string? appId = null) => new(Pushes, app, path, appId);

    private static HttpClient Make(Uri server, string key)
    {
        var client = new HttpClient(Connections, disposeHandler: false) { BaseAddress = server };
        client.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key);
        return client;
    }
}

using System.Data.Common;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>
/// A workspace of a server, in this process or elsewhere, with a method for everything a test does with it. It uses HTTP and has no state of its own, so
/// several objects can stand for the same workspace. Every method throws <see cref="SandboxException"/> if the server returns an error.
/// </summary>
public sealed class SandboxWorkspace
{
    private static readonly SocketsHttpHandler Connections = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    private readonly SandboxCalls _calls;
    private readonly string? _controlToken;
    private readonly X509Certificate2? _certificate;

    /// <summary>Does not send a request; the server creates the workspace when the first request comes.</summary>
    /// <param name="server">URL of the server, such as <c>http://localhost:8080</c>.</param>
    /// <param name="key">The API key; make up a new one for each test.</param>
    /// <param name="controlToken">The server's <c>Control:Token</c>, if it has one.</param>
    /// <param name="certificate">The certificate that the server has made for itself (<c>Https:SelfSigned</c>), to trust it. Default: only certificates that this machine trusts.</param>
    public SandboxWorkspace(Uri server, string key, string? controlToken = null, X509Certificate2? certificate = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrEmpty(key);
        BaseAddress = server;
        Key = key;
        _controlToken = controlToken;
        _certificate = certificate;
        var connections = certificate is null ? Connections : ConnectionsTrusting(certificate);
        HttpClient = Make(connections, server, key);
        var control = Make(connections, server, key);

        // The server limits the time of a wait.
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
        Media = new WorkspaceMedia(_calls);
        Sessions = new WorkspaceSessions(_calls);
        Configuration = new WorkspaceSetup(_calls);
        Events = new WorkspaceEvents(_calls);
        Scenarios = new WorkspaceScenarios(_calls);
    }

    /// <summary>Makes a workspace from <c>Endpoint=http://localhost:8080;Key=my-key</c>; <c>ControlToken=…</c> can be added.</summary>
    /// <exception cref="ArgumentException">The text is no connection string, or lacks an absolute URL or a key.</exception>
    public static SandboxWorkspace FromConnectionString(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        string? Part(string name) => parts.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
        return Uri.TryCreate(Part("Endpoint"), UriKind.Absolute, out var server) && Part("Key") is { } key
            ? new SandboxWorkspace(server, key, Part("ControlToken"))
            : throw new ArgumentException("A connection string needs Endpoint and Key, such as \"Endpoint=http://localhost:8080;Key=my-key\".", nameof(connectionString));
    }

    /// <summary>URL of the server.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The API key of the workspace.</summary>
    public string Key { get; }

    /// <summary>A client for the messaging API, with the server's URL and the key.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>The workspace's clock.</summary>
    public WorkspaceClock Clock { get; }

    /// <summary>Simulated customers.</summary>
    public Customers Inbound { get; }

    /// <summary>Messages in both directions.</summary>
    public WorkspaceMessages Messages { get; }

    /// <summary>Pushes to client apps.</summary>
    public WorkspacePushes Pushes { get; }

    /// <summary>What happens to messages.</summary>
    public WorkspaceOutcomes Outcomes { get; }

    /// <summary>Failures on purpose.</summary>
    public WorkspaceFaults Faults { get; }

    /// <summary>The requests to the messaging API.</summary>
    public WorkspaceRequests Requests { get; }

    /// <summary>Saved copies of the workspace.</summary>
    public WorkspaceSnapshots Snapshots { get; }

    /// <summary>Uploaded files, for customers to send.</summary>
    public WorkspaceMedia Media { get; }

    /// <summary>Sessions of customers.</summary>
    public WorkspaceSessions Sessions { get; }

    /// <summary>Channels, templates, client apps and global variables.</summary>
    public WorkspaceSetup Configuration { get; }

    /// <summary>What happens, as it happens.</summary>
    public WorkspaceEvents Events { get; }

    /// <summary>Files that prepare the workspace.</summary>
    public WorkspaceScenarios Scenarios { get; }

    /// <summary>Content, settings and limits of the workspace.</summary>
    public Task<WorkspaceView> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<WorkspaceView>("/_sandbox/workspace", cancellationToken);

    /// <summary>Changes settings of the workspace; properties that are null do not change. A reset undoes it.</summary>
    public Task<WorkspaceView> ConfigureAsync(WorkspaceChange change, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<WorkspaceChange, WorkspaceView>(HttpMethod.Patch, "/_sandbox/workspace", change, cancellationToken);

    /// <summary>What providers refuse although the vendor's API accepts it, and what the workspace does about it (<see cref="WorkspaceChange.Rules"/>).</summary>
    public Task<ProviderRuleList> ListProviderRulesAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ProviderRuleList>("/_sandbox/rules", cancellationToken);

    /// <summary>Removes everything in the workspace. When it completes, no earlier push can arrive any more.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync("/_sandbox/workspace", cancellationToken);

    /// <summary>
    /// Removes the workspace from the server, with its snapshots, timers and pushes; it no longer counts as a workspace. The next request opens a new
    /// one.
    /// </summary>
    public Task ForgetAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync("/_sandbox/workspaces/current", cancellationToken);

    /// <summary>Copies the workspace.</summary>
    /// <param name="key">Key of the copy, not used so far. Default: a new random key.</param>
    public async Task<SandboxWorkspace> ForkAsync(string? key = null, CancellationToken cancellationToken = default)
    {
        var fork = await _calls.PostAsync<ForkRequest, ForkView>("/_sandbox/workspaces", new ForkRequest { Key = key }, cancellationToken).ConfigureAwait(false);
        return new SandboxWorkspace(BaseAddress, fork.Key, _controlToken, _certificate);
    }

    /// <summary>Lists the workspaces of the server.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<WorkspaceList> ListWorkspacesAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<WorkspaceList>("/_sandbox/workspaces" + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Registers the URL for pushes, as a client does with <c>POST /api/v1/config/webhook</c>.</summary>
    /// <param name="url">The URL; empty to unregister.</param>
    public Task RegisterWebhookAsync(string url, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WebhookUrlRequest, ApiResponse<ClientApp>>("/api/v1/config/webhook", new WebhookUrlRequest { Url = url }, cancellationToken);

    /// <summary>Waits until a message has had a status; completes at once if it has had it already. Advance a frozen clock before.</summary>
    /// <param name="timeout">How long to wait in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <exception cref="SandboxException">It did not happen in time; the message lists what is pending.</exception>
    public Task<MessageDetail> WaitForAsync(string messageId, MessageStatus status, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageDetail>("/_sandbox/wait/status" + Query.Of(("messageId", messageId), ("status", WireNames.Of(status)), ("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>Waits until the receiver has accepted a push.</summary>
    /// <param name="push">Which push: <c>messages</c>, <c>statuses</c> or <c>events</c>, or a status, event code or message type, or <c>any</c>.</param>
    /// <param name="messageId">Only a push about this message.</param>
    /// <param name="contactId">Only a push about this contact.</param>
    /// <param name="timeout">How long to wait in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <exception cref="SandboxException">It did not happen in time; the message lists what is pending.</exception>
    public Task<PushView> WaitForPushAsync(
        string push, string? messageId = null, string? contactId = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushView>("/_sandbox/wait/push" + Query.Of(("push", push), ("messageId", messageId), ("contactId", contactId), ("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>Waits until no timer and no push is pending.</summary>
    /// <param name="timeout">How long to wait in real time, at most 5 minutes. Default 5 seconds.</param>
    /// <exception cref="SandboxException">It did not happen in time; the message lists what is pending.</exception>
    public Task WaitUntilIdleAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<IdleView>("/_sandbox/wait/idle" + Query.Of(("timeout", IsoSpan.Of(timeout))), cancellationToken);

    /// <summary>
    /// Posts the workspace's pushes to a client of yours, such as one of a WebApplicationFactory, whose app has no port. No webhook needs to be registered.
    /// Call <see cref="PushPump.DeliverAsync"/> or <see cref="PushPump.Start"/> to post.
    /// </summary>
    /// <param name="app">Client of the app that receives the pushes; it is not disposed.</param>
    /// <param name="path">Path of the app's webhook, such as <c>/webhook</c>.</param>
    /// <param name="appId">Only the pushes for this client app of the workspace. Default: all.</param>
    public PushPump PumpPushesTo(HttpClient app, string path, string? appId = null) => new(Pushes, app, path, appId);

    private static SocketsHttpHandler ConnectionsTrusting(X509Certificate2 certificate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    private static HttpClient Make(SocketsHttpHandler connections, Uri server, string key)
    {
        var client = new HttpClient(connections, disposeHandler: false) { BaseAddress = server };
        client.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", key);
        return client;
    }
}

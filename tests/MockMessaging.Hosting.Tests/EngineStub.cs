using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Hosting.Tests;

/// <summary>
/// The part of Docker's HTTP API that Testcontainers uses for one container. It starts nothing: the mapped port of every container is that of a server in
/// this process.
/// </summary>
internal sealed class EngineStub : IAsyncDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;
    private readonly int? _mappedPort;
    private bool _running;

    private EngineStub(WebApplication app, int? mappedPort)
    {
        _app = app;
        _mappedPort = mappedPort;
    }

    public string Endpoint => _app.Urls.First().Replace("http://", "tcp://", StringComparison.Ordinal);

    /// <summary>The body of the request that creates the container.</summary>
    public JsonNode? Created { get; private set; }

    /// <summary>Name and owner's, group's and others' rights of the files copied into the container.</summary>
    public ConcurrentDictionary<string, UnixFileMode> Copied { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    // Without a mapped port it is the stub's own, which is ready at the second request.
    public static async Task<EngineStub> StartAsync(int? mappedPort, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new EngineStub(builder.Build(), mappedPort);
        stub._app.Run(stub.RespondAsync);
        await stub._app.StartAsync(cancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        path = path.StartsWith("/v1.", StringComparison.Ordinal) ? path[path.IndexOf('/', 1)..] : path;
        var request = $"{context.Request.Method} {path.Replace(Id, "ID", StringComparison.Ordinal)}";
        Requests.Enqueue(request);
        switch (request)
        {
            case "GET /healthz/ready":
                context.Response.StatusCode = Requests.Count(one => one == request) == 1 ? 503 : 200;
                break;
            case "GET /_ping":
                context.Response.Headers["Api-Version"] = "1.44";
                await context.Response.WriteAsync("OK");
                break;
            case "GET /version":
                await WriteAsync(context, new { Version = "28.0.0", ApiVersion = "1.44", Os = "linux", Arch = "amd64" });
                break;
            case "GET /info":
                await WriteAsync(context, new { ID = "stub", OperatingSystem = "linux", ServerVersion = "28.0.0", OSType = "linux" });
                break;
            case "POST /containers/create":
                Created = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                context.Response.StatusCode = 201;
                await WriteAsync(context, new { Id, Warnings = Array.Empty<string>() });
                break;
            case "PUT /containers/ID/archive":
                await ReadArchiveAsync(context);
                break;
            case "POST /containers/ID/start":
                _running = true;
                context.Response.StatusCode = 204;
                break;
            case "GET /containers/ID/json":
                await WriteAsync(context, Inspect());
                break;
            case "DELETE /containers/ID" or "POST /containers/ID/stop":
                _running = false;
                context.Response.StatusCode = 204;
                break;
            case var image when image.StartsWith("GET /images/", StringComparison.Ordinal):
                await WriteAsync(context, new { Id = "sha256:" + Id, Created = "2026-01-01T00:00:00Z" });
                break;
            default:
                context.Response.StatusCode = 404;
                await WriteAsync(context, new { message = "The stub lacks " + request });
                break;
        }
    }

    // Docker's names begin with capitals.
    private static Task WriteAsync(HttpContext context, object body) => context.Response.WriteAsJsonAsync(body, JsonSerializerOptions.Default, context.RequestAborted);

    private object Inspect() => new
    {
        Id,
        Name = "/stub",
        Created = "2026-01-01T00:00:00Z",
        State = new { Status = _running ? "running" : "created", Running = _running, StartedAt = "2026-01-01T00:00:00Z", FinishedAt = "0001-01-01T00:00:00Z" },
        NetworkSettings = new
        {
            Ports = new Dictionary<string, object> { ["8080/tcp"] = new[] { new { HostIp = "0.0.0.0", HostPort = (_mappedPort ?? new Uri(_app.Urls.First()).Port).ToString() } } },
        },
    };

    private async Task ReadArchiveAsync(HttpContext context)
    {
        await using var tar = new TarReader(context.Request.Body);
        while (await tar.GetNextEntryAsync(copyData: true, context.RequestAborted) is { } entry)
        {
            Copied["/" + entry.Name.TrimStart('/')] = entry.Mode;
        }
    }
}

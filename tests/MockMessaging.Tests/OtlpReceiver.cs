using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Tests;

/// <summary>Takes what OpenTelemetry exports over HTTP, as bytes: names and ids in them can be looked for as they are.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _exports = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            receiver._exports.Enqueue((context.Request.Path, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(TestWorkspace.Cancelled);
        receiver.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return receiver;
    }

    public bool Holds(string path, string text) => Count(path, Encoding.UTF8.GetBytes(text)) > 0;

    /// <summary>How often some bytes came in.</summary>
    public int Count(string path, byte[] sought)
    {
        var count = 0;
        foreach (var (_, body) in _exports.Where(export => export.Path == path))
        {
            for (var rest = body.AsSpan(); rest.IndexOf(sought) is >= 0 and var at; rest = rest[(at + sought.Length)..])
            {
                count++;
            }
        }

        return count;
    }

    public bool IsEmpty => _exports.IsEmpty;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

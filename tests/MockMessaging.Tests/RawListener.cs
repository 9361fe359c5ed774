using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Tests;

/// <summary>Takes whatever comes, be it JSON or not.</summary>
public sealed class RawListener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _bodies = [];

    private RawListener(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (_bodies)
            {
                return [.. _bodies];
            }
        }
    }

    public static async Task<RawListener> StartAsync(Action<HttpRequest>? seen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var listener = new RawListener(app);
        app.Run(async context =>
        {
            seen?.Invoke(context.Request);
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            lock (listener._bodies)
            {
                listener._bodies.Add(body);
            }
        });
        await app.StartAsync(TestWorkspace.Cancelled);
        listener.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/raw";
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

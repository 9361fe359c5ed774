using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Tests;

/// <summary>A real listener for pushes, which can also misbehave. Each push is held to the contract when it comes in.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly Channel<Received> _arrivals = Channel.CreateUnbounded<Received>();
    private readonly List<Received> _all = [];
    private readonly List<Exception> _breaches = [];

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>What it answers; 200 by default. May hold the answer back, or cut the connection; the push is among the items of the context.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    /// <summary>True for a test that pushes what is outside the contract on purpose.</summary>
    public bool TakesAnything { get; set; }

    public string Url { get; private set; } = "";

    /// <summary>Everything that came in, in order of arrival.</summary>
    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_all)
            {
                return _breaches.Count > 0 ? throw new AggregateException(_breaches) : [.. _all];
            }
        }
    }

    public IEnumerable<string> Subjects => All.Select(push => push.Subject);

    /// <param name="answer">Default: 200.</param>
    /// <param name="url">The address of an earlier receiver, to take its place. Default: a port of its own.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<HttpContext, Task>? answer = null, string? url = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url is null ? FreePorts.TakeUrl() : new Uri(url).GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        var receiver = new WebhookReceiver(app) { Answer = answer ?? (static _ => Task.CompletedTask) };
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(TestWorkspace.Cancelled);
        receiver.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
        return receiver;
    }

    /// <summary>The next push, waiting for it if need be.</summary>
    public async Task<Received> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestWorkspace.Cancelled);
        patience.CancelAfter(Patience);
        return await _arrivals.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var received = new Received(
            context.Request.GetDisplayUrl(), context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body!);
        lock (_all)
        {
            _all.Add(received);
            try
            {
                if (!TakesAnything)
                {
                    ContractCheck.Push(body!);
                }
            }
            catch (Exception breach)
            {
                _breaches.Add(breach);
            }
        }

        context.Items[nameof(Received)] = received;
        _arrivals.Writer.TryWrite(received);
        await Answer(context);
    }
}

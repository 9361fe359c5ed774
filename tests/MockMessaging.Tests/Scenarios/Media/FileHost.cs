using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>A server of files, as an application under test has one for the media it sends.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileHost(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    public static async Task<FileHost> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new FileHost(builder.Build());
        host._app.Run(context =>
        {
            host.Requests++;
            return answer(context);
        });
        await host._app.StartAsync(TestWorkspace.Cancelled);
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace MockMessaging.OpenApi;

/// <summary>The names of the two documents.</summary>
internal static class DocumentNames
{
    /// <summary>The vendor's API. Controllers without a group belong to it.</summary>
    public const string Messaging = "messaging";

    /// <summary>Control plane and health checks, which only this server has.</summary>
    public const string Sandbox = "sandbox";
}

/// <summary>Writes each document once, when it is first requested.</summary>
internal sealed class OpenApiDocuments(IApiDescriptionGroupCollectionProvider descriptions, IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> _written = new(StringComparer.Ordinal);

    /// <summary>A document as UTF-8 JSON, the same bytes on every machine.</summary>
    public Task<byte[]> Utf8Async(string name) => _written.GetOrAdd(name, key => new Lazy<Task<byte[]>>(() => WriteAsync(key))).Value;

    private async Task<byte[]> WriteAsync(string name)
    {
        // Its own service container, so that the start of the server does not load Swashbuckle.
        var services = new ServiceCollection();
        services.AddSingleton(descriptions);
        services.AddSingleton(environment);
        services.AddSwaggerGen(DocumentContents.Describe);
        services.AddSingleton(DocumentContents.Shapes);
        var provider = services.BuildServiceProvider();
        await using var _ = provider.ConfigureAwait(false);
        var document = provider.GetRequiredService<ISwaggerProvider>().GetSwagger(name);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).ConfigureAwait(false);
        return Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}

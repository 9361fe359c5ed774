namespace MockMessaging.OpenApi;

/// <summary>The command <c>openapi FILE</c>: writes the messaging document to a file instead of serving.</summary>
internal static class OpenApiCommand
{
    public static async Task RunAsync(string path, IServiceProvider services)
    {
        var document = await services.GetRequiredService<OpenApiDocuments>().Utf8Async(DocumentNames.Messaging).ConfigureAwait(false);
        await File.WriteAllBytesAsync(path, document).ConfigureAwait(false);
    }
}

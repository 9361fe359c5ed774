namespace MockMessaging.OpenApi;

/// <summary>The command <c>openapi PATH</c>: writes the messaging document to a file instead of serving.</summary>
internal static class OpenApiCommand
{
    public static async Task<bool> RanAsync(string[] arguments, IServiceProvider services)
    {
        if (arguments is not ["openapi", var path])
        {
            return false;
        }

        await File.WriteAllBytesAsync(path, await services.GetRequiredService<OpenApiDocuments>().Utf8Async(DocumentNames.Messaging).ConfigureAwait(false)).ConfigureAwait(false);
        return true;
    }
}

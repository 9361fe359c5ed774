namespace MockMessaging.Benchmarks;

/// <summary>The least a controller can do with the same request: what the sandbox is measured against.</summary>
internal static class FloorApp
{
    public static Task RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddControllers().AddJsonOptions(json => json.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, FloorJson.Default));
        var app = builder.Build();
        app.MapControllers();
        return app.RunAsync();
    }
}

namespace MockMessaging.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddCheckedOptions<StorageOptions>("Storage");
        services.AddSingleton<IDocumentStore>(provider =>
            provider.GetRequiredService<StorageOptions>().Path == StorageOptions.InMemory
                ? new NoStore()
                : ActivatorUtilities.CreateInstance<LiteDocumentStore>(provider));
        return services;
    }
}

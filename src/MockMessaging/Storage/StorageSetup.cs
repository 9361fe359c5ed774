namespace MockMessaging.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IReadOnlyList<string> collections)
    {
        services.AddCheckedOptions<StorageOptions>("Storage");
        services.AddSingleton<MemoryStore>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LiteRecordStore>(provider, collections));
        services.AddSingleton<IRecordStore>(static provider => IsInMemory(provider) ? provider.GetRequiredService<MemoryStore>() : provider.GetRequiredService<LiteRecordStore>());
        services.AddSingleton<IStoreStatus>(static provider => IsInMemory(provider) ? provider.GetRequiredService<MemoryStore>() : provider.GetRequiredService<LiteRecordStore>());
        return services;
    }

    private static bool IsInMemory(IServiceProvider provider) => provider.GetRequiredService<StorageOptions>().Path == StorageOptions.InMemory;
}

namespace MockMessaging.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IReadOnlyList<string> collections)
    {
        services.AddCheckedOptions<StorageOptions>("Storage");
        services.AddSingleton<IRecordStore>(provider =>
            provider.GetRequiredService<StorageOptions>().Path == StorageOptions.InMemory
                ? new MemoryStore()
                : ActivatorUtilities.CreateInstance<LiteRecordStore>(provider, collections));
        services.AddSingleton<IStoreStatus>(static provider => provider.GetRequiredService<IRecordStore>());
        return services;
    }
}

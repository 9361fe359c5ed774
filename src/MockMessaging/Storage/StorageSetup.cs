namespace MockMessaging.Storage;

internal static class StorageSetup
{
    /// <param name="services">Where the store goes.</param>
    /// <param name="collections">The collections of the data file, in the order in which they are read.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IReadOnlyList<string> collections)
    {
        services.AddCheckedOptions<StorageOptions>("Storage");
        services.AddSingleton<IRecordStore>(provider =>
            provider.GetRequiredService<StorageOptions>().Path == StorageOptions.InMemory
                ? new MemoryStore()
                : ActivatorUtilities.CreateInstance<LiteRecordStore>(provider, collections));
        return services;
    }
}

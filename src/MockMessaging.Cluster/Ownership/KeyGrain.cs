using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using MockMessaging.Storage;
using Orleans.Placement;

namespace MockMessaging.Cluster.Ownership;

/// <summary>Stands for an API key in the cluster. Orleans keeps it on one replica, which becomes the owner of the key's workspace.</summary>
internal interface IKeyGrain : IGrainWithStringKey
{
    /// <returns>Host and port of the replica that owns the key; null if the one that Orleans chose cannot take it at present.</returns>
    Task<string?> OwnerAsync(string key);
}

/// <summary>
/// It only chooses where a key goes. Which replica really owns it is decided by the database, so two activations of one key, which Orleans does not
/// rule out, do no harm. It stays until its replica ends, because the requests for the key pass it by.
/// </summary>
[PreferLocalPlacement]
[KeepAlive]
internal sealed class KeyGrain(OwnedKeys owned) : Grain, IKeyGrain
{
    public async Task<string?> OwnerAsync(string key)
    {
        string? owner = null;
        try
        {
            owner = await owned.TakeAsync(key).ConfigureAwait(true);
        }
        catch (Exception failure) when (failure is StoreBusyException or StoreUnusableException or DbException)
        {
            // Orleans could not carry it to the caller, who tries it on its own replica.
        }

        if (owner != owned.Address)
        {
            DeactivateOnIdle();
        }

        return owner;
    }

    /// <summary>The identity of a key's grain: a hash, so that no log of Orleans shows the key.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

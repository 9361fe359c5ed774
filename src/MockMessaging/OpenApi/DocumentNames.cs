namespace MockMessaging.OpenApi;

/// <summary>The two documents.</summary>
internal static class DocumentNames
{
    /// <summary>The vendor's API. Controllers without a group belong to it.</summary>
    public const string Messaging = "messaging";

    /// <summary>The control plane and health, which only this server has.</summary>
    public const string Sandbox = "sandbox";
}

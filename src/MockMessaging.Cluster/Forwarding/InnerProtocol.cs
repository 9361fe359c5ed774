namespace MockMessaging.Cluster.Forwarding;

/// <summary>Headers and routes between replicas. Clients never see them.</summary>
internal static class InnerProtocol
{
    /// <summary>In a response with status 421: the replica does not own the key, and did nothing.</summary>
    public const string NotOwner = "X-Inner-Not-Owner";

    /// <summary>In a response: pushes wait until the forwarding replica says that the client has it. The value is the number to give.</summary>
    public const string AwaitsDelivery = "X-Inner-Awaits-Delivery";

    /// <summary>In a response: a fault closes the client's connection instead of answering.</summary>
    public const string Cut = "X-Inner-Cut";

    /// <summary>In the response with an archive: the workspace's own signing secret.</summary>
    public const string SigningSecret = "X-Inner-Signing-Secret";

    /// <summary>The route for <see cref="AwaitsDelivery"/>: a POST with the number behind it.</summary>
    public const string Delivered = "/_cluster/delivered/";

    /// <summary>GET: the <see cref="OwnedSummaries"/> of this replica.</summary>
    public const string Workspaces = "/_cluster/workspaces";

    /// <summary>GET: the archive of the workspace of the key in the request, or 404 if nothing was changed in it.</summary>
    public const string Archive = "/_cluster/archive";

    /// <summary>POST: gives the key of the request back if nothing was changed in its workspace; else 409.</summary>
    public const string Release = "/_cluster/release";
}

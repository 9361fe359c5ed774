using Microsoft.AspNetCore.Hosting.Server;
using MockMessaging.Http;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>Without the inner port, which only replicas call.</summary>
internal sealed class ClientAddresses(IServer server, ClusterOptions options) : ServerAddresses(server)
{
    public override IReadOnlyList<BindingAddress> Bound => [.. base.Bound.Where(address => address.Port != options.InnerPort)];
}

using System.Data.Common;
using MockMessaging.Authentication;
using MockMessaging.Cluster.Ownership;
using MockMessaging.Cluster.Postgres;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>
/// Before everything else: lets the owner of its key handle a request, whichever replica it came to. What needs no workspace is handled here.
/// </summary>
internal sealed class ClusterMiddleware(
    RequestDelegate next, ClusterOptions options, ClusterStore cluster, OwnedKeys owned, KeyOwners owners, RequestForwarder forwarder, InnerRoutes inner, Deliveries deliveries, TenantGate tenants, TimeProvider time)
{
    /// <summary>Names the replica that has handled a request.</summary>
    public const string ReplicaHeader = "X-Sandbox-Replica";

    /// <summary>Longer than it takes another replica to take over the keys of one that has ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly string[] WithoutWorkspace = ["/healthz", "/swagger", "/page", "/xms/healthz", "/xms/swagger"];

    public Task InvokeAsync(HttpContext context)
    {
        if (owned.IsLeaving)
        {
            // Or the caller would send its next request on a connection that is about to be closed.
            context.Response.OnStarting(static state => Task.FromResult(((HttpResponse)state).Headers.Connection = "close"), context.Response);
        }

        return context.Connection.LocalPort == options.InnerPort ? HandleInnerAsync(context) : HandleAsync(context);
    }

    private async Task HandleInnerAsync(HttpContext context)
    {
        if (await inner.TryHandleAsync(context).ConfigureAwait(false))
        {
            return;
        }

        if (await KeyOfAsync(context).ConfigureAwait(false) is not { } key || owned.StoreOf(key) is not { } store)
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            context.Response.Headers[InnerProtocol.NotOwner] = "1";
            return;
        }

        InnerRequest.Of(context, deliveries);
        await ServeAsync(context, store).ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (NeedsNoWorkspace(context.Request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        try
        {
            if (await KeyOfAsync(context).ConfigureAwait(false) is { } key)
            {
                await HandleAsync(context, key).ConfigureAwait(false);
            }
            else
            {
                await next(context).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (!context.Response.HasStarted && failure is StoreBusyException or StoreUnusableException or DbException or OrleansException or TimeoutException)
        {
            await RefuseAsync(context, failure.Message).ConfigureAwait(false);
        }
        catch (Exception failure) when (!context.Response.HasStarted && failure is ApiException or BadHttpRequestException)
        {
            context.Features.Set(new RequestRefusal(failure));
            await next(context).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(HttpContext context, string key)
    {
        if ((owned.IsLeaving ? "This replica is stopping. Try again." : cluster.Stores.Lease.Refusal) is { } refusal)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        var started = time.GetTimestamp();
        var owner = await owners.FindAsync(key).ConfigureAwait(false);
        while (true)
        {
            if (owned.StoreOf(key) is { } store)
            {
                await ServeAsync(context, store).ConfigureAwait(false);
                return;
            }

            // An owner with this address that is not this replica is the one that ran here before; its lease ends soon.
            var outcome = owner == owned.Address ? ForwardOutcome.Unreachable : await forwarder.ForwardAsync(context, owner).ConfigureAwait(false);
            switch (outcome)
            {
                case ForwardOutcome.Done or ForwardOutcome.Abandoned:
                    return;
                case ForwardOutcome.Broken:
                    await BreakAsync(context).ConfigureAwait(false);
                    return;
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                await RefuseAsync(context, "The replica that owns this workspace cannot be reached. Try again.").ConfigureAwait(false);
                return;
            }

            await Task.Delay(Pause, time, context.RequestAborted).ConfigureAwait(false);
            owners.Forget(key);
            owner = outcome == ForwardOutcome.Unreachable ? await owners.FindAnewAsync(key).ConfigureAwait(false) : await owners.FindAsync(key).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Handles it here. A process that was stopped for a while may no longer be the owner, although nothing has told it: so that is looked at once more before the
    /// response is sent.
    /// </summary>
    private Task ServeAsync(HttpContext context, PostgresWorkspaceStore store)
    {
        if (!store.IsOwned)
        {
            return RefuseAsync(context, store.Refusal ?? "This workspace is changing its replica. Try again.");
        }

        context.Response.Headers[ReplicaHeader] = owned.Address;
        context.Response.OnStarting(() =>
        {
            if (!store.IsOwned)
            {
                context.Abort();
            }
            else if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool NeedsNoWorkspace(HttpRequest request) =>
        request.Path.Value is null or "" or "/" || WithoutWorkspace.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private async ValueTask<string?> KeyOfAsync(HttpContext context)
    {
        if (MediaPath.IsDownload(context.Request.Path.Value))
        {
            return await cluster.Stores.KeyOfMediaAsync(context.Request.Path.Value![(MediaPath.Root.Length + 1)..].Split('/')[0]).ConfigureAwait(false);
        }

        return tenants.AcceptedKey(context.Request);
    }

    private Task RefuseAsync(HttpContext context, string reason)
    {
        context.Response.Clear();
        context.Response.Headers.RetryAfter = "1";
        context.Features.Set(new RequestRefusal(ErrorCatalog.Busy(reason)));
        return next(context);
    }

    /// <summary>It may have taken effect, so the client must not be led to send it again unseen.</summary>
    private Task BreakAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        context.Response.Clear();
        context.Features.Set(new RequestRefusal(ErrorCatalog.Busy("The replica that worked on this request has ended, so the request may or may not have taken effect. Look before you send it again.")));
        return next(context);
    }
}

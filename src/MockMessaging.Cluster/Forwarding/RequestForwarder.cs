using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Limits;
using Yarp.ReverseProxy.Forwarder;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>Hands a whole request to the replica that owns its key, and its response to the client: also event streams, long polls and broken responses.</summary>
internal sealed class RequestForwarder(IHttpForwarder forwarder, InnerClient client, ClusterStore cluster, WorkspaceLimits limits, ClusterInstruments instruments)
{
    private static readonly ForwarderRequestConfig Config = new()
    {
        // An event stream may be silent for long, and a wait may be long.
        ActivityTimeout = TimeSpan.FromDays(1),

        // As clients speak: HTTP/2 would change the case of headers, which the journal shows, and let a reset overtake half a response.
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <param name="owner">Host and port of the other replica.</param>
    /// <returns>If the owner denies the key or cannot be reached, the request can be sent again.</returns>
    /// <exception cref="ApiException">The body is larger than any route takes.</exception>
    /// <exception cref="BadHttpRequestException">The body is no valid HTTP.</exception>
    public async Task<ForwardOutcome> ForwardAsync(HttpContext context, string owner)
    {
        await KeepBodyAsync(context.Request).ConfigureAwait(false);
        var transformer = new InnerTransformer();
        var ended = cluster.Stores.Lease.Others.EndOf(owner);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ended);
        var error = await forwarder.SendAsync(context, "http://" + owner, client.Invoker, Config, transformer, cancelled.Token).ConfigureAwait(false);
        var outcome = IsOfTheClient(error, ended) ? ForwardOutcome.Abandoned : OutcomeOf(context, error, transformer);
        instruments.Forwarded(outcome);
        if (outcome is ForwardOutcome.NotOwner or ForwardOutcome.Unreachable)
        {
            context.Response.Clear();
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Request.Body.Position = 0;
        }
        else if (transformer.IsCut || (outcome == ForwardOutcome.Broken && context.Response.HasStarted))
        {
            context.Abort();
        }

        if (transformer.AwaitsDelivery is { } number)
        {
            if (outcome == ForwardOutcome.Done)
            {
                await context.Response.CompleteAsync().ConfigureAwait(false);
            }

            await client.SayDeliveredAsync(owner, number).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>
    /// Reads it to its end: the request may have to be sent to two replicas, one after the other, and an owner that refuses a body early would break off a
    /// forward that is still being sent.
    /// </summary>
    private async Task KeepBodyAsync(HttpRequest request)
    {
        if (request.Body.CanSeek)
        {
            return;
        }

        // In memory, since a container may have no place to write.
        request.EnableBuffering(bufferThreshold: int.MaxValue);
        RequestBody.LiftServerLimit(request.HttpContext);
        var buffer = ArrayPool<byte>.Shared.Rent(16_384);
        try
        {
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false) > 0)
            {
                if (request.Body.Position > LargeBodyAttribute.MaxBytes)
                {
                    throw ErrorCatalog.BodyTooLarge(ControlPlane.Owns(request) ? LargeBodyAttribute.MaxBytes : limits.MaxBodyBytes);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        request.Body.Position = 0;
    }

    private static bool IsOfTheClient(ForwarderError error, CancellationToken ended) => error switch
    {
        ForwarderError.RequestBodyClient or ForwarderError.ResponseBodyClient => true,
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled => !ended.IsCancellationRequested,
        _ => false,
    };

    private static ForwardOutcome OutcomeOf(HttpContext context, ForwarderError error, InnerTransformer transformer) => error switch
    {
        ForwarderError.None => transformer.IsNotOwner ? ForwardOutcome.NotOwner : ForwardOutcome.Done,
        ForwarderError.Request when !context.Response.HasStarted && WasNeverSent(context.GetForwarderErrorFeature()?.Exception) => ForwardOutcome.Unreachable,
        _ when transformer.IsNotOwner => ForwardOutcome.NotOwner,
        _ => ForwardOutcome.Broken,
    };

    private static bool WasNeverSent(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>Leaves the request as it is, and reads what the owner says to this replica alone.</summary>
    private sealed class InnerTransformer : HttpTransformer
    {
        public bool IsNotOwner { get; private set; }

        public bool IsCut { get; private set; }

        public string? AwaitsDelivery { get; private set; }

        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken).ConfigureAwait(false);
            proxyRequest.RequestUri = Target(httpContext, destinationPrefix) ?? proxyRequest.RequestUri;
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
            proxyRequest.Headers.Remove(InnerRequest.Scheme);
            proxyRequest.Headers.TryAddWithoutValidation(InnerRequest.Scheme, httpContext.Request.Scheme);
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (proxyResponse is null)
            {
                return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken).ConfigureAwait(false);
            }

            IsNotOwner = proxyResponse.StatusCode == HttpStatusCode.MisdirectedRequest && Take(proxyResponse, InnerProtocol.NotOwner) is not null;
            IsCut = Take(proxyResponse, InnerProtocol.Cut) is not null;
            AwaitsDelivery = Take(proxyResponse, InnerProtocol.AwaitsDelivery);
            return !IsNotOwner && !IsCut && await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Path and query as the client has written them: decoded and encoded again, they may be others. Null if they are not the whole target.</summary>
        private static Uri? Target(HttpContext context, string prefix) =>
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is ['/', ..] target
                ? new Uri(prefix + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
                : null;

        private static string? Take(HttpResponseMessage response, string name)
        {
            var value = response.Headers.TryGetValues(name, out var values) ? values.First() : null;
            response.Headers.Remove(name);
            return value;
        }
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Base class of the control plane's controllers.</summary>
[ApiController]
[ApiKey(AnyTenant = true)]
[KnownQuery(IsStrict = true)]
[ApiExplorerSettings(GroupName = "sandbox")]
internal abstract class SandboxController : PlainController
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    protected RequestWorkspace Acting => HttpContext.Features.GetRequiredFeature<RequestWorkspace>();

    protected Workspace Workspace => Acting.Workspace;

    protected static IActionResult Answer<T>(T shape)
        where T : notnull => new ShapeResult<T>(shape, ControlJsonOptions.Wire);

    /// <summary>Changes the workspace and responds 204.</summary>
    protected async Task<IActionResult> ChangeAsync(Action<WorkspaceTransaction> change)
    {
        await Acting.ExecuteAsync(transaction =>
        {
            change(transaction);
            return true;
        }).ConfigureAwait(false);
        return new NoContentResult();
    }

    /// <summary>Changes the workspace. The pushes that it causes leave after the response, unless the request waits until they have been attempted.</summary>
    /// <param name="wait">How long the request waits; null if it does not.</param>
    protected async Task<T> ExecuteAsync<T>(Func<WorkspaceTransaction, T> change, Func<T, IEnumerable<Push>> pushesOf, string? wait)
    {
        if (Spans.OfOptional(wait, "wait", LongestWait) is not { } limit || limit == TimeSpan.Zero)
        {
            return await Acting.ExecuteAsync(change).ConfigureAwait(false);
        }

        var changed = Workspace.Execute(change, trace: Acting.Trace);
        await changed.Durable.ConfigureAwait(false);
        try
        {
            await Task.WhenAll(pushesOf(changed.Value).Select(push => push.Settled)).WaitAsync(limit, HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The response says how far they are.
        }

        return changed.Value;
    }

    /// <summary>Removes records from a list of the workspace and responds 204.</summary>
    /// <param name="changed">The event for the live stream.</param>
    /// <param name="notFound">The error if no record matches; null if that is fine.</param>
    protected Task<IActionResult> RemoveAsync<T>(WorkspaceEventKind changed, Func<WorkspaceState, List<T>> listOf, Predicate<T> matches, ApiException? notFound = null)
        where T : Record => notFound is null || Workspace.Read(state => listOf(state).Exists(matches))
            ? ChangeAsync(transaction =>
            {
                transaction.RemoveAll(listOf(transaction.State), matches);
                transaction.AddEvent(changed);
            })
            : throw notFound;
}

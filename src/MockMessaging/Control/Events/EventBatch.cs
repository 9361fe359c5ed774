using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>What came after a place in the live stream: what happened in the workspace, then the requests of its journal.</summary>
internal static class EventBatch
{
    /// <summary>How many events are written at once, so that the workspace is not locked for long.</summary>
    private const int Most = 100;

    /// <returns>Each event with the place behind it; empty if nothing came after the given place.</returns>
    public static IReadOnlyList<(EventCursor Place, EventView View)> After(Workspace workspace, EventCursor place)
    {
        var found = workspace.Read(_ => workspace.Feed.After(place.Event).Take(Most).Select(happened =>
        {
            // With a reset the journal starts over.
            place = place with { Event = happened.Number, Request = happened.Kind == WorkspaceEventKind.Reset ? 0 : place.Request };
            return (place, EventView.Of(workspace, happened));
        }).ToList());
        if (found.Count < Most)
        {
            found.AddRange(workspace.Journal.After(place.Request).Select(entry => (place = place with { Request = entry.Number }, EventView.Of(entry))));
        }

        return found;
    }
}

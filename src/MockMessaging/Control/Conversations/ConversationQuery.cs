using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Finds conversations in slices, so that a large workspace is not locked for long. A conversation has the place of its last message.</summary>
internal sealed class ConversationQuery(ConversationViews views, Page page)
{
    /// <summary>How many messages are looked at in one slice.</summary>
    private const int MostAtOnce = 20_000;

    private readonly List<Message> _lasts = [];
    private WorkspaceState? _searched;
    private int _from;
    private int _to;
    private bool _hasMore;

    public ConversationList Run(Workspace workspace, CancellationToken cancelled)
    {
        int? step = 0;
        while (step is { } next)
        {
            cancelled.ThrowIfCancellationRequested();
            step = workspace.Read(state => Look(state, next));
        }

        var sessions = workspace.Read(SessionsOf);
        var found = new List<ConversationView>(_lasts.Count);
        foreach (var contact in _lasts.Select(last => last.Contact))
        {
            cancelled.ThrowIfCancellationRequested();
            if (workspace.Read(state => state == _searched ? views.Of(state, contact, sessions[contact], workspace.Clock.NowMs) : null) is { } view)
            {
                found.Add(view);
            }
        }

        return new ConversationList(found, _hasMore ? _lasts[^1].Id.ToString() : null);
    }

    /// <returns>Where the next slice starts; null if the search is over.</returns>
    private int? Look(WorkspaceState state, int step)
    {
        if (_searched is null)
        {
            // Once, so that messages that come in between two slices move nothing.
            _searched = state;
            _from = page.After is null ? 0 : PlaceOf(state, page.After, "after") + 1;
            _to = page.Before is null ? state.Messages.Count : PlaceOf(state, page.Before, "before");
        }

        if (_searched != state)
        {
            // The workspace was reset in between.
            return null;
        }

        for (var looked = 0; step < _to - _from; step++, looked++)
        {
            if (looked >= MostAtOnce)
            {
                return step;
            }

            var message = state.Messages[page.IsNewestFirst ? _to - 1 - step : _from + step];
            if (message.Contact.Last != message)
            {
                continue;
            }

            if (_lasts.Count == page.Limit)
            {
                _hasMore = true;
                return null;
            }

            _lasts.Add(message);
        }

        return null;
    }

    private ILookup<Contact, Session> SessionsOf(WorkspaceState state)
    {
        var wanted = _lasts.Select(last => last.Contact).ToHashSet();
        return state.Sessions.Values.Where(session => wanted.Contains(session.Contact)).ToLookup(session => session.Contact);
    }

    private static int PlaceOf(WorkspaceState state, string id, string parameter) =>
        ObjectId.TryParse(id, out var parsed) && state.Messages.IndexOf(parsed) is >= 0 and var place ? place : throw Page.Unknown(parameter, id, "message");
}

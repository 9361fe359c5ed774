namespace MockMessaging.State;

/// <summary>What waits for one receiver, and how it has fared since the server started.</summary>
internal sealed class PushBacklog
{
    /// <summary>Pushes that are made and have not come to an end: waiting, under way, held back or to be tried again.</summary>
    public int Pending { get; private set; }

    public long Delivered { get; private set; }

    public long Failed { get; private set; }

    /// <summary>Pushes there was no room for.</summary>
    public long TurnedAway { get; private set; }

    /// <summary>The last attempt that failed.</summary>
    public PushAttempt? LastFailure { get; private set; }

    public void Begin() => Pending++;

    public void Attempted(PushAttempt attempt) => LastFailure = attempt.Succeeded ? LastFailure : attempt;

    public void End(bool delivered)
    {
        Pending--;
        Delivered += delivered ? 1 : 0;
        Failed += delivered ? 0 : 1;
    }

    /// <summary>One that was made will never be tried.</summary>
    public void Drop() => Pending--;

    public void TurnAway() => TurnedAway++;
}

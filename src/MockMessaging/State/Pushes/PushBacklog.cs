namespace MockMessaging.State;

/// <summary>How many pushes of one receiver wait, and how many succeeded and failed since the server started.</summary>
internal sealed class PushBacklog
{
    /// <summary>Pushes that have not ended: waiting, being sent, held back or to be tried again.</summary>
    public int Pending { get; private set; }

    public long Delivered { get; private set; }

    public long Failed { get; private set; }

    public long TurnedAway { get; private set; }

    public PushAttempt? LastFailure { get; private set; }

    public void Begin() => Pending++;

    public void Attempted(PushAttempt attempt) => LastFailure = attempt.Succeeded ? LastFailure : attempt;

    public void End(bool delivered)
    {
        Pending--;
        Delivered += delivered ? 1 : 0;
        Failed += delivered ? 0 : 1;
    }

    /// <summary>A push will never be attempted.</summary>
    public void Drop() => Pending--;

    public void TurnAway() => TurnedAway++;
}

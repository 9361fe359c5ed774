using MockMessaging.Time;

namespace MockMessaging.State;

/// <summary>How far a generation has come: every timer up to <see cref="Fired"/> has fired, and so many ids and dice are used up.</summary>
internal sealed class Progress : Record
{
    public DueOrder Fired { get; set; }

    /// <summary>The earliest planned status whose push had neither come to an end nor been stored; null if there was none.</summary>
    public DueOrder? FirstUnstored { get; set; }

    public long Ids { get; set; }

    public long Rolls { get; set; }
}

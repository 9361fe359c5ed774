using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>One way a message's story can go.</summary>
internal interface IDeliveryOutcome
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>The last four digits of a phone that bring it about; none for the usual story.</summary>
    string? TestNumber { get; }

    /// <summary>What a client sees, in one sentence.</summary>
    string Story { get; }

    /// <summary>The stages, in order.</summary>
    IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays);
}

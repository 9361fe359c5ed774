namespace MockMessaging.Fidelity;

/// <summary>Which of two truths to follow where the vendor's document and the live service disagree.</summary>
public enum FidelityMode
{
    /// <summary>As the document says, so that the strictest generated client can read every answer.</summary>
    Documented,

    /// <summary>As the live service acts.</summary>
    Production,
}

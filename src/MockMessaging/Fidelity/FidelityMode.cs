namespace MockMessaging.Fidelity;

/// <summary>Which one to follow where the vendor's document and the live service differ.</summary>
public enum FidelityMode
{
    /// <summary>The document, so that the strictest generated client can read every answer.</summary>
    Documented,

    /// <summary>The live service.</summary>
    Production,
}

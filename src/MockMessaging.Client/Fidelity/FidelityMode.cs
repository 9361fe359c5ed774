namespace MockMessaging.Fidelity;

/// <summary>What to follow where the vendor's document and the live service differ.</summary>
public enum FidelityMode
{
    /// <summary>Follow the vendor's document, so that even a strict client generated from it can read every response.</summary>
    Documented,

    /// <summary>The live service.</summary>
    Production,
}

/// <summary>What happens to a message that the vendor's API accepts and its provider would refuse.</summary>
public enum RulesMode
{
    /// <summary>Nothing is checked.</summary>
    Off,

    /// <summary>The response header X-Sandbox-Warnings names each broken rule; the message goes on.</summary>
    Warn,

    /// <summary>As Warn, and the message becomes FAILD with the provider's code.</summary>
    Enforce,
}

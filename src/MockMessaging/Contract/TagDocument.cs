namespace MockMessaging.Contract;

/// <summary>TagDocument</summary>
public sealed class TagDocument
{
    /// <summary>categories</summary>
    public IReadOnlyList<string>? Categories { get; set; }

    /// <summary>cities</summary>
    public IReadOnlyList<string>? Cities { get; set; }

    /// <summary>countries</summary>
    public IReadOnlyList<string>? Countries { get; set; }

    /// <summary>langs</summary>
    public IReadOnlyList<string>? Langs { get; set; }

    /// <summary>locations</summary>
    public IReadOnlyList<string>? Locations { get; set; }

    /// <summary>organizations</summary>
    public IReadOnlyList<string>? Organizations { get; set; }

    /// <summary>persons</summary>
    public IReadOnlyList<string>? Persons { get; set; }

    /// <summary>sentimentScore</summary>
    public int? SentimentScore { get; set; }

    /// <summary>sentiments</summary>
    public IReadOnlyList<string>? Sentiments { get; set; }
}

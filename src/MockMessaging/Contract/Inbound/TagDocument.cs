namespace MockMessaging.Contract;

/// <summary>What was found in a text.</summary>
public sealed class TagDocument
{
    /// <summary>Categories found in the text.</summary>
    public IReadOnlyList<string>? Categories { get; set; }

    /// <summary>Cities found in the text.</summary>
    public IReadOnlyList<string>? Cities { get; set; }

    /// <summary>Countries found in the text.</summary>
    public IReadOnlyList<string>? Countries { get; set; }

    /// <summary>Languages found in the text.</summary>
    public IReadOnlyList<string>? Langs { get; set; }

    /// <summary>Places.</summary>
    public IReadOnlyList<string>? Locations { get; set; }

    /// <summary>Organisations found in the text.</summary>
    public IReadOnlyList<string>? Organizations { get; set; }

    /// <summary>Persons found in the text.</summary>
    public IReadOnlyList<string>? Persons { get; set; }

    /// <summary>How the text is meant, as a number.</summary>
    public int? SentimentScore { get; set; }

    /// <summary>How the text is meant.</summary>
    public IReadOnlyList<string>? Sentiments { get; set; }
}

namespace MockMessaging.Contract;

/// <summary>ChatProfileDTO</summary>
public sealed class ChatProfileDTO
{
    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>labels</summary>
    public IReadOnlyList<CustomerLabel>? Labels { get; set; }

    /// <summary>mobile</summary>
    public string? Mobile { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>profileId</summary>
    public string? ProfileId { get; set; }

    /// <summary>userId</summary>
    public string? UserId { get; set; }
}

using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A global variable to set. What is left out takes its default.</summary>
public sealed class VariableRequest
{
    /// <summary>Any JSON value, at most 10,000 characters. A template shows it with <c>{{global.key}}</c>.</summary>
    /// <example>Marigold Home</example>
    public JsonNode? Value { get; set; }

    /// <summary>TEXT, NUMBER, BOOLEAN, LIST, OBJECT, or a word of yours. Default: by the value.</summary>
    /// <example>TEXT</example>
    public string? Type { get; set; }

    /// <summary>Default: default.</summary>
    public string? Group { get; set; }

    /// <summary>For people.</summary>
    public string? Description { get; set; }

    /// <summary>True if it is shared with other tenants. Default false.</summary>
    public bool? Shared { get; set; }

    /// <summary>Shown in lists; a disabled variable is still filled in. Default false.</summary>
    public bool? Disabled { get; set; }

    /// <summary>Follows from the path, and must be the same; a variable can so be sent as it was read.</summary>
    public string? Key { get; set; }
}

/// <summary>A global variable of the workspace.</summary>
/// <param name="Key">Its name, as templates write it: <c>{{global.key}}</c>.</param>
/// <param name="Value">What a template shows.</param>
/// <param name="Type">Type, in the vendor's word.</param>
/// <param name="Group">Group that it is listed in.</param>
/// <param name="Description">For people.</param>
/// <param name="Shared">True if it is shared with other tenants.</param>
/// <param name="Disabled">True if it is switched off in the vendor's lists.</param>
public sealed record VariableView(string Key, JsonNode? Value, string? Type, string? Group, string? Description, bool Shared, bool Disabled) : ControlRecord;

/// <summary>The global variables of a workspace.</summary>
/// <param name="Variables">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record VariableList(IReadOnlyList<VariableView> Variables, string? Next) : ControlRecord;

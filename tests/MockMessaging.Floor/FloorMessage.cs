namespace MockMessaging.Floor;

/// <summary>The properties of a text message.</summary>
/// <param name="ChannelId">The channel it goes out on.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Text">What it says.</param>
public sealed record FloorMessage(string ChannelId, FloorContact To, string Type, FloorText Text);

/// <summary>Who gets it.</summary>
/// <param name="Phone">By phone.</param>
/// <param name="Name">By name.</param>
public sealed record FloorContact(string Phone, string Name);

/// <summary>What it says.</summary>
/// <param name="Body">The words.</param>
public sealed record FloorText(string Body);

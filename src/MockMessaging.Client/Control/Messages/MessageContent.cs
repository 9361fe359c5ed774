namespace MockMessaging.Control;

/// <summary>What a message shows beside its text. Lists that hold nothing are empty.</summary>
/// <param name="Header">Line above the text, from the template.</param>
/// <param name="Footer">Line below the text, from the template.</param>
/// <param name="Attachments">Pictures, films, sounds and documents.</param>
/// <param name="Buttons">What the customer can press.</param>
/// <param name="List">True if the buttons are shown as rows of a list.</param>
/// <param name="Cards">Contact cards.</param>
/// <param name="Place">A place on the map.</param>
/// <param name="Reply">The button or row that the customer chose.</param>
public sealed record MessageContent(
    string? Header,
    string? Footer,
    IReadOnlyList<ContentAttachment> Attachments,
    IReadOnlyList<ContentButton> Buttons,
    bool List,
    IReadOnlyList<ContentCard> Cards,
    ContentPlace? Place,
    ContentReply? Reply) : ControlRecord;

/// <summary>A file of a message.</summary>
/// <param name="Type">image, video, audio or document.</param>
/// <param name="Link">Where the file is.</param>
/// <param name="Name">File name.</param>
/// <param name="Caption">Text below it.</param>
/// <param name="MimeType">Media type, such as <c>image/png</c>.</param>
public sealed record ContentAttachment(string Type, string? Link, string? Name, string? Caption, string? MimeType) : ControlRecord;

/// <summary>A button of a message, or a row of its list.</summary>
/// <param name="Type">QUICK_REPLY, URL, PHONE_NUMBER or LOCATION_REQUEST.</param>
/// <param name="Code">What the reply to it names, as <c>reply.id</c> of <c>POST /_sandbox/inbound</c>.</param>
/// <param name="Label">What the customer reads.</param>
/// <param name="Description">Second line of a row.</param>
/// <param name="Url">The page a URL button opens.</param>
/// <param name="Phone">The number a PHONE_NUMBER button dials.</param>
public sealed record ContentButton(string? Type, string? Code, string? Label, string? Description, string? Url, string? Phone) : ControlRecord;

/// <summary>A contact card.</summary>
/// <param name="Name">Whose card it is.</param>
/// <param name="Organization">Where the person works.</param>
/// <param name="Phones">Phone numbers.</param>
/// <param name="Emails">Mail addresses.</param>
public sealed record ContentCard(string? Name, string? Organization, IReadOnlyList<string> Phones, IReadOnlyList<string> Emails) : ControlRecord;

/// <summary>A place on the map.</summary>
/// <param name="Latitude">Degrees north, as sent.</param>
/// <param name="Longitude">Degrees east, as sent.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="Address">Address in one line.</param>
public sealed record ContentPlace(string? Latitude, string? Longitude, string? Name, string? Address) : ControlRecord;

/// <summary>A button or row that a customer chose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its label.</param>
public sealed record ContentReply(string? Code, string? Label) : ControlRecord;

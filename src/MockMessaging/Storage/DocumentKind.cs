namespace MockMessaging.Storage;

/// <summary>What a stored document is. The numbers are the file format: never reuse one.</summary>
internal enum DocumentKind
{
    Workspace = 1,
    App = 2,
    Contact = 3,
    Session = 4,
    Message = 5,
    DigitalObject = 6,
    DigitalEvent = 7,
    Push = 8,
    Progress = 9,
    Callback = 10,
    SessionEntry = 11,
    OutcomeRule = 12,
    Fault = 13,
    Snapshot = 14,

    /// <summary>The note beside a <see cref="PassingBlock"/>, which never leaves the store.</summary>
    Gone = 15,
}

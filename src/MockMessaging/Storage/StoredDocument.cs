namespace MockMessaging.Storage;

/// <summary>
/// One record as the store sees it: bytes under an ascending id. No bytes: the record is gone.
/// A record that is new and gone within one commit window never costs a write.
/// </summary>
internal readonly record struct StoredDocument(long Id, int Generation, DocumentKind Kind, byte[]? Data, bool IsNew = false);

namespace MockMessaging.Conversations;

/// <summary>A composed inbound message: its type in the vendor's word, and the item that is pushed as UTF-8 JSON.</summary>
internal readonly record struct InboundContent(string Type, byte[] Body);

using MockMessaging.Contract;

namespace MockMessaging.Conversations;

/// <summary>A composed inbound message: its type, its words, the cards in it, and the item that is pushed as UTF-8 JSON.</summary>
internal readonly record struct InboundContent(string Type, string? Text, IReadOnlyList<CommonMsgContactCard>? Cards, byte[] Body);

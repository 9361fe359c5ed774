using MockMessaging.Contract;

namespace MockMessaging.Tests.Client;

/// <summary>Messages where it does not matter what is in them.</summary>
internal static class Some
{
    public static OutBoundMsg Text(string phone = TestWorkspace.Phone, string body = "Hello") => new()
    {
        ChannelId = TestWorkspace.WhatsApp,
        To = new OutBoundContact { Phone = phone },
        Type = "text",
        Text = new OutBoundMsgText { Body = body },
    };
}

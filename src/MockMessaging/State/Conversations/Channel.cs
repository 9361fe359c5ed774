using MockMessaging.Contract;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>A business number or account messages are sent from.</summary>
internal sealed record Channel(string ChannelId, string ChannelType, string Lane, ContactType ContactType, string Name, bool Disabled, bool Sandbox)
{
    public static Channel Of(ChannelFixture fixture)
    {
        var parts = fixture.ChannelId.Split(':', 2);
        var contactType = ChannelTypes.ContactTypeOf(parts[0]);
        return new Channel(fixture.ChannelId, parts[0], parts[1], contactType, fixture.Name ?? $"{WireNames.Of(contactType)} {parts[1]}", fixture.Disabled, fixture.Sandbox);
    }
}

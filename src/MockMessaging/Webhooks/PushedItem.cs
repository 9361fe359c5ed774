using System.Text.Json;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>The one item of a push, with all that its wrapper tells beside it.</summary>
internal abstract class PushedItem(PushBuilder builder, App app, FidelityProfile profile, PushType type, Contact contact) : PushContent
{
    public override byte[] ToBytes() => builder.Body(app, profile, type, contact, this);

    public abstract void Write(Utf8JsonWriter writer);
}

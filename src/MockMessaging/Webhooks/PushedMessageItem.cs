using System.Text.Json;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>An inbound message, which is kept as it is pushed.</summary>
internal sealed class PushedMessageItem(PushBuilder builder, App app, FidelityProfile profile, Message message)
    : PushedItem(builder, app, profile, PushType.Messages, message.Contact)
{
    public override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(message.Body, skipInputValidation: true);
}

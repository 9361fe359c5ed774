using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Something that happened to a session.</summary>
internal sealed class PushedEventItem(PushBuilder builder, App app, FidelityProfile profile, Contact contact, InBoundEvent happened)
    : PushedItem(builder, app, profile, PushType.Events, contact)
{
    public override void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, happened, ContractJsonOptions.Sparse.TypeInfo<InBoundEvent>());
}

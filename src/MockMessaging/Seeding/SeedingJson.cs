using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.Seeding;

/// <summary>Strict where the API is tolerant: a misspelled property in a fixture is a mistake of its author.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<ChannelFixture?>))]
[JsonSerializable(typeof(List<ClientAppFixture?>))]
[JsonSerializable(typeof(List<HSMTemplateDoc?>))]
[JsonSerializable(typeof(List<CompanyVarsConfigDoc?>))]
[JsonSerializable(typeof(List<ConversationFixture?>))]
[JsonSerializable(typeof(string))]
internal sealed partial class SeedingJson : JsonSerializerContext;

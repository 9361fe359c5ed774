using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Templates;

/// <summary>Fills placeholders from <c>data</c>, <c>contact</c>, <c>global</c> and <c>profile</c>; a missing value becomes blank.</summary>
internal sealed class TemplateRenderer
{
    private readonly Lazy<IHandlebars> _engine = new(() => Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new TemplateEncoder() }));
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> _compiled = new(StringComparer.Ordinal);

    public string Render(string? text, object model) =>
        string.IsNullOrEmpty(text) || !text.Contains("{{", StringComparison.Ordinal)
            ? text ?? ""
            : _compiled.GetOrAdd(text, source => _engine.Value.Compile(source))(model);

    public static object Model(JsonObject? data, Contact contact, string? name, IReadOnlyList<CompanyVarsConfigDoc> variables) => new Dictionary<string, object?>
    {
        ["data"] = Plain(data) ?? new Dictionary<string, object?>(),
        ["contact"] = Person(contact, name),
        ["profile"] = Profile(contact, name),
        ["global"] = variables.ToDictionary(variable => variable.Key ?? "", variable => Plain(variable.Value)),
    };

    /// <summary>Data of the contact from the business; for missing values, data from the channel.</summary>
    private static Dictionary<string, object?> Profile(Contact contact, string? name)
    {
        var profile = Person(contact, name);
        if (contact.Business is { } known)
        {
            profile["profileId"] = known.ProfileId;
            profile["name"] = known.Name ?? profile["name"];
            profile["email"] = known.Email ?? profile["email"];
            profile["phone"] = profile["mobile"] = known.Phone ?? profile["phone"];
        }

        return profile;
    }

    private static Dictionary<string, object?> Person(Contact contact, string? name) => new()
    {
        ["contactId"] = contact.Id,
        ["contactType"] = WireNames.Of(contact.ContactType),
        ["csid"] = contact.Csid,
        ["lane"] = contact.Lane,
        ["name"] = name ?? contact.Name,
        ["phone"] = contact.Phone,
        ["mobile"] = contact.Phone,
        ["email"] = contact.Email,
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonObject fields => fields.ToDictionary(field => field.Key, field => Plain(field.Value)),
        JsonArray items => items.Select(Plain).ToList(),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Templates;

/// <summary>Fills placeholders from <c>data</c>, <c>contact</c>, <c>global</c> and <c>profile</c>; a missing value becomes blank.</summary>
internal sealed class TemplateRenderer
{
    private const int MostCompiled = 1_000;

    private static readonly Lazy<IHandlebars> Engine = new(() => Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new TemplateEncoder() }));
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<TextWriter, object, object>> _compiled = new(StringComparer.Ordinal);

    /// <exception cref="HandlebarsException">The text is no template, or the result is too long.</exception>
    public string Render(string? text, object model)
    {
        if (string.IsNullOrEmpty(text) || !text.Contains("{{", StringComparison.Ordinal))
        {
            return text ?? "";
        }

        // Workspaces set templates of their own, so the number of texts has no end.
        if (_compiled.Count >= MostCompiled)
        {
            _compiled.Clear();
        }

        using var writer = new BoundedWriter();
        _compiled.GetOrAdd(text, source => Engine.Value.Compile(new StringReader(source)))(writer, model);
        return writer.ToString();
    }

    /// <summary>Why no message can be made from a text; null if one can.</summary>
    public static string? Problem(string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            // An unknown helper is found when it is called.
            using var writer = new BoundedWriter();
            Engine.Value.Compile(new StringReader(text))(writer, new Dictionary<string, object?>());
            return null;
        }
        catch (HandlebarsException failure)
        {
            return failure.Message;
        }
    }

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

/// <summary>Refuses a text that is longer than a message can be stored with: a placeholder may stand in a template many times.</summary>
internal sealed class BoundedWriter() : StringWriter(CultureInfo.InvariantCulture)
{
    private const int Longest = 500_000;

    public override void Write(char value)
    {
        EnsureRoom(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        EnsureRoom(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        EnsureRoom(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        EnsureRoom(buffer.Length);
        base.Write(buffer);
    }

    private void EnsureRoom(int more)
    {
        if (GetStringBuilder().Length + more > Longest)
        {
            throw new HandlebarsException($"the text is longer than {Longest} characters.");
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>
/// Reads all JSON bodies, stores the text beside the shape, and says exactly what is wrong. Oddities such as an undocumented property are refused, or only
/// mentioned in <see cref="SandboxWarnings"/>.
/// </summary>
internal sealed partial class ContractInputFormatter : InputFormatter
{
    private readonly JsonSerializerOptions _options;
    private readonly JsonSerializerOptions _nothingOdd;
    private readonly bool _isStrict;

    /// <param name="isStrict">True to refuse oddities with 400.</param>
    public ContractInputFormatter(JsonSerializerOptions options, bool isStrict = false)
    {
        _options = options;

        // The existing one has been warmed up.
        _nothingOdd = options == ContractJsonOptions.Request ? ContractJsonOptions.NothingOdd : ContractJsonOptions.WithoutOddities(options);
        if (isStrict)
        {
            _nothingOdd = new JsonSerializerOptions(_nothingOdd) { TypeInfoResolver = _nothingOdd.TypeInfoResolver!.WithAddedModifier(GivenItems.Require) };
        }

        _isStrict = isStrict;
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/json"));
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/*+json"));
    }

    /// <summary>Fast path for the usual content type.</summary>
    public override bool CanRead(InputFormatterContext context) =>
        string.Equals(context.HttpContext.Request.ContentType, "application/json", StringComparison.OrdinalIgnoreCase) ? CanReadType(context.ModelType) : base.CanRead(context);

    public override async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var body = await RequestBody.ReadAsync(context.HttpContext).ConfigureAwait(false);
        return InputFormatterResult.Success((body.HadLoneSurrogates ? null : TryParse(body.Utf8, context.ModelType)) ?? ParseOdd(context.HttpContext, body, _options.GetTypeInfo(context.ModelType)));
    }

    public override Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context) => ReadAsync(context);

    protected override bool CanReadType(Type type) => _options.TryGetTypeInfo(type, out _);

    /// <summary>Fast path for a body without errors and oddities; null for any other.</summary>
    private object? TryParse(byte[] utf8, Type shape)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, _nothingOdd.GetTypeInfo(shape));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private object ParseOdd(HttpContext context, RequestBody body, JsonTypeInfo shape)
    {
        EnsureJson(body.Utf8, shape.Options.MaxDepth);
        var parsed = Parse(body.Utf8, shape);
        var twice = DuplicateProperties.In(body.Utf8);
        if (twice.Count > 0)
        {
            // Code that reads the text later must see each name only once.
            context.Features.Set(body with { Utf8 = JsonText.LastOfEachName(body.Utf8) });
        }

        List<BodyOddity> odd = [.. twice, .. UnknownProperties.In(body.Utf8, shape)];
        if (body.HadLoneSurrogates)
        {
            odd.Insert(0, BodyOddity.LoneSurrogate);
        }

        if (_isStrict)
        {
            odd.AddRange(NullItems.In(body.Utf8, shape));
        }

        if (_isStrict && odd.Count > 0)
        {
            throw ErrorCatalog.Impossible(odd[0].Field, odd[0].Refusal);
        }

        SandboxWarnings.Add(context, odd.Select(oddity => oddity.Sentence));
        return parsed;
    }

    private static object Parse(byte[] utf8, JsonTypeInfo shape)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, shape) ?? throw ErrorCatalog.BodyMissing();
        }
        catch (JsonException failure)
        {
            var field = JsonPlace.FieldOf(failure.Path);
            throw ErrorCatalog.WrongValue(JsonPlace.ReferenceTo(shape, field), field, Sentence(failure, shape, field), PossibleValues.Of(failure));
        }
    }

    /// <summary>Separates bodies that are not JSON or too deeply nested from bodies with the wrong shape.</summary>
    private static void EnsureJson(byte[] utf8, int depth)
    {
        if (utf8.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw ErrorCatalog.BodyMissing();
        }

        try
        {
            if (JsonText.DepthOf(utf8) > depth)
            {
                throw ErrorCatalog.BodyTooDeep(depth);
            }
        }
        catch (JsonException failure)
        {
            throw ErrorCatalog.BodyNotJson(failure.Message);
        }
    }

    /// <summary>Messages of our own converters are meant for the client. Messages of the serializer are about .NET types, so they are replaced.</summary>
    private static string Sentence(JsonException failure, JsonTypeInfo shape, string field)
    {
        var said = failure.Message.Split(" Path: ")[0];
        var reason = said switch
        {
            _ when said.StartsWith("The JSON value", StringComparison.Ordinal) => $"expected {JsonPlace.ExpectedAt(shape, field)}",
            _ when said.IndexOf("missing required properties", StringComparison.Ordinal) is > 0 and var at => $"there is no {string.Join(", no ", Quoted().Matches(said[at..]).Select(name => name.Groups[1].Value))}; add what is missing",
            _ when said.Contains("null values", StringComparison.Ordinal) => "it is null; give a value",
            _ => said,
        };
        return field.Length == 0 ? $"The request body: {reason}." : $"{field}: {reason}.";
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}

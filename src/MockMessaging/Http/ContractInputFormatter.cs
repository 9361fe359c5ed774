using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>Reads a request body whole, keeps its bytes, and says exactly what is wrong with it.</summary>
internal sealed class ContractInputFormatter : InputFormatter
{
    private readonly JsonSerializerOptions _options;
    private readonly JsonSerializerOptions _knownNamesOnly;

    public ContractInputFormatter(JsonSerializerOptions options)
    {
        _options = options;
        _knownNamesOnly = new JsonSerializerOptions(options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/json"));
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/*+json"));
    }

    /// <summary>The usual content type is recognised without taking it apart.</summary>
    public override bool CanRead(InputFormatterContext context) =>
        string.Equals(context.HttpContext.Request.ContentType, "application/json", StringComparison.OrdinalIgnoreCase) ? CanReadType(context.ModelType) : base.CanRead(context);

    public override async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var bytes = (await RequestBody.ReadAsync(context.HttpContext).ConfigureAwait(false)).Utf8;
        return InputFormatterResult.Success(TryParse(bytes, context.ModelType) ?? ParseWithWarnings(context.HttpContext, bytes, context.ModelType));
    }

    public override Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context) => ReadAsync(context);

    protected override bool CanReadType(Type type) => _options.TryGetTypeInfo(type, out _);

    /// <summary>The usual case in one go: nothing wrong, and no name that is not documented.</summary>
    private object? TryParse(byte[] utf8, Type shape)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, _knownNamesOnly.GetTypeInfo(shape));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private object ParseWithWarnings(HttpContext context, byte[] utf8, Type shape)
    {
        var parsed = Parse(utf8, shape, _options);
        SandboxWarnings.Add(context, UnknownProperties.In(utf8, _options.GetTypeInfo(shape)));
        return parsed;
    }

    private static object Parse(byte[] utf8, Type shape, JsonSerializerOptions options)
    {
        if (utf8.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw ErrorCatalog.BodyMissing();
        }

        try
        {
            return JsonSerializer.Deserialize(utf8, options.GetTypeInfo(shape)) ?? throw ErrorCatalog.BodyMissing();
        }
        catch (JsonException failure)
        {
            throw BrokenJson(utf8) ?? ErrorCatalog.WrongValue(PathReference.Of(options.GetTypeInfo(shape), FieldOf(failure.Path)), FieldOf(failure.Path), Sentence(failure, options.GetTypeInfo(shape)), PossibleValues.Of(failure));
        }
    }

    private static ApiException? BrokenJson(byte[] utf8)
    {
        try
        {
            JsonDocument.Parse(utf8).Dispose();
            return null;
        }
        catch (JsonException failure)
        {
            return ErrorCatalog.BodyNotJson(failure.Message);
        }
    }

    /// <summary>The parser's path without its leading root: <c>$.to.phone</c> becomes <c>to.phone</c>.</summary>
    private static string FieldOf(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>What our own converters say is meant for the caller; what the serialiser says is about .NET types, so the contract is asked instead.</summary>
    private static string Sentence(JsonException failure, JsonTypeInfo shape)
    {
        var field = FieldOf(failure.Path);
        var said = failure.Message.Split(" Path: ")[0];
        var reason = said.StartsWith("The JSON value", StringComparison.Ordinal) ? $"expected {ExpectedValue.At(shape, field)}" : said;
        return field.Length == 0 ? $"The request body: {reason}." : $"{field}: {reason}.";
    }
}

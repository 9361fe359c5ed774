using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MockMessaging.Authentication;
using MockMessaging.Errors;
using MockMessaging.Fidelity;
using MockMessaging.Http;
using MockMessaging.Limits;

namespace MockMessaging.OpenApi;

/// <summary>An error that a route can return.</summary>
/// <param name="Description">When it returns the error.</param>
internal sealed record Refusal(string Status, string Description, ApiException? Example)
{
    public Refusal(ApiException example, string description)
        : this($"{example.Status}", description, example)
    {
    }
}

/// <summary>The errors of each route; most are the same for all routes.</summary>
internal static class Refusals
{
    private const string SomeId = "61f3810a02e14c0877fc1a99";
    private const string Sessions = "api/v1/session/";
    private const string Language = "api/v1/contact/prefs/lang";

    private static readonly WorkspaceLimits Limits = new();

    /// <summary>Routes of the control plane that can return 409.</summary>
    private static readonly HashSet<string> Conflicts =
    [
        "POST _sandbox/faults", "POST _sandbox/media", "POST _sandbox/outcomes", "POST _sandbox/snapshots", "POST _sandbox/traffic", "POST _sandbox/webhooks/{id}/replay", "POST _sandbox/workspaces",
        "PUT _sandbox/channels/{channelId}", "DELETE _sandbox/channels/{channelId}", "PUT _sandbox/apps/{id}", "DELETE _sandbox/apps/{id}",
        "PUT _sandbox/templates/{id}", "PATCH _sandbox/templates/{id}", "DELETE _sandbox/templates/{id}", "PUT _sandbox/vars/{key}", "DELETE _sandbox/vars/{key}",
    ];

    public static IEnumerable<Refusal> Of(ApiDescription api, bool sandbox)
    {
        var path = api.RelativePath!;
        var isScenario = path == "_sandbox/scenarios" && HttpMethods.IsPost(api.HttpMethod!);
        var hasBody = isScenario || api.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Body);
        if (BadRequest(api, path, hasBody) is { } bad)
        {
            yield return bad;
        }

        yield return IsForTheVendor(api)
            ? new Refusal(ErrorCatalog.VerifyTokenWrong(), "x-verify-token is wrong.")
            : new Refusal(ErrorCatalog.KeyMissing(), "x-api-key is missing, or this server does not accept it.");
        yield return new Refusal(
            ErrorCatalog.AppUnknown(SomeId), "x-api-id is not a client app of this key. Only if the server accepts only certain keys; else the default app is used.");
        if (!sandbox || LooksUp(path))
        {
            yield return NotFound(path);
        }

        if (sandbox && Conflicts.Contains($"{api.HttpMethod} {path}"))
        {
            yield return new Refusal(
                ErrorCatalog.Conflict("name", "The workspace holds 20 snapshots (Limits:Snapshots); DELETE /_sandbox/snapshots/{name} removes one."),
                "The workspace is not in the right state, or a limit of it is reached; `detail` says which, and what to do.");
        }

        if (hasBody)
        {
            yield return new Refusal(ErrorCatalog.WrongMethod("PUT", "/" + path, Allowed(path, api.HttpMethod!)), "The route does not have this method; the header `Allow` lists its methods.");
            yield return new Refusal(ErrorCatalog.BodyTooLarge(MostBytes(api)), "The body is larger than this server accepts.");
            yield return new Refusal(isScenario ? ErrorCatalog.ScenarioTypeWrong("text/plain") : ErrorCatalog.WrongContentType("text/plain"), $"The content type is not {(isScenario ? "application/yaml or " : "")}application/json.");
        }

        if (path == "_sandbox/media" && HttpMethods.IsPost(api.HttpMethod!))
        {
            yield return new Refusal(ErrorCatalog.MediaTooLarge(Limits.MaxMediaBytes), "The file is larger than this server accepts.");
            yield return new Refusal(ErrorCatalog.MediaTypeMissing(), "Nothing says the type of the file, or it is sent with a content encoding.");
        }

        yield return new Refusal(
            ErrorCatalog.Busy("More than 100000 changes wait for the disk (Storage:MaxWaiting)."),
            "A limit of this server is reached: too much is stored, or waits to be stored or pushed. The request had no effect; the text names the setting and says what to do.");
    }

    private static Refusal? BadRequest(ApiDescription api, string path, bool hasBody) => path switch
    {
        "_sandbox/scenarios" when hasBody => new Refusal(
            ErrorCatalog.ScenarioWrong([new PlacedProblem(3, 5, "customers[0].phon", "unknown property 'phon', did you mean 'phone'?")]),
            "Something in the scenario is wrong; `problems` has all of it, with line and column."),
        _ when hasBody => new Refusal("400", "The body is missing, is not JSON, or has an invalid value; the response names the field.", BadBody(path)),
        "api/v1/session/messages" => new Refusal("400", "sessionId is missing.", BadBody(path)),
        "api/v1/config/channels" => new Refusal(ErrorCatalog.WrongParameter("sabdnox", "sabdnox: 'maybe' is not true or false."), "A parameter has an invalid value."),
        _ when path.StartsWith("api/", StringComparison.Ordinal) => null,
        _ => new Refusal(ErrorCatalog.WrongParameter("limt", "unknown query parameter 'limt' (did you mean 'limit'?)."), "A parameter is unknown, given twice, empty, or has an invalid value; the response names it."),
    };

    private static ApiException BadBody(string path) => path switch
    {
        "api/v1/message/send" => ErrorCatalog.ChannelMissing(),
        "api/v1/config/webhook" => ErrorCatalog.IncorrectAppType("BOT"),
        Sessions + "routing" => ErrorCatalog.QueueInvalid("no_such_queue"),
        Language => FidelityProfile.Of(FidelityMode.Documented).ContactNotFound(null)!,
        _ when path.StartsWith(Sessions, StringComparison.Ordinal) => FidelityProfile.Of(FidelityMode.Documented).SessionNotFound(null),
        _ => ErrorCatalog.BodyMissing(),
    };

    private static Refusal NotFound(string path) => path switch
    {
        Language => new Refusal(ErrorCatalog.ContactNotFound(SomeId), "There is no such contact in this workspace."),
        _ when path.StartsWith(Sessions, StringComparison.Ordinal) => new Refusal(ErrorCatalog.SessionNotFound(SomeId), "There is no such session in this workspace."),
        _ when path.StartsWith('_') => new Refusal(ErrorCatalog.Unknown("message", SomeId, "GET /_sandbox/messages"), "The workspace has nothing with this id or name."),
        _ => new Refusal(
            ErrorCatalog.UnknownRoute(HttpMethods.Get, "/api/v1/nowhere"), "Listed by the vendor. This route never returns it; an unknown path does."),
    };

    private static bool LooksUp(string path) => path.Contains('{', StringComparison.Ordinal) || path == "_sandbox/wait/status";

    private static bool IsForTheVendor(ApiDescription api) => api.ActionDescriptor.EndpointMetadata.OfType<ApiKeyAttribute>().Last().Optional;

    private static string Allowed(string path, string method) => path == Sessions + "messages" ? "GET, POST" : method;

    private static int MostBytes(ApiDescription api) =>
        api.ActionDescriptor.EndpointMetadata.OfType<LargeBodyAttribute>().Any() ? LargeBodyAttribute.MaxBytes : Limits.MaxBodyBytes;
}

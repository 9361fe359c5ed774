using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Configuration;

/// <summary>Channels, variables, templates and the webhook of the account.</summary>
[ApiController]
[ApiKey]
[Tags("Configuration")]
[Route("api/v1/config")]
internal sealed class ConfigController : ContractController
{
    /// <summary>Channels List</summary>
    /// <remarks>All channels, also disabled ones, sorted by id. Sandbox channels are listed only on request.</remarks>
    /// <param name="sabdnox">True: sandbox channels are listed too. The vendor's spelling.</param>
    /// <param name="sandbox">The same in the usual spelling.</param>
    [HttpGet("channels", Name = "ListChannels")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<MsgChannel>>(StatusCodes.Status200OK)]
    public IActionResult ListChannels([FromQuery] bool sabdnox = false, [FromQuery] bool sandbox = false) =>
        Compact(Workspace.Read(state => ConfigReader.Channels(state, sabdnox || sandbox)), []);

    /// <summary>Global Vars</summary>
    /// <remarks>The company's variables, for templates: `{{global.key}}`.</remarks>
    /// <param name="channelId">Variables belong to the company, not to a channel: in fidelity Documented it has no effect, in Production the list is then empty.</param>
    [HttpGet("global/vars", Name = "ListGlobalVars")]
    [ProducesResponseType<ApiResponse<CompanyVarsConfigDoc>>(StatusCodes.Status200OK)]
    public IActionResult ListGlobalVars([FromQuery] string? channelId = null) => Full(Workspace.Read(state => ConfigReader.Variables(state, channelId)), []);

    /// <summary>HSM Templates</summary>
    /// <remarks>All templates; with a channel or a status, only those with an approval row that matches.</remarks>
    /// <param name="channelId">Only templates with a row for this channel.</param>
    /// <param name="channelStatus">Only templates with a row of this status: APPROVED, PENDING, REJECTED or DELETED.</param>
    [HttpGet("tmpl/hsm", Name = "ListTemplates")]
    [ProducesResponseType<ApiResponse<HSMTemplateDoc>>(StatusCodes.Status200OK)]
    public IActionResult ListTemplates([FromQuery] string? channelId = null, [FromQuery] string? channelStatus = null) =>
        Full(Workspace.Read(state => ConfigReader.Templates(state, channelId, channelStatus)), []);

    /// <summary>Set Webhook</summary>
    /// <remarks>Registers the URL for the pushes of the acting app, exactly as given. http works as well as https. An empty URL stops the pushes.</remarks>
    /// <param name="request">The URL.</param>
    [HttpPost("webhook", Name = "SetWebhook")]
    [ProducesResponseType<ApiResponse<ClientApp>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> SetWebhook([FromBody] WebhookUrlRequest request)
    {
        var app = await Acting.ExecuteAsync(transaction => WebhookRegistration.Set(transaction, Acting.ActingApp(transaction.State), request.Url)).ConfigureAwait(false);
        SandboxWarnings.Add(HttpContext, WebhookRegistration.WarningsOf(request.Url));
        return Full([app], new JsonObject { ["url"] = request.Url, ["forward"] = null });
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>Messages with links, on a server that fetches them from a host with files of all kinds.</summary>
internal static class Fetching
{
    public static readonly string[] UsualLadder = ["SENT", "DLVRD", "READ"];

    public static async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        switch (context.Request.Path.Value)
        {
            case "/moved":
                response.Redirect("/lamp.png");
                break;
            case "/round":
                response.Redirect("/round");
                break;
            case "/missing":
                response.StatusCode = 404;
                break;
            case "/large":
                response.ContentLength = 4_096;
                await response.Body.WriteAsync(new byte[4_096]);
                break;
            case "/endless":
                await response.Body.WriteAsync(new byte[4_096]);
                break;
            case "/cut":
                response.ContentLength = 1_000;
                await response.Body.WriteAsync(new byte[10]);
                await response.Body.FlushAsync();
                context.Abort();
                break;
            case "/silent":
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
                break;
            case "/empty":
                break;
            default:
                response.ContentType = "image/png";
                await response.Body.WriteAsync(Downloads.Pixel);
                break;
        }
    }

    public static async Task<(TestWorkspace Workspace, InProcessServer Server)> StartAsync(params (string Name, string Value)[] settings)
    {
        var own = await MockServer.StartAsync([("Media:FetchOutbound", "true"), .. settings]);
        var workspace = new TestWorkspace(own.BaseAddress, "fetch");
        await workspace.FreezeAsync();
        return (workspace, own);
    }

    public static JsonObject Image(string link) => new()
    {
        ["channelId"] = TestWorkspace.WhatsApp,
        ["to"] = new JsonObject { ["phone"] = TestWorkspace.Phone },
        ["type"] = "image",
        ["image"] = new JsonObject { ["link"] = link },
    };

    /// <summary>Sends a picture and lets its whole plan happen.</summary>
    public static async Task<JsonNode> SentAsync(TestWorkspace workspace, string link)
    {
        var id = await workspace.SendAsync(Image(link));
        await workspace.AdvanceAsync();
        return await MessageAsync(workspace, id);
    }

    public static async Task<JsonNode> MessageAsync(TestWorkspace workspace, string id) => (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;

    public static IEnumerable<string> Statuses(JsonNode message) =>
        message["timeline"]!.AsArray().Where(entry => (string?)entry!["what"] == "status").Select(entry => (string)entry!["status"]!).Where(status => status != "INIT");
}

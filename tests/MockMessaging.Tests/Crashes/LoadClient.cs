using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Crashes;

/// <summary>Sends one message after the other, and writes down what was acknowledged and when.</summary>
internal sealed class LoadClient(TestWorkspace workspace, string name, string? webhook, Action acknowledged)
{
    private const int MessagesAContact = 10;
    private const int MessagesARegistration = 25;

    private readonly List<SentMessage> _sent = [];

    /// <summary>In the order they were sent.</summary>
    public IReadOnlyList<SentMessage> Sent => _sent;

    /// <summary>The webhooks whose registration was acknowledged, and the one that was not yet.</summary>
    public (string? Acknowledged, string? UnderWay) Webhook { get; private set; }

    /// <summary>The answer that ended it; none where the server was gone.</summary>
    public Answer? Refusal { get; private set; }

    /// <summary>Sends until the server is gone or refuses.</summary>
    public async Task RunAsync()
    {
        try
        {
            for (var number = 0; Refusal is null; number++)
            {
                if (webhook is not null && number % MessagesARegistration == 0)
                {
                    await RegisterAsync(string.Create(CultureInfo.InvariantCulture, $"{webhook}/{name}/{number}"));
                }

                await SendAsync(number);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }

    private async Task RegisterAsync(string url)
    {
        Webhook = (Webhook.Acknowledged, url);
        if (IsTaken(await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = url })))
        {
            Webhook = (url, null);
        }
    }

    private async Task SendAsync(int number)
    {
        var answer = await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text(string.Create(CultureInfo.InvariantCulture, $"+91{name}{1_000 + (number / MessagesAContact)}77"), "Hello"));
        if (!IsTaken(answer))
        {
            return;
        }

        var sent = new SentMessage((string)answer.Results[0]!["id"]!, Stopwatch.GetTimestamp());
        _sent.Add(sent);
        acknowledged();
        if (number % MessagesAContact == 3
            && IsTaken(await workspace.PostAsync($"/_sandbox/messages/{sent.Id}/status", new JsonObject { ["status"] = "FAILD" })))
        {
            _sent[^1] = sent with { Forced = true };
        }
    }

    private bool IsTaken(Answer answer)
    {
        Refusal = answer.Status == HttpStatusCode.OK ? null : answer;
        return Refusal is null;
    }
}

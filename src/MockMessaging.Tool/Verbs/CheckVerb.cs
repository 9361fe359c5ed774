using System.Globalization;
using System.Text.Json.Nodes;
using MockMessaging.Client;
using MockMessaging.Time;

namespace MockMessaging.Tool.Verbs;

/// <summary>Says if a sandbox works as its user expects, and what to do if not.</summary>
internal static class CheckVerb
{
    private const int MostDue = 3;

    private enum Level
    {
        Ok,
        Note,
        Wrong,
    }

    public static Verb Create(Surroundings surroundings, CommonOptions common)
    {
        var verb = new Verb(
            "check", "says if server, key and webhook work, and what waits and why; it sends an empty push to the webhook", "check", "check --server http://sandbox:8080 --key my-key --json");
        verb.SetAction(async (parsed, cancelled) =>
        {
            var findings = await FindAsync(common.Workspace(parsed), cancelled).ConfigureAwait(false);
            var wrong = findings.Exists(finding => finding.Level == Level.Wrong);
            if (common.Json(parsed))
            {
                surroundings.Write(Lines.Json(new JsonObject
                {
                    ["ok"] = !wrong,
                    ["findings"] = new JsonArray([.. findings.Select(finding => new JsonObject { ["level"] = Word(finding.Level), ["what"] = finding.What, ["text"] = finding.Text })]),
                }));
            }
            else
            {
                findings.ForEach(finding => surroundings.Write($"{Word(finding.Level),-5}  {finding.What,-8}  {finding.Text}", finding.Level == Level.Wrong));
            }

            return wrong ? ExitCode.Refused : ExitCode.Done;
        });
        return verb;
    }

    private static string Word(Level level) => level.ToString().ToLowerInvariant();

    private static async Task<List<Finding>> FindAsync(SandboxWorkspace workspace, CancellationToken cancelled)
    {
        var findings = new List<Finding>();
        using (var health = await workspace.HttpClient.GetAsync(new Uri("/healthz/ready", UriKind.Relative), cancelled).ConfigureAwait(false))
        {
            if (!health.IsSuccessStatusCode)
            {
                var reason = await health.Content.ReadAsStringAsync(cancelled).ConfigureAwait(false);
                return [new(Level.Wrong, "server", $"{workspace.BaseAddress} is not ready: {(int)health.StatusCode} {(reason.Length is > 0 and < 300 ? reason : "")}")];
            }
        }

        Control.WorkspaceView view;
        try
        {
            view = await workspace.GetAsync(cancelled).ConfigureAwait(false);
        }
        catch (SandboxException refusal)
        {
            return [new(Level.Ok, "server", $"{workspace.BaseAddress} responds"), new(Level.Wrong, "key", $"not accepted: {refusal.Detail}")];
        }

        findings.Add(new(Level.Ok, "server", $"{workspace.BaseAddress}, version {view.Server.Version}, stores in {(view.Server.Storage == "file" ? "a file" : "memory")}"));
        findings.Add(new(Level.Ok, "key", $"{workspace.Key} is accepted; {Count(view.Messages, "message")} of {Count(view.Contacts, "contact")}"));
        findings.Add(await WebhookAsync(workspace, view, cancelled).ConfigureAwait(false));
        await AddClockAsync(findings, workspace, view, cancelled).ConfigureAwait(false);
        await AddFaultsAsync(findings, workspace, cancelled).ConfigureAwait(false);
        await AddReceiversAsync(findings, workspace, cancelled).ConfigureAwait(false);
        findings.AddRange(view.Limits.Where(limit => limit.Held >= limit.Most).Select(limit =>
            new Finding(Level.Note, "limit", $"{limit.What}: {limit.Held} of {limit.Most}; {limit.Setting} raises it, DELETE /_sandbox/workspace resets the workspace")));
        return findings;
    }

    private static async Task<Finding> WebhookAsync(SandboxWorkspace workspace, Control.WorkspaceView view, CancellationToken cancelled)
    {
        if (view.Apps.FirstOrDefault(app => app.Default) is { Webhook: null })
        {
            return new(Level.Note, "webhook", "none is registered, so pushes are only in the outbox. Register one with POST /api/v1/config/webhook, or run mock-messaging listen --forward URL");
        }

        var check = await workspace.Pushes.CheckAsync(cancelled).ConfigureAwait(false);
        return check.Ok
            ? new(Level.Ok, "webhook", string.Create(CultureInfo.InvariantCulture, $"{check.Url} accepted a push in {check.DurationMs:0} ms"))
            : new(Level.Wrong, "webhook", $"{check.Url}: {check.Cause}");
    }

    private static async Task AddClockAsync(List<Finding> findings, SandboxWorkspace workspace, Control.WorkspaceView view, CancellationToken cancelled)
    {
        var (clock, text) = (view.Clock, $"{view.Clock.Mode.ToString().ToLowerInvariant()}, {Lines.Time(view.Clock.Now)}");
        if (clock.Mode == ClockMode.Frozen)
        {
            findings.Add(new(Level.Note, "clock", $"{text}; {Count(clock.PendingTimers, "timer")} due when it moves: POST /_sandbox/clock/advance, or PUT /_sandbox/clock with {{\"mode\":\"real\"}}"));
        }
        else
        {
            findings.Add(new(Level.Ok, "clock", text));
        }

        var due = await workspace.Clock.DueAsync(MostDue, cancelled).ConfigureAwait(false);
        findings.AddRange(due.Due.Select(item => new Finding(
            Level.Note, "due", Lines.Words(Lines.Time(item.Due), item.What, item.Status, item.MessageId is { } id ? $"of message {id}" : null, item.ContactId, item.Detail))));
        if (due.Total > due.Due.Count)
        {
            findings.Add(new(Level.Note, "due", $"and {due.Total - due.Due.Count} more: GET /_sandbox/clock/due"));
        }
    }

    private static async Task AddFaultsAsync(List<Finding> findings, SandboxWorkspace workspace, CancellationToken cancelled)
    {
        var active = (await workspace.Faults.ListAsync(cancellationToken: cancelled).ConfigureAwait(false)).Faults.Where(fault => fault is { Spent: false, Paused: false }).ToList();
        findings.AddRange(active.Select(fault => new Finding(
            Level.Note, "fault", $"{fault.Name} hits {fault.Strikes}{(fault.Remaining is { } left ? $", {left} more" : "")}; so far {fault.Struck} of {fault.Seen}. DELETE /_sandbox/faults/{fault.Name} removes it")));
    }

    private static async Task AddReceiversAsync(List<Finding> findings, SandboxWorkspace workspace, CancellationToken cancelled)
    {
        var receivers = (await workspace.Pushes.ListAsync(limit: 1, newestFirst: true, cancellationToken: cancelled).ConfigureAwait(false)).Receivers;
        foreach (var receiver in receivers.Where(receiver => receiver.Waiting + receiver.UnderWay > 0))
        {
            findings.Add(new(
                receiver.RefusesSends ? Level.Wrong : Level.Note,
                "pushes",
                Lines.Words($"{receiver.Waiting + receiver.UnderWay} for {receiver.Url} are not delivered yet", receiver.OldestAt is { } oldest ? $"since {Lines.Time(oldest)}" : null, receiver.LastFailure is { } why ? $"- {why}" : null)));
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private sealed record Finding(Level Level, string What, string Text);
}

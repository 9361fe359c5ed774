using System.CommandLine;

namespace MockMessaging.Tool.Verbs;

/// <summary>Waits until something has happened.</summary>
internal static class WaitVerb
{
    public static Verb Create(Surroundings surroundings, CommonOptions common) => new("wait", "waits until a message has a status, a push is delivered, or nothing is left to happen")
    {
        Status(surroundings, common),
        Push(surroundings, common),
        Idle(surroundings, common),
    };

    private static Verb Status(Surroundings surroundings, CommonOptions common)
    {
        var id = new Argument<string>("MESSAGE_ID") { Description = "id of the message, from the response of message/send" };
        var status = new Argument<string>("STATUS") { Description = "the status, such as DLVRD or READ" };
        var timeout = Timeout();
        var verb = new Verb("status", "Waits until a message has had a status; returns at once if it has had it already.", "wait status 6b0918f4db1d9d2115000003 READ --timeout 10s")
        {
            id, status, timeout,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var wanted = Words.Status(parsed.GetRequiredValue(status));
            var message = await common.Workspace(parsed).WaitForAsync(parsed.GetRequiredValue(id), wanted, Lines.Span(parsed.GetValue(timeout), "--timeout"), cancelled).ConfigureAwait(false);
            surroundings.Write(common.Json(parsed) ? Lines.Json(message) : $"message {message.Id} to {message.ContactId} has been {parsed.GetValue(status)!.ToUpperInvariant()}; now {message.Status}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Push(Surroundings surroundings, CommonOptions common)
    {
        var push = new Argument<string>("PUSH") { Description = "messages, statuses, events or raw; a status, an event code or a message type; or any" };
        var message = new Option<string?>("--message") { HelpName = "MESSAGE_ID", Description = "only a push about this message" };
        var contact = new Option<string?>("--contact") { HelpName = "CONTACT_ID", Description = "only a push about this contact" };
        var timeout = Timeout();
        var verb = new Verb("push", "Waits until the webhook has accepted a push; returns at once if it has done so already.", "wait push READ --message 6b0918f4db1d9d2115000003")
        {
            push, message, contact, timeout,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var delivered = await common.Workspace(parsed).WaitForPushAsync(
                parsed.GetRequiredValue(push), parsed.GetValue(message), parsed.GetValue(contact), Lines.Span(parsed.GetValue(timeout), "--timeout"), cancelled).ConfigureAwait(false);
            surroundings.Write(common.Json(parsed) ? Lines.Json(delivered) : Lines.Of(delivered));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Idle(Surroundings surroundings, CommonOptions common)
    {
        var timeout = Timeout();
        var verb = new Verb("idle", "Waits until no timer and no push is pending.", "wait idle --timeout 1m") { timeout };
        verb.SetAction(async (parsed, cancelled) =>
        {
            await common.Workspace(parsed).WaitUntilIdleAsync(Lines.Span(parsed.GetValue(timeout), "--timeout"), cancelled).ConfigureAwait(false);
            surroundings.Write(common.Json(parsed) ? """{"idle":true}""" : "nothing is pending");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Option<string?> Timeout() => new("--timeout") { HelpName = "TIME", Description = "how long to wait, such as 500ms, 10s, 2m or PT10S; at most 5m (default 5s)" };
}

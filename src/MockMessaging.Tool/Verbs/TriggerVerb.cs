using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Conversations;

namespace MockMessaging.Tool.Verbs;

/// <summary>Makes something happen: a customer's message, a status, or a push with a body of one's own.</summary>
internal static class TriggerVerb
{
    /// <summary>How long it waits for the push, to print what became of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Verb Create(Surroundings surroundings, CommonOptions common) => new("trigger", "makes something happen: a customer writes, a message takes a status, a push is sent")
    {
        Inbound(surroundings, common),
        Status(surroundings, common),
        Push(surroundings, common),
    };

    private static Verb Inbound(Surroundings surroundings, CommonOptions common)
    {
        var phone = new Option<string?>("--from") { HelpName = "PHONE", Description = "phone of the customer (default: a new customer)" };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "name of the customer" };
        var contact = new Option<string?>("--contact") { HelpName = "CONTACT_ID", Description = "a known contact instead of a phone" };
        var channel = new Option<string?>("--channel") { HelpName = "CHANNEL_ID", Description = "channel of the message (default: the first one)" };
        var text = new Option<string?>("--text") { HelpName = "TEXT", Description = "text of the message, or below the file" };
        var image = new Option<string?>("--image") { HelpName = "FILE|URL", Arity = ArgumentArity.ZeroOrOne, Description = "a picture: uploads the file, or links to the URL (default: a sample)" };
        var document = new Option<string?>("--document") { HelpName = "FILE|URL", Arity = ArgumentArity.ZeroOrOne, Description = "a document, as for --image" };
        var button = new Option<string?>("--button") { HelpName = "LABEL", Description = "the button that the customer presses" };
        var body = Body("the message as JSON, as POST /_sandbox/inbound takes it; replaces all other options");
        var verb = new Verb(
            "inbound",
            "A customer writes. What you leave out is made up.",
            "trigger inbound --from +919988776655 --text \"Where is my order?\"",
            "trigger inbound --from +919988776655 --image broken-lamp.jpg --text \"It arrived like this\"",
            "trigger inbound --body message.json")
        {
            phone, name, contact, channel, text, image, document, button, body,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var workspace = common.Workspace(parsed);
            InboundAnswer answer;
            if (parsed.GetValue(body) is { } file)
            {
                answer = await workspace.Inbound.SendJsonAsync(await ReadAsync(file, surroundings, cancelled).ConfigureAwait(false) as JsonObject
                    ?? throw new WrongArgumentsException($"--body: {file} must have a JSON object."), Patience, cancelled).ConfigureAwait(false);
            }
            else
            {
                var caption = parsed.GetValue(text);
                var picture = await MediaAsync(workspace, parsed, image, caption, cancelled).ConfigureAwait(false);
                var paper = await MediaAsync(workspace, parsed, document, caption, cancelled).ConfigureAwait(false);
                answer = await workspace.Inbound.SendAsync(
                    new CustomerMessage
                    {
                        ChannelId = parsed.GetValue(channel),
                        From = new CustomerAddress { Phone = parsed.GetValue(phone), Name = parsed.GetValue(name), ContactId = parsed.GetValue(contact) },
                        Text = caption is { } && picture is null && paper is null ? new OutBoundMsgText { Body = caption } : null,
                        Image = picture,
                        Document = paper,
                        Reply = parsed.GetValue(button) is { } label ? new CustomerReply { Title = label } : null,
                    },
                    Patience,
                    cancelled).ConfigureAwait(false);
            }

            if (common.Json(parsed))
            {
                surroundings.Write(Lines.Json(answer));
                return ExitCode.Done;
            }

            foreach (var push in answer.Pushes ?? [answer.Push])
            {
                surroundings.Write($"message {push.MessageId} from {push.ContactId}: {Lines.Of(push)}");
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Status(Surroundings surroundings, CommonOptions common)
    {
        var id = new Argument<string>("MESSAGE_ID") { Description = "id of the message, from the response of message/send" };
        var status = new Argument<string>("STATUS") { Description = "SENT, DLVRD, READ, FAILD, DELTD, CCWIN, LIMIT, BLCKD, SENT_ERR or SENT_EXC" };
        var error = new Option<string?>("--error") { HelpName = "CODE", Description = "for a failure: the provider's error code, such as 131026" };
        var verb = new Verb(
            "status", "A message takes a status, which is pushed. This ends its planned outcome.", "trigger status 6b0918f4db1d9d2115000003 DLVRD", "trigger status 6b0918f4db1d9d2115000003 FAILD --error 131026")
        {
            id, status, error,
        };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var workspace = common.Workspace(parsed);
            var wanted = Words.Status(parsed.GetRequiredValue(status));
            var code = parsed.GetValue(error);
            var message = await workspace.Messages.ForceStatusAsync(
                parsed.GetRequiredValue(id), wanted, code is null ? null : new ErrorRequest { Code = code }, Patience, cancelled).ConfigureAwait(false);
            surroundings.Write(common.Json(parsed) ? Lines.Json(message) : $"message {message.Id} to {message.ContactId} is {message.Status}");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Push(Surroundings surroundings, CommonOptions common)
    {
        var app = new Option<string?>("--app") { HelpName = "APP", Description = "id or queue code of the client app (default: the workspace's default app)" };
        var contact = new Option<string?>("--contact") { HelpName = "CONTACT_ID", Description = "keeps its order among the pushes of this contact" };
        var body = Body("the JSON to push");
        var verb = new Verb(
            "push", "Sends any JSON to the webhook of a client app.", "trigger push --app my_bot --body push.json", "trigger push --body - < push.json")
        {
            app, contact, body,
        };
        body.Required = true;
        verb.SetAction(async (parsed, cancelled) =>
        {
            var workspace = common.Workspace(parsed);
            var file = parsed.GetRequiredValue(body)!;
            var json = await ReadAsync(file, surroundings, cancelled).ConfigureAwait(false) ?? throw new WrongArgumentsException($"--body: {file} must not be null.");
            var push = await workspace.Pushes.SendAsync(json, parsed.GetValue(app), parsed.GetValue(contact), Patience, cancelled).ConfigureAwait(false);
            surroundings.Write(common.Json(parsed) ? Lines.Json(push) : Lines.Of(push));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Option<string?> Body(string what) => new("--body") { HelpName = "FILE", Description = $"{what}; - reads standard input" };

    private static async Task<JsonNode?> ReadAsync(string file, Surroundings surroundings, CancellationToken cancelled)
    {
        var text = file == "-" ? await surroundings.In.ReadToEndAsync(cancelled).ConfigureAwait(false) : System.Text.Encoding.UTF8.GetString(await Files.ReadAsync(file, "--body", cancelled).ConfigureAwait(false));
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new WrongArgumentsException($"--body: {file} is not JSON: {wrong.Message}");
        }
    }

    /// <summary>Null if the option was not given.</summary>
    private static async Task<CustomerMedia?> MediaAsync(SandboxWorkspace workspace, ParseResult parsed, Option<string?> option, string? caption, CancellationToken cancelled)
    {
        switch (parsed.GetResult(option), parsed.GetValue(option))
        {
            case (null, _):
                return null;
            case (_, null):
                return new CustomerMedia { Caption = caption };
            case (_, { } link) when link.Contains("://", StringComparison.Ordinal):
                return new CustomerMedia { Caption = caption, Link = link };
            case (_, { } file):
                var bytes = await Files.ReadAsync(file, option.Name, cancelled).ConfigureAwait(false);
                var upload = await workspace.Media.UploadAsync(bytes, Files.TypeOf(file), Path.GetFileName(file), cancelled).ConfigureAwait(false);
                return new CustomerMedia { Caption = caption, MediaId = upload.Id };
        }
    }
}

/// <summary>Words of the vendor in arguments.</summary>
internal static class Words
{
    public static MessageStatus Status(string word) => WireNames.Parse<MessageStatus>(word)
        ?? throw new WrongArgumentsException($"'{word}' is not a status{(NearestName.Of(word, WireNames.All<MessageStatus>()) is { } meant ? $"; did you mean {meant}?" : ", such as SENT, DLVRD or READ.")}");
}

/// <summary>Files in arguments.</summary>
internal static class Files
{
    public static async Task<byte[]> ReadAsync(string file, string option, CancellationToken cancelled)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancelled).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentsException($"{option}: {failure.Message}");
        }
    }

    public static string TypeOf(string file) =>
        new Microsoft.AspNetCore.StaticFiles.FileExtensionContentTypeProvider().TryGetContentType(file, out var type) ? type : "application/octet-stream";
}

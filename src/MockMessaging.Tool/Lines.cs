using System.Globalization;
using System.Text.Json;
using System.Xml;
using MockMessaging.Client;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Tool;

/// <summary>Texts that several verbs write and read.</summary>
internal static class Lines
{
    private const int LongestText = 80;

    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    public static string Json<T>(T shape) => JsonSerializer.Serialize(shape, ControlJsonOptions.Wire.TypeInfo<T>());

    /// <summary>Without the request, which a user of a verb does not know.</summary>
    public static string Of(SandboxException refusal) => string.Join(
        Environment.NewLine,
        [$"{(int)refusal.Status} {refusal.Title}: {refusal.Detail}", .. refusal.Pending.Select(item => "  pending: " + Of(item))]);

    public static string Of(PendingItem item) => Words(
        item.What, item.Status, item.MessageId is { } id ? $"of message {id}" : null, item.Due is { } due ? $"due {Time(due)}" : null, item.Detail);

    public static string Of(PushView push) => Words(
        $"push {push.Subject}",
        push.State,
        push.Status is { } status ? $"({status})" : null,
        push.Url is { Length: > 0 } url ? $"to {url}" : null,
        (push.Error ?? push.Reason) is { } why ? $"- {why}" : null);

    public static string Time(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string Words(params string?[] words) => string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));

    /// <summary>In one line of limited length, in quotation marks.</summary>
    public static string? Quoted(string? text) =>
        text is null ? null : $"\"{(text.Length > LongestText ? text[..LongestText] + "…" : text).ReplaceLineEndings(" ")}\"";

    /// <summary>Reads a span of time, such as 5s, 500ms, 2m or PT5S.</summary>
    public static TimeSpan? Span(string? given, string option)
    {
        if (given is null)
        {
            return null;
        }

        foreach (var (unit, seconds) in Units)
        {
            if (given.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(given[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return TimeSpan.FromSeconds(number * seconds);
            }
        }

        try
        {
            return XmlConvert.ToTimeSpan(given);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            throw new WrongArgumentsException($"{option}: '{given}' is not a time such as 5s, 500ms, 2m or PT5S.");
        }
    }
}

using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>What only some messages have.</summary>
internal sealed class MessageDetails
{
    /// <summary>The template's text with its placeholders filled.</summary>
    public string? RenderedText { get; set; }

    public string? TemplateId { get; set; }

    public string? TemplateCode { get; set; }

    /// <summary>Name given for this message only.</summary>
    public string? Name { get; set; }

    /// <summary>The message this one repeats.</summary>
    public string? ResendOf { get; set; }

    /// <summary>Reasons that do not follow from the plan.</summary>
    public List<string>? Logs { get; set; }

    /// <summary>Options, header, footer and attachments that came from the template.</summary>
    public JsonObject? FromTemplate { get; set; }

    /// <summary>Contact cards a customer shared; the pushed message has only their names.</summary>
    public IReadOnlyList<CommonMsgContactCard>? Cards { get; set; }

    /// <summary>How many stages of its plan happen at all, where somebody else took over from there.</summary>
    public int? StagesLeft { get; set; }

    /// <summary>The trace of the call that sent it, which its statuses are told under.</summary>
    public TraceContext? Trace { get; set; }

    /// <summary>Status changes the plan did not foresee.</summary>
    public List<StatusChange>? Departures { get; set; }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Templates;

/// <summary>A filled template, or the reason why it is not sent.</summary>
internal sealed record TemplateOutcome(HSMTemplateDoc? Template, string? Text, JsonObject? Extras, string? Refusal = null, MessageStatus? RefusedAs = null);

/// <summary>Selects, checks and fills a template for one contact.</summary>
internal sealed class TemplatePreparation(TemplateRenderer renderer)
{
    public TemplateOutcome Prepare(WorkspaceState state, CommonTemplateMeta wanted, Contact contact, string? name, long nowMs)
    {
        if (TemplateSelector.Select(state.Templates, wanted, contact.Lang) is not { } template)
        {
            return new TemplateOutcome(null, null, null, $"Template not found: {wanted.Id ?? wanted.Code}", MessageStatus.SentErr);
        }

        // Inside the care window a template is sent as free text and needs no approval.
        var approval = template.Approved?.FirstOrDefault(row => row.ChannelId == contact.ChannelId)?.Status;
        if (approval is not (null or "APPROVED" or "DELETED") && !contact.IsInCareWindow(nowMs))
        {
            var reason = state.Configuration.NoteOf(template.Id!, contact.ChannelId)?.Reason;
            return new TemplateOutcome(
                template, null, null, $"Template not approved: {template.Code} ({template.Lang}) is {approval} on {contact.ChannelId}{(reason is null ? "" : ": " + reason)}", MessageStatus.SentErr);
        }

        var model = TemplateRenderer.Model(wanted.Data, contact, name, state.Variables);
        try
        {
            return new TemplateOutcome(template, renderer.Render(template.Template ?? template.Body, model), Extras(template, model));
        }
        catch (HandlebarsException failure)
        {
            return new TemplateOutcome(template, null, null, $"Template cannot be filled: {template.Code} ({template.Lang}): {failure.Message}", MessageStatus.SentExc);
        }
    }

    /// <summary>Parts of the template, besides the text, that become parts of the message.</summary>
    private JsonObject Extras(HSMTemplateDoc template, object model)
    {
        var extras = new JsonObject();
        Add("title", renderer.Render(template.Title, model));
        Add("header", renderer.Render(template.Header, model));
        Add("footer", renderer.Render(template.Footer, model));
        if (template.Options?["buttons"] is { } buttons)
        {
            extras["buttons"] = buttons.DeepClone();
        }

        if (template.Attachments is { Count: > 0 } attachments)
        {
            extras["attachments"] = new JsonArray([.. attachments.Select(item => JsonSerializer.SerializeToNode(item, ContractJsonOptions.Sparse.TypeInfo<Attachment>()))]);
        }

        return extras;

        void Add(string key, string text)
        {
            if (text.Length > 0)
            {
                extras[key] = text;
            }
        }
    }
}

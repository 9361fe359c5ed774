using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Templates;

/// <summary>Selects, checks and fills a template for one contact.</summary>
internal sealed class TemplatePreparation(TemplateRenderer renderer)
{
    public TemplateOutcome Prepare(WorkspaceState state, CommonTemplateMeta wanted, Contact contact, string? name, long nowMs)
    {
        if (TemplateSelector.Select(state.Templates, wanted, contact.Lang) is not { } template)
        {
            return new TemplateOutcome(null, null, null, $"Template not found: {wanted.Id ?? wanted.Code}", MessageStatus.SentErr);
        }

        // Inside the care window a template is free text like any other and needs nobody's approval.
        if (!contact.IsInCareWindow(nowMs) && TemplateApproval.Obstacle(template, contact.ChannelId) is { } status)
        {
            return new TemplateOutcome(template, null, null, $"Template not approved: {template.Code} ({template.Lang}) is {status} on {contact.ChannelId}", MessageStatus.SentErr);
        }

        var model = TemplateRenderer.Model(wanted.Data, contact, name, state.Variables);
        try
        {
            return new TemplateOutcome(template, renderer.Render(template.Template ?? template.Body, model), Extras(template, model), null);
        }
        catch (HandlebarsException failure)
        {
            return new TemplateOutcome(template, null, null, $"Template cannot be filled: {template.Code} ({template.Lang}): {failure.Message}", MessageStatus.SentExc);
        }
    }

    /// <summary>What the message takes over from the template beside its text.</summary>
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

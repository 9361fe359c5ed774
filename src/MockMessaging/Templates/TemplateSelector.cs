using MockMessaging.Contract;

namespace MockMessaging.Templates;

/// <summary>Picks a template as production does: an id wins; else the code, in the first language there is.</summary>
internal static class TemplateSelector
{
    private const string Fallback = "en";

    public static HSMTemplateDoc? Select(IReadOnlyList<HSMTemplateDoc> templates, CommonTemplateMeta wanted, string? preferredLang)
    {
        if (!string.IsNullOrEmpty(wanted.Id))
        {
            return templates.FirstOrDefault(template => template.Id == wanted.Id);
        }

        var ofCode = templates.Where(template => template.Code == wanted.Code).ToList();
        return Languages(wanted.Lang, preferredLang)
            .Select(lang => ofCode.FirstOrDefault(template => string.Equals(template.Lang, lang, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(template => template is not null);
    }

    private static IEnumerable<string> Languages(string? given, string? preferred)
    {
        foreach (var lang in new[] { given, preferred, Fallback })
        {
            if (!string.IsNullOrEmpty(lang))
            {
                yield return lang;
                yield return lang.Split('_', '-')[0];
            }
        }
    }
}

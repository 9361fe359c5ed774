using MockMessaging.Contract;

namespace MockMessaging.Templates;

/// <summary>Selects a template as production does: by id if one is given, else by code in the first language that has it.</summary>
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

    /// <summary>A warning if the template is not in the requested language, since the provider would not find it; else null.</summary>
    public static string? OtherLanguage(CommonTemplateMeta wanted, HSMTemplateDoc? taken) =>
        taken is null || !string.IsNullOrEmpty(wanted.Id) || string.IsNullOrEmpty(wanted.Lang) || string.Equals(wanted.Lang, taken.Lang, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"template.lang: there is no template '{wanted.Code}' in '{wanted.Lang}', so '{taken.Lang}' was taken";

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

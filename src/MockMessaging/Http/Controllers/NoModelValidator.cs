using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace MockMessaging.Http;

/// <summary>Skips validation: shapes have no validation attributes, and a walk through them costs as much as reading them.</summary>
internal sealed class NoModelValidator : IObjectModelValidator
{
    public void Validate(ActionContext actionContext, ValidationStateDictionary? validationState, string prefix, object? model)
    {
        if (actionContext.ModelState.TryGetValue(prefix, out var entry) && entry.ValidationState == ModelValidationState.Unvalidated)
        {
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }
}

/// <summary>Keeps a blank path segment or parameter as an empty string; MVC would make it null, which actions do not expect.</summary>
internal sealed class ValuesAsGiven : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}

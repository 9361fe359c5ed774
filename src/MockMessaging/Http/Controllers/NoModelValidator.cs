using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace MockMessaging.Http;

/// <summary>Shapes carry no rules of their own, and walking through them to find none takes as long as reading them.</summary>
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

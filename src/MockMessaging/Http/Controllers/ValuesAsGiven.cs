using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace MockMessaging.Http;

/// <summary>Leaves a blank path segment or parameter as it is; MVC would hand on null, which the code behind a path segment does not expect.</summary>
internal sealed class ValuesAsGiven : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}

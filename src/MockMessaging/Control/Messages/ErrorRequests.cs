using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class ErrorRequests
{
    extension(ErrorRequest request)
    {
        public ReportError Parsed()
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                throw ErrorCatalog.Impossible("error.code", "error.code is missing: give the provider's code, such as 470.");
            }

            var known = Delivery.ProviderErrors.Find(request.Code);
            return new ReportError(request.Code, request.Title ?? known?.Title ?? "Failed.", request.Details ?? known?.Details, request.Href ?? known?.Href);
        }
    }
}

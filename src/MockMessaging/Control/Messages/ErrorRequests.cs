using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class ErrorRequests
{
    extension(ErrorRequest request)
    {
        /// <param name="place">Path of the owner, for errors; empty or ending with a point.</param>
        public ReportError Parsed(string place = "")
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                throw ErrorCatalog.Impossible(place + "error.code", $"{place}error.code is missing: give the provider's code, such as 470.");
            }

            var known = Delivery.ProviderErrors.Find(request.Code);
            return new ReportError(request.Code, request.Title ?? known?.Title ?? "Failed.", request.Details ?? known?.Details, request.Href ?? known?.Href);
        }
    }
}

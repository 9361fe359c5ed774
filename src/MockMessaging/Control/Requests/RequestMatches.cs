using MockMessaging.Errors;
using MockMessaging.Journal;

namespace MockMessaging.Control;

internal static class RequestMatches
{
    extension(RequestMatch request)
    {
        /// <exception cref="ApiException">No request can ever match.</exception>
        public void EnsurePossible(Func<string, string, ApiException> refusal, string at)
        {
            Choice.Ensure(request.Method, ApiRoutes.Methods, at + "method", refusal);
            request.Path = ApiRoutes.Path(request.Path, at + "path", refusal);
            if (request.Status is not (null or 0 or (>= 100 and <= 599)))
            {
                throw refusal(at + "status", $"{at}status: {request.Status} is not an HTTP status; use 100 to 599, or 0 for requests without a response.");
            }

            EnsureNames(request.Headers, at + "headers", refusal);
            EnsureNames(request.Query, at + "query", refusal);
        }
    }

    private static void EnsureNames(IReadOnlyDictionary<string, string?>? wanted, string field, Func<string, string, ApiException> refusal)
    {
        foreach (var (name, value) in wanted ?? new Dictionary<string, string?>())
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw refusal(field, $"{field} has an empty name.");
            }

            if (KeyMask.Hides(name) && value is not (null or KeyMask.Masked))
            {
                throw refusal($"{field}.{name}", $"{field}.{name}: its value is masked in the journal, so it cannot be compared; use '{KeyMask.Masked}' for any value, or null for no value.");
            }
        }
    }
}

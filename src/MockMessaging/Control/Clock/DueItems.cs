using MockMessaging.State;

namespace MockMessaging.Control;

internal static class DueItems
{
    extension(DueItem)
    {
        public static DueItem Of(SandboxTimer timer)
        {
            var action = timer.Action;
            return new DueItem(
                action.What.ToString().ToLowerInvariant(),
                action.Message?.Id.ToString(),
                action.ContactId ?? action.Message?.Contact.Id,
                action.Status,
                Instants.Of(timer.Due.DueMs),
                action.Detail);
        }
    }
}

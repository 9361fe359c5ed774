using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>The response to a contact/info request, and how it is applied.</summary>
internal static class ContactInfoAnswer
{
    /// <summary>Checks a response; the cause says what is wrong with it.</summary>
    public static PushAttempt Checked(PushAttempt attempt)
    {
        if (!attempt.Succeeded || attempt.Answer is not { Length: > 0 })
        {
            return attempt;
        }

        try
        {
            JsonSerializer.Deserialize(attempt.Answer, ContractJsonOptions.Request.TypeInfo<ContactInfoUpdate>());
            return attempt;
        }
        catch (JsonException failure)
        {
            return attempt with { Answer = null, Cause = $"The receiver's answer is no ContactInfoUpdate: {failure.Message}" };
        }
    }

    public static void Apply(WorkspaceTransaction transaction, Contact contact, byte[] answer)
    {
        if (JsonSerializer.Deserialize(answer, ContractJsonOptions.Request.TypeInfo<ContactInfoUpdate>()) is { } told)
        {
            contact.Business = new BusinessProfile(told.ProfileId, told.Name, told.Email, told.Mobile, told.Labels);
            transaction.Save(contact);
        }
    }
}
